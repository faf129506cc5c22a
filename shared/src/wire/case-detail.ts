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

/** Why a team stands where it stands. Codes; the surface makes the sentence. */
export type ReasonCode = 'capable' | 'lead-department' | 'nearest' | 'idle' | 'equipment' | 'in-village' | 'busy' | 'stale-fix' | 'no-fix' | 'off-duty' | 'not-capable' | 'slower';

export interface Reason {
  readonly code: ReasonCode;
  readonly text?: string;
  readonly value?: number;
}

export interface Candidate {
  readonly teamId: TeamId;
  readonly rank: number;
  readonly etaMs: number;
  readonly distanceM: number;
  /** True when no road led there and the straight line was taken instead. */
  readonly isEstimate: boolean;
  readonly route: readonly (readonly [number, number])[];
  /** 手头件: open orders it has. */
  readonly load: number;
  readonly fixAgeMs: number;
  readonly reasons: readonly Reason[];
}

/** 推荐力量: the best three and why, and who was passed over and why. */
export interface Recommendation {
  readonly caseRevision: number;
  readonly at: number;
  readonly candidates: readonly Candidate[];
  readonly passedOver: readonly { readonly teamId: TeamId; readonly reason: Reason }[];
}

/** The answer to a command. */
export interface CommandAnswer {
  readonly case: CaseDetail;
  readonly seq: number;
}
