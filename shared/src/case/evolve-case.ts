import { bouncesAfter } from './bounces-after.ts';
import type { CaseEvent } from './case-events.ts';
import type { Case, CheckResult, DispatchOrder } from './case.ts';
import { climbed, ladderPassedOn } from './climb-order.ts';
import { forgetReporter } from './erase-reporter.ts';
import { applicationAfter } from './evolve-application.ts';
import { nextRound } from './next-round.ts';
import { firstReceipt, receiptsAfter } from './receipts-after.ts';
import { reopenAsksAfter } from './reopen-asks-after.ts';

/** The case that a first event opens. */
function open(event: CaseEvent): Case {
  const { facts, clock } = event;
  if (!facts || !clock) throw new Error(`a case cannot begin with ${event.type}`);
  const { type } = facts;
  return {
    id: facts.id, no: facts.no, revision: 1, state: event.to, resumeState: null, stateSince: event.at,
    typeCode: type.code, typesVersion: facts.typesVersion, matter: type.name, platform: type.platform, level: type.level, urgency: type.urgency,
    description: facts.description, source: facts.source, externalNo: facts.externalNo, drillId: facts.drillId ?? null, lngLat: facts.lngLat, address: facts.address,
    villageCode: facts.villageCode, gridCode: facts.gridCode, containsPersonalInfo: type.containsPersonalInfo, reporter: facts.reporter,
    photos: [...facts.photos, ...(facts.afterPhotos ?? [])], ...(facts.voiceNotes ? { voiceNotes: facts.voiceNotes } : {}), reportedAt: event.at, acceptedAt: null, filedAt: null, dispatchedAt: null, handledAt: null, closedAt: null,
    closedOnTime: null, leadDepartmentId: null, supportDepartmentIds: [], order: null, countyCall: null, clock, stepClock: event.stepClock,
    handledBy: event.type === 'self-handling-reported' ? handsOf(event) : [], checkerId: null, checkResult: null, reworkCount: 0, bounces: [], returnCount: 0,
    extensionCount: 0, suspensionCount: 0, urgeCount: 0, supervision: 0, supervisedBy: null, application: null, heldStepClock: null, suspendedUntil: null,
    rounds: [], roundStartedAt: event.at, receipts: [firstReceipt(facts, event)], reopenAsks: [], isAuditSample: event.isAuditSample ?? false, mergedInto: null,
    satisfaction: null, isResolved: null,
  };
}

function orderFrom(event: CaseEvent): DispatchOrder | null {
  const { payload, at } = event;
  if (!payload.teamId) return null;
  return {
    teamId: payload.teamId, sentAt: at, sentBy: event.actor.id, undoUntil: event.undoUntil ?? at, deliveredAt: null, seenAt: null, signedAt: null,
    departedAt: null, arrivedAt: null, doneAt: null, etaAt: payload.etaAt ?? null, distanceM: payload.distanceM ?? null, route: payload.route ?? [],
  };
}

function onOrder(item: Case, change: Partial<DispatchOrder>): Pick<Case, 'order'> {
  return { order: item.order ? { ...item.order, ...change } : null };
}

/** The handler's person and unit. Its parent department is not in it, for a department may hold both hands and eyes. */
function handlersAfter(item: Case, event: CaseEvent): readonly string[] {
  const added = handsOf(event).filter((id) => !item.handledBy.includes(id));
  return added.length > 0 ? [...item.handledBy, ...added] : item.handledBy;
}

function handsOf({ actor }: CaseEvent): string[] {
  return actor.unitId === null ? [actor.id] : [actor.id, actor.unitId];
}

function resultFrom({ actor, at, payload }: CaseEvent, isPassed: boolean): CheckResult {
  return { isPassed, by: actor.id, byName: actor.name, at, note: payload.reason ?? payload.note ?? null, photos: payload.photos ?? [] };
}

