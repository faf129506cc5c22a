import type { Actor, ActorRole } from '../access/index.ts';
import type { DepartmentId } from '../base/index.ts';
import type { CasePayload } from './case-payload.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';

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

const CHIEF: ApprovalPath = { approver: 'duty-chief', needsForm: false, needsReview: false };
const DEPUTY: ApprovalPath = { approver: 'centre-deputy', needsForm: true, needsReview: true };

/** 工程类: works whose time no desk can promise. */
function isEngineering(item: Case, context: DecideContext): boolean {
  return context.rules.engineeringGroups.includes(context.typeOf(item.typeCode)?.group ?? '');
}

/** 延期: the first of an ordinary case by the duty chief; a second, or works, by form and deputy; a long one by the head of the centre. */
function extensionPath(item: Case, until: number | undefined, context: DecideContext): ApprovalPath {
  if ((until ?? 0) - item.clock.dueAt > context.rules.longExtensionMs) return { ...DEPUTY, approver: 'commander' };
  return item.extensionCount > 0 || isEngineering(item, context) ? DEPUTY : CHIEF;
}

/** The way an application takes. 回退 on the ground of a wrong dispatch goes to the duty chief; any other needs form and deputy. */
export function approvalPath(item: Case, kind: ApplicationKind, payload: CasePayload, context: DecideContext): ApprovalPath {
  switch (kind) {
    case 'return': return payload.ground === 'misdispatched' ? CHIEF : { ...DEPUTY, needsReview: false };
    case 'extension': return extensionPath(item, payload.until, context);
    case 'suspension': return { ...DEPUTY, needsForm: false };
    case 'void': return CHIEF;
  }
}

/** The application that a request makes. */
export function makeApplication(item: Case, kind: ApplicationKind, actor: Actor, payload: CasePayload, context: DecideContext): Application {
  return {
    kind, ground: payload.ground ?? null, reason: payload.reason ?? '', basis: payload.basis ?? null, itemCode: payload.itemCode ?? null,
    formPhotos: payload.formPhotos ?? [], until: payload.until ?? null, askedBy: actor.id, askedByName: actor.name, askedAt: context.now,
    departmentId: item.leadDepartmentId, path: approvalPath(item, kind, payload, context), review: null,
  };
}
