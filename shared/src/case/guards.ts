import type { Actor } from '../access/index.ts';
import type { GridTask } from '../district/index.ts';
import { distanceM } from '../geo/index.ts';
import type { Guards } from '../life/index.ts';
import { approvalPath } from './approval-path.ts';
import type { CasePayload } from './case-payload.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';
import type { GuardName } from './life-cycle.ts';
import { isMergeable } from './merge.ts';
import { ladderOf } from './climb-order.ts';
import { isUnanswered, nextToContact } from './receipt.ts';
import { isReopenAsked, reopenableUntil } from './reopen-ask.ts';

/** What a guard looks at. */
export interface GuardInput {
  readonly item: Case;
  readonly actor: Actor;
  readonly payload: CasePayload;
  readonly context: DecideContext;
}

/** A squad acts for the team that was sent, a department for what it leads or supports, the county for what it was called to. */
function isAssigned(item: Case, actor: Actor): boolean {
  switch (actor.role) {
    case 'system': return true;
    case 'squad': return item.order !== null && item.order.teamId === actor.unitId;
    case 'county-centre': return item.countyCall !== null;
    case 'county-department': return item.countyCall !== null && item.leadDepartmentId === actor.unitId;
    default:
      return actor.unitId !== null && (item.leadDepartmentId === actor.unitId || item.supportDepartmentIds.some((id) => id === actor.unitId));
  }
}

/** The hands a case was sent into: the team of an order, and where there is none the department it was given to; beside it stands nobody, whatever they lead or support. */
function isSentTo(item: Case, actor: Actor): boolean {
  if (actor.role !== 'department') return isAssigned(item, actor);
  return item.order === null && actor.unitId !== null && item.leadDepartmentId === actor.unitId;
}

