import type { ActorRole } from '../access/index.ts';
import type { DepartmentId } from '../base/index.ts';

/** What can be applied for while a case is in hand: 回退, 延期, 挂账, 作废. */
export const APPLICATION_KINDS = ['return', 'extension', 'suspension', 'void'] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** 回退事由: sent to the wrong unit (派错), beyond the unit's power (超出职权), the facts differ (情况不符), other. */
export const RETURN_GROUNDS = ['misdispatched', 'beyond-power', 'facts-differ', 'other'] as const;
export type ReturnGround = (typeof RETURN_GROUNDS)[number];

/** Who decides an application, whether it needs the sealed form (盖章申请表), and whether the dispatcher looks at it first (初审). */
export interface ApprovalPath {
  readonly approver: ActorRole;
  readonly needsForm: boolean;
  readonly needsReview: boolean;
}

/** 初审: the dispatcher's opinion, given before the decision. */
export interface FirstReview {
  readonly by: string;
  readonly byName: string;
  readonly at: number;
  readonly isSupported: boolean;
  readonly note: string;
}

/** 申请: one request that waits for a decision. `until`: the due time or the day of going on that is asked for, epoch ms. */
export interface Application {
  readonly kind: ApplicationKind;
  readonly ground: ReturnGround | null;
  readonly reason: string;
  readonly basis: string | null;
  readonly itemCode: string | null;
  readonly formPhotos: readonly string[];
  readonly until: number | null;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: number;
  /** The department that led when it was asked. */
  readonly departmentId: DepartmentId | null;
  /** As the rules stood when it was asked. */
  readonly path: ApprovalPath;
  readonly review: FirstReview | null;
}
