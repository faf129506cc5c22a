import type { CaseAction, CaseEventType } from '../case/index.ts';
import type { DepartmentId, PersonId, TeamId } from '../base/index.ts';
import type { ActorRole } from '../access/index.ts';
import type { CaseState } from '../district/index.ts';
import type { CaseRow } from './rows.ts';

/** One line of 经过: what happened, by whom. Names of reporters are masked for those who may not see them. */
export interface TimelineEntry {
  readonly seq: number;
  readonly revision: number;
  readonly at: number;
  readonly event: CaseEventType;
  readonly to: CaseState;
  readonly actorName: string;
  readonly actorRole: ActorRole;
  readonly teamId: TeamId | null;
  readonly departmentId: DepartmentId | null;
  readonly note: string | null;
  readonly photos: readonly string[];
}

/** The case page: the row and what only those who handle it may see. Place exact; reporter masked unless the role may see it. */
export interface CaseDetail {
  readonly row: CaseRow;
  readonly description: string;
  readonly address: string;
  readonly externalNo: string | null;
  readonly reporterName: string | null;
  readonly reporterPhone: string | null;
  readonly photos: readonly string[];
  readonly supportDepartmentIds: readonly DepartmentId[];
  readonly checkerId: PersonId | null;
  readonly returnCount: number;
  readonly extensionCount: number;
  readonly timeline: readonly TimelineEntry[];
  /** What the one who asks may do now, in the order of the life-cycle table. */
  readonly actions: readonly CaseAction[];
  readonly readAt: number;
}

/** The answer to a command. */
export interface CommandAnswer {
  readonly case: CaseDetail;
  readonly seq: number;
}
