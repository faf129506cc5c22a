import type { Case } from './case.ts';

/** What a change of a case can be told by, before and after; instants are epoch ms, names are codes. */
export interface FieldChange {
  readonly field: ChangedField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

const READ = {
  state: (item) => item.state,
  typeCode: (item) => item.typeCode,
  level: (item) => item.level,
  gridCode: (item) => item.gridCode,
  leadDepartmentId: (item) => item.leadDepartmentId,
  teamId: (item) => item.order?.teamId ?? null,
  supportDepartmentIds: (item) => item.supportDepartmentIds.join(' ') || null,
  checkerId: (item) => item.checkerId,
  dueAt: (item) => item.clock.dueAt,
  until: (item) => item.suspendedUntil,
  supervisionLevel: (item) => item.supervision,
  parentCaseId: (item) => item.mergedInto,
} satisfies Record<string, (item: Case) => string | number | null>;

export type ChangedField = keyof typeof READ;

/** 全过程留痕: the fields that differ between two states of a case, in the order of the table. */
export function fieldChanges(before: Case, after: Case): FieldChange[] {
  return (Object.keys(READ) as ChangedField[]).flatMap((field) => {
    const [was, is] = [READ[field](before), READ[field](after)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
