import type { CaseState } from '../district/index.ts';
import type { LifeRow } from '../life/index.ts';
import type { PayloadField } from './case-payload.ts';

/** Conditions of an action beyond state, role and fields; each is one pure function in `guards.ts`. */
export type GuardName =
  | 'separation' | 'assigned-unit' | 'sent-unit' | 'near-case' | 'within-undo' | 'may-suspend' | 'may-extend' | 'later-due' | 'known-type' | 'known-team' | 'own-supervision' | 'own-check'
  | 'after-photos' | 'check-on-site' | 'fresh-fix' | 'failure-shown' | 'return-form' | 'extension-form' | 'review-due' | 'return-approver' | 'extension-approver' | 'reviewed' | 'resume-day'
  | 'item-cited' | 'cited-item' | 'mergeable' | 'reporter-told' | 'contact-due' | 'answer-due' | 'reporters-answered' | 'within-reopen' | 'ask-in-time' | 'ask-once' | 'ask-due' | 'asks-decided' | 'audited' | 'supports-done' | 'serious' | 'verify-admitted' | 'check-admitted' | 'unsigned' | 'unseen' | 'next-due' | 'other-team';

/** One row of the table of a case's life. */
export type Transition = LifeRow<CaseState, PayloadField, GuardName>;

const IN_PROGRESS = [
  'reported', 'verifying-report', 'accepted', 'filed', 'county-called', 'dispatched', 'handling', 'return-requested', 'extension-requested',
  'suspension-requested', 'suspended', 'handled', 'checking', 'checked', 'void-requested',
] as const satisfies readonly CaseState[];

/** Steps in which a case ages and is supervised: in progress, or waiting for its audit. */
const AGEING = [...IN_PROGRESS, 'self-handled'] as const satisfies readonly CaseState[];

/**
 * The life of a case: who may do what in which state, and what they must give. Whatever is not here is refused.
 * The Chinese name of each action stands in the web's translations.
 */