/** Each condition named in the life-cycle table, with the number of its rule. */
export const GUARDS: Guards<GuardName, GuardInput> = {
  separation: {
    rule: 'CL9',
    check: ({ item, actor }) =>
      [actor.id, actor.unitId, actor.parentUnitId].some((id) => id !== null && item.handledBy.includes(id)) ? 'CASE_SEPARATION_OF_DUTIES' : null,
  },
  'assigned-unit': {
    rule: 'CL6',
    check: ({ item, actor }) => (isAssigned(item, actor) ? null : 'CASE_NOT_YOUR_UNIT'),
  },
  'sent-unit': {
    rule: 'CL6',
    check: ({ item, actor }) => (isSentTo(item, actor) ? null : 'CASE_NOT_YOUR_UNIT'),
  },
  unsigned: {
    rule: 'AK2',
    check: ({ item }) => (item.order !== null && item.order.signedAt === null ? null : 'ORDER_NOT_WAITING'),
  },
  unseen: {
    rule: 'AK1',
    check: ({ item }) => (item.order !== null && item.order.seenAt !== null ? 'ORDER_SEEN' : null),
  },
  'next-due': {
    rule: 'AK5',
    check: ({ item, actor }) => (actor.role === 'system' || (item.order !== null && ladderOf(item.order).nextAt !== null) ? null : 'ORDER_NEXT_NOT_DUE'),
  },
  'other-team': {
    rule: 'AK6', onPayload: true, field: 'teamId',
    check: ({ item, payload }) => (payload.teamId === item.order?.teamId ? 'ORDER_SAME_TEAM' : null),
  },
  'near-case': {
    rule: 'CL7', onPayload: true,
    check: ({ item, payload, context }) =>
      payload.lngLat && distanceM(item.lngLat, payload.lngLat) <= context.rules.arrivalRadiusM + Math.min(payload.accuracyM ?? 0, 50) ? null : 'ORDER_TOO_FAR',
  },
  'within-undo': {
    rule: 'CL8',
    check: ({ item, context }) => (item.order !== null && context.now <= item.order.undoUntil ? null : 'ORDER_UNDO_EXPIRED'),
  },
  'may-suspend': {
    rule: 'CL14',
    check: ({ item, context }) => (item.urgency !== 'critical' && context.typeOf(item.typeCode)?.canSuspend ? null : 'CASE_SUSPEND_NOT_ALLOWED'),
  },
  'may-extend': {
    rule: 'CL15',
    check: ({ item, context }) =>
      item.urgency !== 'critical' && item.extensionCount < (context.typeOf(item.typeCode)?.maxExtensions ?? 0) ? null : 'CASE_EXTENSION_NOT_ALLOWED',
  },
  'later-due': {
    rule: 'CL15', onPayload: true,
    check: ({ item, payload, context }) => ((payload.until ?? 0) > Math.max(item.clock.dueAt, context.now) ? null : 'CASE_DUE_NOT_LATER'),
  },
  'known-type': {
    rule: 'CL3', onPayload: true,
    check: ({ payload, context }) => (context.typeOf(payload.typeCode ?? '') ? null : 'CASE_TYPE_UNKNOWN'),
  },
  'known-team': {
    rule: 'CL3', onPayload: true,
    check: ({ payload, context }) => (payload.teamId && context.departmentOfTeam(payload.teamId) ? null : 'TEAM_UNKNOWN'),
  },
  'own-supervision': {
    rule: 'CL2',
    check: ({ item, actor }) => (actor.role === 'system' || item.supervisedBy === actor.id ? null : 'ACTION_FORBIDDEN'),
  },
  'own-check': {
    rule: 'CL10',
    check: ({ item, actor }) => (actor.role === 'inspector' || item.checkerId === actor.id ? null : 'CASE_NOT_YOUR_UNIT'),
  },
  'supports-done': {
    rule: 'JH1',
    check: ({ item, context }) => (context.openSupports(item.id).length === 0 ? null : 'CASE_SUPPORTS_OPEN'),
    detail: ({ item, context }) => context.openSupports(item.id).join('、'),
  },
  'verify-admitted': {
    rule: 'GA1', onPayload: true,
    check: (input) => (mayAsk(input, 'verify') ? null : 'GRID_VERIFY_NOT_ADMITTED'),
    detail: ({ item, context }) => context.typeOf(item.typeCode)?.name ?? item.typeCode,
  },
  'check-admitted': {
    rule: 'GA1', onPayload: true,
    check: (input) => (mayAsk(input, 'check') ? null : 'GRID_CHECK_NOT_ADMITTED'),
    detail: ({ item, context }) => context.typeOf(item.typeCode)?.name ?? item.typeCode,
  },
  serious: {
    rule: 'JH8',
    check: ({ item }) => (item.level === 'serious' ? null : 'CASE_NOT_SERIOUS'),
  },
  'after-photos': {
    rule: 'CL35', onPayload: true,
    check: ({ actor, payload, context }) => (context.isThroughCall || actor.role === 'system' || (payload.photos ?? []).length > 0 ? null : 'CASE_EVIDENCE_REQUIRED'),
  },
  'fresh-fix': {
    rule: 'CL16', onPayload: true,
    check: ({ payload, context }) =>
      Math.abs((context.doneAt ?? context.now) - (payload.fixAt ?? -Infinity)) <= context.rules.checkFixMs ? null : 'CASE_FIX_TOO_OLD',
  },
  'check-on-site': {
    rule: 'CL16', onPayload: true,
    check: ({ item, payload, context }) => (payload.lngLat && distanceM(item.lngLat, payload.lngLat) <= context.rules.checkRadiusM ? null : 'CASE_CHECK_TOO_FAR'),
  },
  'failure-shown': {
    rule: 'CL17', onPayload: true,
    check: ({ item, payload }) => ((payload.photos ?? []).length > 0 || item.checkResult?.isPassed === false ? null : 'CASE_EVIDENCE_REQUIRED'),
  },
  'cited-item': {
    rule: 'CL38', onPayload: true, field: 'itemCode',
    check: ({ payload: { itemCode }, context }) => (itemCode === undefined || context.itemOf(itemCode) ? null : 'CASE_ITEM_UNKNOWN'),
    detail: ({ payload }) => payload.itemCode ?? '',
  },
  'item-cited': {
    rule: 'CL38', onPayload: true, field: 'itemCode',
    check: ({ item, payload: { itemCode }, context }) => (itemCode === undefined && context.itemsFor(item.typeCode).length > 0 ? 'CASE_ITEM_REQUIRED' : null),
    detail: ({ item, context }) => context.itemsFor(item.typeCode).map(({ no, name }) => `${no} ${name}`).join('、'),
  },
  'return-form': {
    rule: 'CL19', onPayload: true,
    check: ({ item, payload, context }) => formGiven(payload, approvalPath(item, 'return', payload, context).needsForm),
  },
  'extension-form': {
    rule: 'CL20', onPayload: true,
    check: ({ item, payload, context }) => formGiven(payload, approvalPath(item, 'extension', payload, context).needsForm),
  },
  'review-due': {
    rule: 'CL34',
    check: ({ item }) => (item.application?.path.needsReview && item.application.review === null ? null : 'APPLICATION_REVIEW_NOT_DUE'),
  },
  reviewed: {
    rule: 'CL34',
    check: ({ item }) => (item.application?.path.needsReview && item.application.review === null ? 'APPLICATION_NOT_REVIEWED' : null),
  },
  'return-approver': { rule: 'CL19', check: isApprover },
  'extension-approver': { rule: 'CL20', check: isApprover },
  'resume-day': {
    rule: 'CL21', onPayload: true,
    check: ({ payload, context }) => ((payload.until ?? 0) > context.now ? null : 'CASE_RESUME_DAY_PAST'),
  },
  mergeable: {
    rule: 'CL25', onPayload: true,
    check: ({ item, context }) => (context.parent && isMergeable(item, context.parent, context.rules) ? null : 'CASE_NOT_MERGEABLE'),
  },
  'reporter-told': {
    rule: 'CL26', onPayload: true,
    check: ({ item, payload }) => (payload.answerHow || !item.receipts.some(isUnanswered) ? null : 'CASE_REPORTER_NOT_TOLD'),
  },
  'contact-due': {
    rule: 'CL39',
    check: ({ item, payload }) => (nextToContact(item.receipts, payload.reportCaseId) ? null : 'CASE_CONTACT_NOT_DUE'),
  },
  'answer-due': {
    rule: 'CL26',
    check: ({ item, payload }) =>
      item.receipts.some((receipt) => isUnanswered(receipt) && (payload.reportCaseId ?? receipt.caseId) === receipt.caseId) ? null : 'CASE_ANSWER_NOT_DUE',
  },
  'reporters-answered': {
    rule: 'CL26',
    check: ({ item }) => (item.receipts.some(isUnanswered) ? 'CASE_REPORTERS_UNANSWERED' : null),
  },
  'within-reopen': {
    rule: 'CL27',
    check: ({ item, context }) => (context.now <= reopenableUntil(item, context.rules) || isReopenAsked(item) ? null : 'CASE_REOPEN_EXPIRED'),
  },
  'ask-in-time': {
    rule: 'CL42',
    check: ({ item, context }) => (context.now <= reopenableUntil(item, context.rules) ? null : 'CASE_REOPEN_EXPIRED'),
  },
  'ask-once': {
    rule: 'CL42', onPayload: true,
    check: ({ item, payload }) => (item.reopenAsks.some(({ reportCaseId }) => reportCaseId === payload.reportCaseId) ? 'CASE_REOPEN_ASKED' : null),
  },
  'ask-due': {
    rule: 'CL42',
    check: ({ item, payload }) =>
      (item.reopenAsks.some((ask) => ask.answeredAt === null && (payload.reportCaseId ?? ask.reportCaseId) === ask.reportCaseId) ? null : 'CASE_REOPEN_NOT_ASKED'),
  },
  'asks-decided': {
    rule: 'CL42',
    check: ({ item }) => (isReopenAsked(item) ? 'CASE_REOPEN_UNDECIDED' : null),
  },
  audited: {
    rule: 'CL29', onPayload: true,
    check: ({ item, payload }) => (item.isAuditSample && !payload.note?.trim() ? 'CASE_AUDIT_REQUIRED' : null),
  },
};

function mayAsk({ item, payload, context }: GuardInput, task: GridTask): boolean {
  return payload.personId === undefined || context.mayAsk(payload.personId, task, item.typeCode);
}

function isApprover({ item, actor }: GuardInput): 'APPLICATION_OTHER_APPROVER' | null {
  return item.application === null || item.application.path.approver === actor.role ? null : 'APPLICATION_OTHER_APPROVER';
}

function formGiven(payload: CasePayload, needsForm: boolean): 'APPLICATION_FORM_REQUIRED' | null {
  return needsForm && (payload.formPhotos ?? []).length === 0 ? 'APPLICATION_FORM_REQUIRED' : null;
}
