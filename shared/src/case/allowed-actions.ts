import type { Actor } from '../access/index.ts';
import { allowedRows } from '../life/index.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';
import { isBeyondDrill } from './drilled.ts';
import { GUARDS } from './guards.ts';
import { LIFE_CYCLE, type CaseAction, type Transition } from './life-cycle.ts';

/** The actions this actor may take on the case now, in the order of the table. Surfaces show these and no others. */
export function allowedActions(item: Case, actor: Actor, context: DecideContext): CaseAction[] {
  const rows = allowedRows<Case['state'], keyof typeof GUARDS, Transition, { item: Case; actor: Actor; payload: object; context: DecideContext }>(
    LIFE_CYCLE, item, actor, GUARDS, { item, actor, payload: {}, context });
  return rows.map((row) => row.action as CaseAction).filter((action) => !isBeyondDrill(item, action));
}