export const LIFE_CYCLE = [
  { action: 'verify-report', event: 'report-verification-asked', from: ['reported'], to: 'verifying-report', roles: ['intake'], requires: ['personId'], guards: ['verify-admitted'] },
  { action: 'confirm-report', event: 'report-confirmed', from: ['verifying-report'], to: 'reported', roles: ['grid-worker'], requires: ['photos'], guards: ['own-check', 'separation'] },
  { action: 'deny-report', event: 'report-denied', from: ['verifying-report'], to: 'refused', roles: ['intake'], requires: ['reason'], guards: ['reporter-told'] },
  { action: 'accept', event: 'accepted', from: ['reported'], to: 'accepted', roles: ['intake'], requires: ['typeCode', 'level', 'gridCode'], guards: ['known-type'] },
  { action: 'refuse', event: 'refused', from: ['reported'], to: 'refused', roles: ['intake'], requires: ['reason'], guards: ['reporter-told'] },
  { action: 'merge', event: 'merged', from: ['reported'], to: 'merged', roles: ['intake', 'duty-chief'], requires: ['parentCaseId'], guards: ['mergeable'] },
  { action: 'approve-self-handled', event: 'self-handling-approved', from: ['self-handled'], to: 'closed', roles: ['intake', 'duty-chief'], guards: ['separation', 'audited'] },
  { action: 'reject-self-handled', event: 'self-handling-rejected', from: ['self-handled'], to: 'invalid', roles: ['intake', 'duty-chief'], requires: ['reason'], guards: ['separation'] },
  { action: 'file', event: 'filed', from: ['accepted'], to: 'filed', roles: ['duty-chief'] },
  { action: 'send-back', event: 'sent-back', from: ['accepted'], to: 'reported', roles: ['duty-chief'], requires: ['reason'] },
  { action: 'dispatch', event: 'dispatched', from: ['filed'], to: 'dispatched', roles: ['dispatcher', 'commander'], requires: ['teamId'], guards: ['known-team'] },
  { action: 'assign-department', event: 'department-assigned', from: ['filed'], to: 'dispatched', roles: ['dispatcher', 'commander'], requires: ['departmentId'] },
  { action: 'withdraw', event: 'withdrawn', from: ['dispatched', 'handling'], to: 'filed', roles: ['dispatcher', 'commander'], guards: ['within-undo'] },
  { action: 'redirect', event: 'redirected', from: ['dispatched', 'handling'], to: 'dispatched', roles: ['dispatcher', 'commander'], requires: ['teamId'], guards: ['known-team', 'cited-item'] },
  { action: 'call-county', event: 'county-called', from: ['filed', 'handling'], to: 'county-called', roles: ['duty-chief', 'commander'], requires: ['departmentId', 'reason', 'basis'] },
  { action: 'answer-call', event: 'call-answered', from: ['county-called'], to: 'dispatched', roles: ['county-centre', 'county-department'], requires: ['departmentId'] },
  { action: 'return-call', event: 'call-returned', from: ['county-called'], to: 'filed', roles: ['county-centre'], requires: ['basis'] },
  { action: 'withdraw-call', event: 'call-withdrawn', from: ['county-called'], to: 'filed', roles: ['duty-chief', 'commander'], requires: ['reason'] },
  { action: 'raise', event: 'raised', from: ['filed', 'dispatched', 'handling'], to: 'handling', roles: ['department', 'duty-chief', 'dispatcher', 'commander'], requires: ['departmentId'] },
  { action: 'deliver', event: 'delivered', from: ['dispatched'], to: 'same', roles: ['squad', 'system'], guards: ['sent-unit'] },
  { action: 'see', event: 'seen', from: ['dispatched'], to: 'same', roles: ['squad'], guards: ['sent-unit', 'unsigned', 'unseen'] },
  { action: 'remind-sign', event: 'sign-reminded', from: ['dispatched'], to: 'same', roles: ['dispatcher', 'duty-chief', 'commander', 'system'], guards: ['unsigned'] },
  { action: 'propose-next', event: 'next-proposed', from: ['dispatched'], to: 'same', roles: ['system'], guards: ['unsigned'] },
  { action: 'pass-on', event: 'passed-on', from: ['dispatched'], to: 'same', roles: ['dispatcher', 'commander', 'system'], requires: ['teamId'], guards: ['unsigned', 'next-due', 'known-team', 'other-team'] },
  { action: 'tell-desk', event: 'desk-told', from: ['dispatched'], to: 'same', roles: ['system'], guards: ['unsigned'] },
  { action: 'sign', event: 'signed', from: ['dispatched'], to: 'handling', roles: ['squad', 'department', 'county-centre', 'county-department'], guards: ['sent-unit'] },
  { action: 'depart', event: 'departed', from: ['handling'], to: 'same', roles: ['squad'], guards: ['sent-unit'] },
  { action: 'arrive', event: 'arrived', from: ['handling'], to: 'same', roles: ['squad', 'department', 'county-centre', 'county-department'], requires: ['lngLat'], guards: ['sent-unit', 'near-case'] },
  { action: 'contact-reporter', event: 'reporter-contacted', from: ['dispatched', 'handling'], to: 'same', roles: ['squad', 'department', 'county-centre', 'county-department'], requires: ['answerHow', 'note'], guards: ['assigned-unit', 'contact-due'] },
  { action: 'ask-room', event: 'room-asked', from: ['dispatched', 'handling', 'return-requested', 'extension-requested', 'suspension-requested'], to: 'same', roles: ['squad', 'department'], requires: ['note'], guards: ['assigned-unit'] },
  { action: 'report-back', event: 'reported-back', from: ['handling'], to: 'handled', roles: ['squad', 'department', 'county-centre', 'county-department', 'system'], requires: ['note'], guards: ['sent-unit', 'after-photos'] },
  { action: 'request-return', event: 'return-requested', from: ['dispatched', 'handling'], to: 'return-requested', roles: ['squad', 'department'], requires: ['ground', 'reason', 'basis'], guards: ['assigned-unit', 'item-cited', 'cited-item', 'return-form'] },
  { action: 'approve-return', event: 'returned', from: ['return-requested'], to: 'filed', roles: ['duty-chief', 'centre-deputy'], requires: ['note'], guards: ['return-approver'] },
  { action: 'reject-return', event: 'return-rejected', from: ['return-requested'], to: 'handling', roles: ['duty-chief', 'centre-deputy'], requires: ['note'], guards: ['return-approver'] },
  { action: 'request-extension', event: 'extension-requested', from: ['handling'], to: 'extension-requested', roles: ['squad', 'department'], requires: ['reason', 'until'], guards: ['assigned-unit', 'may-extend', 'later-due', 'extension-form'] },
  { action: 'review-application', event: 'application-reviewed', from: ['extension-requested', 'suspension-requested'], to: 'same', roles: ['dispatcher'], requires: ['isSupported', 'note'], guards: ['review-due'] },
  { action: 'approve-extension', event: 'extended', from: ['extension-requested'], to: 'resume', roles: ['duty-chief', 'centre-deputy', 'commander'], requires: ['until'], guards: ['extension-approver', 'reviewed', 'later-due'] },
  { action: 'reject-extension', event: 'extension-rejected', from: ['extension-requested'], to: 'resume', roles: ['duty-chief', 'centre-deputy', 'commander'], requires: ['note'], guards: ['extension-approver', 'reviewed'] },
  { action: 'request-suspension', event: 'suspension-requested', from: ['handling'], to: 'suspension-requested', roles: ['squad', 'department'], requires: ['reason', 'until'], guards: ['assigned-unit', 'may-suspend', 'resume-day'] },
  { action: 'approve-suspension', event: 'suspended', from: ['suspension-requested'], to: 'suspended', roles: ['centre-deputy'], requires: ['until'], guards: ['reviewed', 'resume-day'] },
  { action: 'reject-suspension', event: 'suspension-rejected', from: ['suspension-requested'], to: 'resume', roles: ['centre-deputy'], requires: ['note'], guards: ['reviewed'] },
  { action: 'resume', event: 'resumed', from: ['suspended'], to: 'handling', roles: ['dispatcher', 'system'] },
  { action: 'add-support', event: 'support-added', from: ['dispatched', 'handling'], to: 'same', roles: ['dispatcher', 'duty-chief', 'commander'], requires: ['supportDepartmentIds'] },
  { action: 'convene', event: 'meeting-convened', from: IN_PROGRESS, to: 'same', roles: ['duty-chief', 'commander'], requires: ['departmentId', 'note'], guards: ['serious'] },
  { action: 'send-check', event: 'check-sent', from: ['handled'], to: 'checking', roles: ['intake'], requires: ['personId'], guards: ['check-admitted'] },
  { action: 'pass-check', event: 'check-passed', from: ['checking'], to: 'checked', roles: ['grid-worker', 'inspector'], requires: ['photos', 'lngLat', 'fixAt'], guards: ['own-check', 'separation', 'supports-done', 'fresh-fix', 'check-on-site'] },
  { action: 'report-failed-check', event: 'check-failure-reported', from: ['checking'], to: 'same', roles: ['grid-worker', 'inspector'], requires: ['reason', 'photos', 'lngLat', 'fixAt'], guards: ['own-check', 'separation', 'fresh-fix', 'check-on-site'] },
  { action: 'fail-check', event: 'check-failed', from: ['checking'], to: 'handling', roles: ['intake', 'duty-chief'], requires: ['reason'], guards: ['separation', 'failure-shown'] },
  { action: 'close', event: 'closed', from: ['checked'], to: 'closed', roles: ['duty-chief'], guards: ['separation', 'supports-done'] },
  { action: 'recheck', event: 'recheck-asked', from: ['checked'], to: 'checking', roles: ['duty-chief'], requires: ['reason'] },
  { action: 'answer-reporter', event: 'reporter-answered', from: ['closed', 'evaluated', 'voided', 'refused', 'invalid'], to: 'same', roles: ['intake', 'inspector'], requires: ['reportCaseId', 'answerHow', 'note'], guards: ['answer-due'] },
  { action: 'evaluate', event: 'evaluated', from: ['closed'], to: 'evaluated', roles: ['channel', 'inspector'], requires: ['satisfaction', 'isResolved'], guards: ['reporters-answered'] },
  { action: 'archive', event: 'archived', from: ['evaluated'], to: 'archived', roles: ['system', 'intake'], guards: ['reporters-answered', 'asks-decided'] },
  { action: 'ask-reopen', event: 'reopening-asked', from: ['closed', 'evaluated'], to: 'same', roles: ['channel'], requires: ['reportCaseId', 'reason'], guards: ['ask-in-time', 'ask-once'] },
  { action: 'decline-reopen', event: 'reopening-declined', from: ['closed', 'evaluated'], to: 'same', roles: ['duty-chief'], requires: ['reportCaseId', 'note'], guards: ['ask-due'] },
  { action: 'reopen', event: 'reopened', from: ['closed', 'evaluated', 'archived'], to: 'filed', roles: ['duty-chief'], requires: ['reason'], guards: ['within-reopen'] },
  { action: 'request-void', event: 'void-requested', from: ['accepted', 'filed', 'handling'], to: 'void-requested', roles: ['intake', 'dispatcher'], requires: ['reason'] },
  { action: 'approve-void', event: 'voided', from: ['void-requested'], to: 'voided', roles: ['duty-chief'], requires: ['note'] },
  { action: 'reject-void', event: 'void-rejected', from: ['void-requested'], to: 'resume', roles: ['duty-chief'], requires: ['note'] },
  { action: 'supervise', event: 'supervised', from: AGEING, to: 'same', roles: ['inspector', 'commander', 'leader', 'county-centre', 'system'], requires: ['supervisionLevel', 'note'] },
  { action: 'lift-supervision', event: 'supervision-lifted', from: AGEING, to: 'same', roles: ['inspector', 'commander', 'leader', 'county-centre', 'system'], guards: ['own-supervision'] },
  { action: 'urge', event: 'urged', from: AGEING, to: 'same', roles: ['intake', 'dispatcher', 'duty-chief', 'inspector', 'commander', 'county-centre', 'system'] },
] as const satisfies readonly Transition[];

export type CaseAction = (typeof LIFE_CYCLE)[number]['action'];
export type CaseEventType = 'reported' | 'self-handling-reported' | 'report-joined' | 'reporter-erased' | 'drill-ended' | (typeof LIFE_CYCLE)[number]['event'];

/** All action names, for the door's schema. */
export const CASE_ACTIONS = LIFE_CYCLE.map((row) => row.action) as [CaseAction, ...CaseAction[]];

const byAction = new Map<string, Transition>(LIFE_CYCLE.map((row) => [row.action, row]));

/** The row of an action; undefined when the table has none. */
export function transitionOf(action: string): Transition | undefined {
  return byAction.get(action);
}
