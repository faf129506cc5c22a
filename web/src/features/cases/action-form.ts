import type { PersonId } from '@wangge/shared/base';
import { transitionOf, type CaseAction, type CasePayload, type PayloadField } from '@wangge/shared/case';
import type { CaseDetail } from '@wangge/shared/wire';

/** How a field is asked for at the desk. */
export type FieldKind = 'text' | 'type' | 'level' | 'grid' | 'department' | 'departments' | 'team' | 'person' | 'case' | 'instant' | 'supervision' | 'satisfaction' | 'yes-no';

export interface FormField {
  readonly name: PayloadField;
  readonly kind: FieldKind;
}

/** Fields a desk can ask for. Those not here (a place, photos) come from the field, so their actions are not offered. */
const KINDS: Partial<Record<PayloadField, FieldKind>> = {
  typeCode: 'type', level: 'level', gridCode: 'grid', departmentId: 'department', supportDepartmentIds: 'departments', teamId: 'team',
  personId: 'person', parentCaseId: 'case', reason: 'text', note: 'text', basis: 'text', until: 'instant', supervisionLevel: 'supervision',
  satisfaction: 'satisfaction', isResolved: 'yes-no',
};

/** What must be given with an action, in the order of the life-cycle table; null when the desk cannot give it. */
export function formNeeds(action: CaseAction): readonly FormField[] | null {
  const fields: FormField[] = [];
  for (const name of transitionOf(action)?.requires ?? []) {
    const kind = KINDS[name];
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
  const known: CasePayload = { typeCode: row.typeCode, level: row.level, gridCode: row.gridCode, ...(checker ? { personId: checker } : {}) };
  const names = new Set(formNeeds(action)?.map((field) => field.name));
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name as PayloadField)));
}

/** The first field still empty; null when the action can be sent. */
export function firstMissing(action: CaseAction, payload: CasePayload): PayloadField | null {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
  return formNeeds(action)?.find((field) => isEmpty(payload[field.name]))?.name ?? null;
}
