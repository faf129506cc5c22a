import { isReopenAsked, type Case } from '@wangge/shared/case';
import type { CaseRow, OrderRow } from '@wangge/shared/wire';

function orderRow(item: Case): OrderRow | null {
  const { order } = item;
  if (!order) return null;
  const { teamId, sentAt, undoUntil, deliveredAt, seenAt, signedAt, departedAt, arrivedAt, doneAt, etaAt, route, ladder } = order;
  return { teamId, sentAt, undoUntil, deliveredAt, seenAt, signedAt, departedAt, arrivedAt, doneAt, etaAt, route, ...(ladder ? { ladder } : {}) };
}

/** A case as pushed: without reporter, free text and address. `lngLat` is the place this audience may see. */
export function caseRow(item: Case, lngLat: readonly [number, number]): CaseRow {
  return {
    id: item.id, no: item.no, revision: item.revision, state: item.state, typeCode: item.typeCode, matter: item.matter, platform: item.platform,
    level: item.level, urgency: item.urgency, lngLat, villageCode: item.villageCode, gridCode: item.gridCode, source: item.source,
    reportedAt: item.reportedAt, stateSince: item.stateSince, closedAt: item.closedAt, closedOnTime: item.closedOnTime,
    leadDepartmentId: item.leadDepartmentId, clock: item.clock, stepClock: item.stepClock, order: orderRow(item), countyCall: item.countyCall,
    supervision: item.supervision, reworkCount: item.reworkCount, isAuditSample: item.isAuditSample, ...(item.drillId === null ? {} : { drillId: item.drillId }),
    ...(item.order === null && item.handledAt !== null ? { handedInAt: item.handledAt } : {}),
    ...(isReopenAsked(item) ? { isReopenAsked: true } : {}),
  };
}
