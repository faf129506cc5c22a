import type { Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { decideCase, evolveCase, type Case, type CaseEvent, type DecideContext } from '../case/index.ts';
import { caseStepsFor, holdsCallUp } from './case-side.ts';
import type { CallEvent } from './call-events.ts';
import type { Call } from './call.ts';
import { evolveCall } from './evolve-call.ts';

/**
 * The events of the case that follow from an event of its call, to be written in the same append; a refusal of the case
 * refuses the call's act as a whole. While the county owes its answer, the case's step limit is the call's.
 */
export function followCall(call: Call, event: CallEvent, item: Case, actor: Actor, context: DecideContext): Result<readonly CaseEvent[]> {
  const after = evolveCall(call, event);
  if (holdsCallUp(after, event, item)) return refuse('CALL_CASE_WAITS', { rule: 'CC9', detail: item.state });
  const events: CaseEvent[] = [];
  let current = item;
  for (const { action, payload } of caseStepsFor(after, event, item)) {
    const decided = decideCase(current, { action, expectedRevision: current.revision, actor, payload }, { ...context, isThroughCall: true });
    if (!decided.ok) return decided;
    const isCalled = decided.value.type === 'county-called' && after.clocks !== null;
    const next = isCalled ? { ...decided.value, respondBy: after.clocks.respond.dueAt, stepClock: after.clocks.respond } : decided.value;
    events.push(next);
    current = evolveCase(current, next);
  }
  return ok(events);
}
