import type { PersonId } from '@wangge/shared/base';
import { transitionOf, type CaseAction, type CasePayload, type PayloadField } from '@wangge/shared/case';
import type { CaseDetail } from '@wangge/shared/wire';

/** How a field is asked for at the desk. */
export type FieldKind = 'text' | 'type' | 'level' | 'grid' | 'department' | 'departments' | 'team' | 'person' | 'case' | 'instant' | 'supervision' | 'satisfaction' | 'yes-no'
  | 'ground' | 'item' | 'photos' | 'advice' | 'report' | 'answer' | 'here';

export interface FormField {
  readonly name: PayloadField;
  readonly kind: FieldKind;
}

/** Fields a desk can ask for; the instant of a place comes with the place. An action with another field is not offered. */
const KINDS: Partial<Record<PayloadField, FieldKind>> = {
  typeCode: 'type', level: 'level', gridCode: 'grid', departmentId: 'department', supportDepartmentIds: 'departments', teamId: 'team',
  personId: 'person', parentCaseId: 'case', reason: 'text', note: 'text', basis: 'text', until: 'instant', supervisionLevel: 'supervision',
  satisfaction: 'satisfaction', isResolved: 'yes-no', ground: 'ground', photos: 'photos', formPhotos: 'photos', isSupported: 'advice',
  reportCaseId: 'report', itemCode: 'item', answerHow: 'answer', lngLat: 'here',
};

/** What the case and the choice made so far ask for beside the table. */
function alsoNeeded(action: CaseAction, detail: CaseDetail, draft: CasePayload): readonly PayloadField[] {
  switch (action) {
    case 'report-back': return ['photos'];
    case 'request-return': return [...(detail.citable.length > 0 ? ['itemCode' as const] : []), ...(draft.ground !== undefined && draft.ground !== 'misdispatched' ? ['formPhotos' as const] : [])];
    case 'request-extension': return detail.extensionNeedsForm ? ['formPhotos'] : [];
    case 'refuse': case 'deny-report': return detail.receipts.some(({ isOwed }) => isOwed) ? ['answerHow'] : [];
    case 'fail-check': return detail.checkResult?.isPassed === false ? [] : ['photos'];
    case 'approve-self-handled': return detail.isAuditSample ? ['note'] : [];
    default: return [];
  }
}

/** What must be given with an action, in the order of the life-cycle table, then what this case asks for; null when the desk cannot give it. */
export function formNeeds(action: CaseAction, detail?: CaseDetail, draft: CasePayload = {}): readonly FormField[] | null {
  const fields: FormField[] = [];
  if (action === 'arrive') return null;
  for (const name of [...(transitionOf(action)?.requires ?? []), ...(detail ? alsoNeeded(action, detail, draft) : [])]) {
    const kind = KINDS[name];
    if (name === 'fixAt') continue;
    if (!kind) return null;
    fields.push({ name, kind });
  }
  return fields;
}

/**
 * What the form holds when it opens: what the case already says, so that a right case is passed on with one press.
 * `checker` is who would be asked to verify or check.
 */
export function prefill(action: CaseAction, detail: CaseDetail, checker?: PersonId): CasePayload {
  const { row } = detail;
  const owed = detail.receipts.find(({ isOwed }) => isOwed)?.caseId;
  const until = detail.application?.until;
  const [item] = detail.citable;
  const asked = action === 'reopen' ? detail.reopenAsks.find(({ answeredAt }) => answeredAt === null) : undefined;
  const nextTeam = action === 'pass-on' ? row.order?.ladder?.nextTeamId : null;
  const known: CasePayload = {
    typeCode: row.typeCode, level: row.level, gridCode: row.gridCode, ...(checker ? { personId: checker } : {}), ...(owed ? { reportCaseId: owed } : {}),
    ...(until ? { until } : {}), ...(item ? { itemCode: item.no } : {}), ...(asked ? { reason: asked.reason } : {}), ...(nextTeam ? { teamId: nextTeam } : {}), isSupported: true,
  };
  const names = new Set(formNeeds(action, detail)?.map((field) => field.name));
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name as PayloadField)));
}

/** The first field still empty; null when the action can be sent. */
export function firstMissing(action: CaseAction, payload: CasePayload, detail?: CaseDetail): PayloadField | null {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
  return formNeeds(action, detail, payload)?.find((field) => isEmpty(payload[field.name]))?.name ?? null;
}
