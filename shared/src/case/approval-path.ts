import type { Actor } from '../access/index.ts';
import type { Application, ApplicationKind, ApprovalPath } from './application.ts';
import type { CasePayload } from './case-payload.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';

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
