import { isOpenState } from '../district/index.ts';
import type { CaseFacts } from './case-facts.ts';
import { contactOwed } from './contact.ts';
import type { CountingSettings } from './entry.ts';

/**
 * When the limit of an open case ran out, as of `asOf`; null while it has not. Suspended: never, for the clock stands. Handed in
 * in time and waiting for its check: not due. Handed in late: due since then.
 */
export function dueOf(facts: CaseFacts, asOf: number): number | null {
  const { clock } = facts;
  if (!isOpenState(facts.state) || facts.state === 'self-handled' || clock.standing === 'paused') return null;
  if (clock.standing === 'stopped') return clock.usedMs > clock.totalMs ? clock.dueAt : null;
  return asOf > clock.dueAt ? clock.dueAt : null;
}

/** The next instant after `asOf` at which time alone changes what the case counts for; Infinity when none does. */
export function nextTurn(facts: CaseFacts, asOf: number, settings: CountingSettings): number {
  const turns = [
    ...(isOpenState(facts.state) && facts.clock.standing === 'running' ? [facts.clock.dueAt] : []),
    ...facts.tasks.map((task) => (task.contactedAt === null ? contactOwed(facts, task, settings)?.dueAt ?? null : null)),
    ...facts.tasks.map((task) => (task.feedbackAt === null ? task.sentAt : null)),
    ...facts.steps.map((step) => (step.doneAt === null ? step.dueAt : null)),
    ...facts.orders.map((order) => (order.arrivedAt === null && !order.isCalledOff ? order.arriveBy : null)),
  ];
  return turns.reduce<number>((next, at) => (at !== null && at >= asOf && at < next ? at : next), Infinity);
}
