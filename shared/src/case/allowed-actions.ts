import type { Actor } from '../access/index.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';
import { GUARDS } from './guards.ts';
import { LIFE_CYCLE, type CaseAction, type GuardName, type Transition } from './life-cycle.ts';

/** Guards that depend on what the person will give, and so cannot be judged before. */
const ON_PAYLOAD: ReadonlySet<GuardName> = new Set(['near-case', 'later-due', 'known-type', 'known-team']);

/** The actions this actor may take on the case now, in the order of the table. Surfaces show these and no others. */
export function allowedActions(item: Case, actor: Actor, context: DecideContext): CaseAction[] {
  return LIFE_CYCLE.filter((row: Transition) =>
    row.from.includes(item.state) && row.roles.includes(actor.role)
    && (row.guards ?? []).every((name) => ON_PAYLOAD.has(name) || GUARDS[name]({ item, actor, payload: {}, context }) === null),
  ).map((row) => row.action);
}
