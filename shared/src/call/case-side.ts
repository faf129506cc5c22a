import type { CaseAction, CasePayload, Case } from '../case/index.ts';
import type { Call } from './call.ts';
import type { CallEvent } from './call-events.ts';

/** A step the case takes because of its call. */
export interface CaseStep {
  readonly action: CaseAction;
  readonly payload: CasePayload;
}

/** States of a case in which a lower tier has it in hand or may be given it. */
const LIFTABLE: ReadonlySet<Case['state']> = new Set(['filed', 'dispatched', 'handling']);

function whenAnswered(call: Call, item: Case): readonly CaseStep[] {
  if (call.toUnitId === null) return [];
  if (call.to !== 'county') return LIFTABLE.has(item.state) ? [{ action: 'raise', payload: { departmentId: call.toUnitId } }] : [];
  const until = (call.clocks?.arrive ?? call.clocks?.plan ?? call.clocks?.finish)?.dueAt;
  return [{ action: 'answer-call', payload: { departmentId: call.toUnitId, ...(until === undefined ? {} : { until }) } }, { action: 'sign', payload: {} }];
}

/**
 * What the case does when something happens to its call (案随呼转): called, it waits for the county; answered, it is signed by
 * whoever answered; finished, it is handed in. A tier that could not solve it hands it in only at the top, where nobody is left
 * to be called. `call` is the call after the event.
 */
export function caseStepsFor(call: Call, event: CallEvent, item: Case): readonly CaseStep[] {
  const isCounty = call.to === 'county';
  switch (event.type) {
    case 'called': return isCounty && call.toUnitId !== null ? [{ action: 'call-county', payload: { departmentId: call.toUnitId, reason: call.study, basis: call.itemNo ?? '' } }] : [];
    case 'answered': return whenAnswered(call, item);
    case 'arrived': return event.payload.lngLat && item.state === 'handling' ? [{ action: 'arrive', payload: { lngLat: event.payload.lngLat, ...(event.payload.accuracyM === undefined ? {} : { accuracyM: event.payload.accuracyM }) } }] : [];
    case 'finished': return item.state === 'handling' && (call.isSolved || isCounty) ? [{ action: 'report-back', payload: { note: call.result ?? '' } }] : [];
    case 'returned': return isCounty ? [{ action: 'return-call', payload: { basis: event.payload.itemNo ?? '', note: event.payload.reason ?? '' } }] : [];
    case 'withdrawn': return isCounty && item.state === 'county-called' ? [{ action: 'withdraw-call', payload: { reason: event.payload.reason ?? '' } }] : [];
    default: return [];
  }
}

/** Whether the case waits for a decision, so that its call cannot be finished now. */
export function holdsCallUp(call: Call, event: CallEvent, item: Case): boolean {
  const isWaiting = item.state.endsWith('-requested') || item.state === 'suspended';
  return event.type === 'finished' && isWaiting && (call.isSolved === true || call.to === 'county');
}
