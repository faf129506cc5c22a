import type { Actor } from '../access/index.ts';
import { haltClock, type WorkCalendar } from '../calendar/index.ts';
import type { CaseEvent } from './case-events.ts';
import type { Case } from './case.ts';
import type { CaseAction } from './life-cycle.ts';

/** What would carry a made-up case out of the room: to the county, into supervision, back to whoever reported, into appraisal, into another round. */
const BEYOND: ReadonlySet<CaseAction> = new Set([
  'call-county', 'answer-call', 'return-call', 'withdraw-call', 'raise', 'convene', 'supervise', 'lift-supervision', 'contact-reporter', 'answer-reporter', 'evaluate', 'archive', 'ask-reopen', 'decline-reopen', 'reopen',
]);

/** Whether an action leads a case of a drill (演练) beyond the drill. */
export function isBeyondDrill({ drillId }: Pick<Case, 'drillId'>, action: CaseAction): boolean {
  return drillId !== null && BEYOND.has(action);
}

/** 演练结束: closes a made-up case with its drill, wherever it stands. Neither on time nor late. */
export function endWithDrill(item: Case, actor: Actor, at: number, calendar: WorkCalendar): CaseEvent {
  const clock = item.clock.standing === 'running' ? haltClock(calendar, item.clock, at, 'stopped') : item.clock;
  return { type: 'drill-ended', at, actor, to: 'closed', payload: {}, clock, stepClock: null };
}
