import type { DepartmentId, PersonId, TeamId } from '../base/index.ts';
import type { CaseEvent } from './case-events.ts';
import type { Case } from './case.ts';

/** 轮次: what became of a former round of a case that was opened again (重新激活). Times are epoch ms. */
export interface CaseRound {
  readonly number: number;
  readonly startedAt: number;
  readonly dueAt: number;
  readonly handledAt: number | null;
  readonly closedAt: number | null;
  readonly closedOnTime: boolean | null;
  readonly leadDepartmentId: DepartmentId | null;
  readonly teamId: TeamId | null;
  readonly checkerId: PersonId | null;
  readonly handledBy: readonly string[];
  readonly satisfaction: number | null;
  readonly isResolved: boolean | null;
  /** Why it did not end there. */
  readonly reopenedFor: string;
}

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
