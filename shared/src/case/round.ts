import type { DepartmentId, PersonId, TeamId } from '../base/index.ts';

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
