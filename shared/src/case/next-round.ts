import type { CaseEvent } from './case-events.ts';
import type { Case } from './case.ts';
import type { CaseRound } from './round.ts';

/** Opens a case again: the round that ended is kept, who handled it stays known, and all that a round has begins anew. */
export function nextRound(item: Case, event: CaseEvent): Partial<Case> {
  const ended: CaseRound = {
    number: item.rounds.length + 1, startedAt: item.roundStartedAt, dueAt: item.clock.dueAt, handledAt: item.handledAt, closedAt: item.closedAt,
    closedOnTime: item.closedOnTime, leadDepartmentId: item.leadDepartmentId, teamId: item.order?.teamId ?? null, checkerId: item.checkerId,
    handledBy: item.handledBy, satisfaction: item.satisfaction, isResolved: item.isResolved, reopenedFor: event.payload.reason ?? '',
  };
  return {
    rounds: [...item.rounds, ended], roundStartedAt: event.at, closedAt: null, closedOnTime: null, handledAt: null, dispatchedAt: null, order: null,
    leadDepartmentId: null, supportDepartmentIds: [], countyCall: null, checkerId: null, checkResult: null, extensionCount: 0, satisfaction: null, isResolved: null,
  };
}
