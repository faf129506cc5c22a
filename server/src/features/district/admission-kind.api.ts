import { join } from 'node:path';
import { z } from 'zod';
import type { CaseType, GridAdmission, GridTask } from '@wangge/shared/district';
import { csvKind, repeated, unknownDepartments, type ListRow } from '../lists/csv-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListContext, ListKind, ListProblem } from '../lists/list-kind.api.ts';

const TASKS: Readonly<Record<string, GridTask>> = { 巡查: 'patrol', 核实: 'verify', 核查: 'check' };

/** How a row is marked that came with the product and was never applied for. */
const DEFAULT_SOURCE = 'F';

type Rows = readonly ListRow<GridAdmission>[];

const columns = {
  code: '编码', name: '事项', department: '提出部门', tasks: '可派任务', dutyCodes: '网格事务', typeCodes: '案件类型', funding: '经费保障', approvalNo: '准入批文',
  basis: '依据', validFrom: '生效日期', validTo: '失效日期', source: '来源',
} as const satisfies Record<keyof GridAdmission, string>;

const tasks = cell.several.transform((words, context) => words.flatMap((word): GridTask[] => {
  const task = TASKS[word];
  if (!task) context.addIssue({ code: 'custom', message: `应为 ${Object.keys(TASKS).join('、')} 之一` });
  return task ? [task] : [];
})).refine((found) => found.length > 0, '不能为空');

const row: z.ZodType<GridAdmission> = z.strictObject({
  code: cell.text, name: cell.text, department: cell.text, tasks, dutyCodes: cell.several, typeCodes: cell.several,
  funding: z.string().min(1, '没有经费保障：费随事转，不带经费的事项不准入'), approvalNo: cell.note, basis: cell.text, validFrom: cell.day, validTo: cell.dayOrNull, source: cell.note,
});

/** Tasks without what they are for, or the other way round, what nobody approved (准入审批), and periods that end before they begin. */
function odd({ line, value: { tasks: asked, dutyCodes, typeCodes, approvalNo, validFrom, validTo, source } }: ListRow<GridAdmission>): ListProblem[] {
  const isOnCases = asked.some((task) => task !== 'patrol');
  return [
    ...(asked.includes('patrol') === dutyCodes.length > 0 ? [] : [{ line, column: columns.dutyCodes, reason: dutyCodes.length > 0 ? '可派任务里没有巡查' : '可派巡查，却没有写明网格事务' }]),
    ...(isOnCases === typeCodes.length > 0 ? [] : [{ line, column: columns.typeCodes, reason: isOnCases ? '可派核实或核查，却没有写明案件类型' : '可派任务里没有核实、核查' }]),
    ...(approvalNo === '' && source !== DEFAULT_SOURCE ? [{ line, column: columns.approvalNo, reason: '没有准入批文：部门先提出申请，批准后才能列入' }] : []),
    ...(validTo !== null && validTo < validFrom ? [{ line, column: columns.validTo, reason: '失效日期早于生效日期' }] : []),
  ];
}

/** What is admitted twice on one day. */
function doubled(rows: Rows): ListProblem[] {
  const isMeeting = (a: GridAdmission, b: GridAdmission): boolean => a.validFrom <= (b.validTo ?? '9999') && b.validFrom <= (a.validTo ?? '9999');
  const seen = new Map<string, ListRow<GridAdmission>[]>();
  return rows.flatMap((row) => row.value.tasks.flatMap((task) => (task === 'patrol' ? row.value.dutyCodes : row.value.typeCodes).flatMap((code): ListProblem[] => {
    const key = `${task}|${code}`;
    const before = seen.get(key)?.find((other) => isMeeting(other.value, row.value));
    seen.set(key, [...(seen.get(key) ?? []), row]);
    return before ? [{ line: row.line, column: task === 'patrol' ? columns.dutyCodes : columns.typeCodes, reason: `“${code}”重复准入，第 ${before.line} 行已有` }] : [];
  })));
}

function unknownTypes(rows: Rows, context: ListContext): ListProblem[] {
  const types = context.contentOf('case-types') as readonly CaseType[] | undefined;
  const codes = new Set(types?.map(({ code }) => code));
  return types === undefined ? [] : rows.flatMap(({ line, value }) => value.typeCodes.filter((code) => !codes.has(code)).map((code) => ({ line, column: columns.typeCodes, reason: `没有案件类型“${code}”` })));
}

/** 网格事务准入清单: what may be asked of a grid worker, at whose wish and with whose funds. The contents of the default are our own filling (默认值). */
export const admissionKind: ListKind<readonly GridAdmission[]> = csvKind<GridAdmission>({
  kind: 'grid-admissions', name: '网格事务准入清单', file: join(import.meta.dirname, 'defaults', 'grid-admissions.csv'), columns, row,
  check: (rows, context) => [
    ...repeated(rows, columns.code, ({ code }) => code), ...rows.flatMap(odd), ...doubled(rows), ...unknownTypes(rows, context),
    ...unknownDepartments(rows, columns.department, ({ department }) => [department], context),
  ],
});