/** What an event changes beyond state, clocks and revision. */
function changes(item: Case, event: CaseEvent): Partial<Case> {
  const { payload, at } = event;
  switch (event.type) {
    case 'accepted': return { acceptedAt: at, level: payload.level ?? item.level, gridCode: payload.gridCode ?? item.gridCode };
    case 'filed': return { filedAt: at };
    case 'dispatched': case 'redirected':
      return { dispatchedAt: at, order: orderFrom(event), supportDepartmentIds: payload.supportDepartmentIds ?? item.supportDepartmentIds };
    case 'department-assigned': return { dispatchedAt: at, order: null };
    case 'withdrawn': return { dispatchedAt: null, order: null, leadDepartmentId: null };
    case 'returned': return { dispatchedAt: null, order: null, leadDepartmentId: null, returnCount: item.returnCount + 1 };
    case 'county-called':
      return payload.departmentId
        ? { countyCall: { departmentId: payload.departmentId, calledAt: at, respondBy: event.respondBy ?? at, respondedAt: null, arriveBy: null, arrivedAt: null } } : {};
    case 'call-answered':
      return { dispatchedAt: at, countyCall: item.countyCall && { ...item.countyCall, departmentId: payload.departmentId ?? item.countyCall.departmentId, respondedAt: at, arriveBy: payload.until ?? null } };
    case 'raised': return { dispatchedAt: item.dispatchedAt ?? at, order: null, handledBy: handlersAfter(item, event) };
    case 'call-returned': case 'call-withdrawn': return { countyCall: null, leadDepartmentId: null };
    case 'delivered': return onOrder(item, { deliveredAt: item.order?.deliveredAt ?? at });
    case 'seen': return onOrder(item, { deliveredAt: item.order?.deliveredAt ?? at, seenAt: item.order?.seenAt ?? at });
    case 'sign-reminded': case 'next-proposed': case 'desk-told': return { order: item.order && climbed(item.order, event) };
    case 'passed-on': { const next = orderFrom(event); return { order: item.order && next && { ...next, ladder: ladderPassedOn(item.order, event) } }; }
    case 'signed': return { ...onOrder(item, { deliveredAt: item.order?.deliveredAt ?? at, seenAt: item.order?.seenAt ?? at, signedAt: at }), handledBy: handlersAfter(item, event) };
    case 'departed': return onOrder(item, { departedAt: at, etaAt: payload.etaAt ?? item.order?.etaAt ?? null });
    case 'arrived':
      return {
        ...onOrder(item, { arrivedAt: at, etaAt: null, route: [] }),
        countyCall: item.countyCall && { ...item.countyCall, arrivedAt: item.countyCall.arrivedAt ?? at }, handledBy: handlersAfter(item, event),
      };
    case 'reported-back':
      return { ...onOrder(item, { doneAt: at, etaAt: null, route: [] }), handledAt: at, photos: [...item.photos, ...(payload.photos ?? [])], handledBy: handlersAfter(item, event) };
    case 'return-rejected': return onOrder(item, { signedAt: item.order?.signedAt ?? at });
    case 'support-added': return { supportDepartmentIds: [...new Set([...item.supportDepartmentIds, ...(payload.supportDepartmentIds ?? [])])] };
    case 'report-verification-asked': return { checkerId: payload.personId ?? null };
    case 'report-confirmed': return { checkerId: null, photos: [...item.photos, ...(payload.photos ?? [])] };
    case 'check-sent': return { checkerId: payload.personId ?? null, checkResult: null };
    case 'check-passed': return { checkResult: resultFrom(event, true), photos: [...item.photos, ...(payload.photos ?? [])] };
    case 'check-failure-reported': return { checkResult: resultFrom(event, false), photos: [...item.photos, ...(payload.photos ?? [])] };
    case 'recheck-asked': return { checkResult: null };
    case 'check-failed': return { ...onOrder(item, { doneAt: null }), reworkCount: item.reworkCount + 1, handledAt: null };
    case 'closed': case 'self-handling-approved': return { closedAt: at, closedOnTime: item.clock.usedMs <= item.clock.totalMs, order: item.order && { ...item.order, route: [] } };
    case 'drill-ended': return { closedAt: at, order: item.order && { ...item.order, etaAt: null, route: [] }, resumeState: null, application: null, heldStepClock: null, suspendedUntil: null };
    case 'evaluated': return { satisfaction: payload.satisfaction ?? null, isResolved: payload.isResolved ?? null };
    case 'reopened': return nextRound(item, event);
    case 'merged': return { mergedInto: payload.parentCaseId ?? null };
    case 'supervised': return { supervision: payload.supervisionLevel ?? 0, supervisedBy: event.actor.id };
    case 'supervision-lifted': return { supervision: 0, supervisedBy: null };
    case 'urged': return { urgeCount: item.urgeCount + 1 };
    default: return {};
  }
}

function ofType(event: CaseEvent): Partial<Case> {
  const { caseType } = event;
  if (!caseType) return {};
  return {
    typeCode: caseType.code, matter: caseType.name, platform: caseType.platform, level: caseType.level, urgency: caseType.urgency,
    containsPersonalInfo: caseType.containsPersonalInfo,
  };
}

/** Folds one event into the case. The first event must be a report. */
export function evolveCase(item: Case | null, event: CaseEvent): Case {
  if (!item) return open(event);
  if (event.type === 'reporter-erased') return { ...forgetReporter(item, event.at), revision: item.revision + 1 };
  const changed = { ...item, ...ofType(event), ...changes(item, event), ...applicationAfter(item, event) };
  return {
    ...changed, bounces: bouncesAfter(item, event), receipts: receiptsAfter(item, event), reopenAsks: reopenAsksAfter(item, event),
    revision: item.revision + 1, state: event.to, stateSince: event.to === item.state ? item.stateSince : event.at,
    clock: event.clock ?? item.clock, stepClock: event.stepClock, leadDepartmentId: event.leadDepartmentId ?? changed.leadDepartmentId,
  };
}

/** The case its whole history adds up to; null for an empty history. */
export function foldCase(events: readonly CaseEvent[]): Case | null {
  return events.reduce<Case | null>(evolveCase, null);
}
