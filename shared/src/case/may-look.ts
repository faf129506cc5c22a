import type { Role } from '../access/index.ts';
import type { PersonId } from '../base/index.ts';
import type { GridTask } from '../district/index.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';

/** Somebody who may be asked to look at a case. `unitIds`: team and department they belong to. */
export interface Looker {
  readonly id: PersonId;
  readonly roles: readonly Role[];
  readonly unitIds: readonly string[];
}

/**
 * Whether somebody may be asked to verify or check a case and would not be refused on the spot: a grid worker whom the list of
 * admissions admits, or an inspector for a check, and nobody who handled it or whose unit did.
 */
export function mayLook(item: Pick<Case, 'typeCode' | 'handledBy'>, { id, roles, unitIds }: Looker, task: GridTask, context: Pick<DecideContext, 'mayAsk'>): boolean {
  const isRole = roles.includes('grid-worker') || (task === 'check' && roles.includes('inspector'));
  return isRole && context.mayAsk(id, task, item.typeCode) && ![id, ...unitIds].some((one) => item.handledBy.includes(one));
}
