import { z } from 'zod';
import type { TimeLimit } from '@wangge/shared/calendar';
import { LEVELS, PLATFORMS, URGENCIES, type CaseType, type Urgency } from '@wangge/shared/district';
import { readListRows, repeated, type ListRow } from '../../lists/csv-kind.api.ts';
import type { ListProblem } from '../../lists/list-kind.api.ts';

/** The columns of a table of case types (案件类型表), in order. */
export const CASE_TYPE_COLUMNS = [
  'code', 'name', 'platform', 'group', 'lead_dept', 'support_depts', 'level', 'urgency', 'limit_value', 'limit_unit', 'limit_source',
  'sign_minutes', 'onsite_minutes', 'personal', 'joint', 'can_suspend', 'max_extensions', 'close_evidence',
] as const;

const whole = z.string().regex(/^\d+$/, '应为非负整数').transform(Number);
const positive = whole.refine((n) => n > 0, '应大于 0');
const flag = z.enum(['yes', 'no'], '应为 yes 或 no').transform((v) => v === 'yes');

const row = z.strictObject({
  code: z.string().regex(/^[A-Z]\d{3,4}$/, '应为一个大写字母加 3–4 位数字'),
  name: z.string().min(1, '不能为空'),
  platform: z.enum(PLATFORMS, `应为 ${PLATFORMS.join('、')} 之一`),
  group: z.string().min(1, '不能为空'),
  lead_dept: z.string().min(1, '不能为空'),
  support_depts: z.string(),
  level: z.enum(LEVELS, `应为 ${LEVELS.join('、')} 之一`),
  urgency: z.enum(URGENCIES, `应为 ${URGENCIES.join('、')} 之一`),
  limit_value: positive,
  limit_unit: z.enum(['work_hour', 'work_day', 'hour', 'day'], '应为 work_hour、work_day、hour、day 之一'),
  limit_source: z.string().min(1, '不能为空'),
  sign_minutes: positive,
  onsite_minutes: z.union([z.literal('').transform(() => null), positive]),
  personal: flag,
  joint: flag,
  can_suspend: flag,
  max_extensions: whole,
  close_evidence: z.string(),
});

/** 签收、到场: a plain clock for what is urgent, working minutes for the rest. */
function minutes(value: number, urgency: Urgency): TimeLimit {
  return { value, unit: urgency === 'normal' ? 'work_minute' : 'minute' };
}

function typeFrom(r: z.infer<typeof row>): CaseType {
  return {
    code: r.code, name: r.name, platform: r.platform, group: r.group, leadDept: r.lead_dept,
    supportDepts: r.support_depts.split(';').filter((name) => name !== ''), level: r.level, urgency: r.urgency,
    limit: { value: r.limit_value, unit: r.limit_unit }, limitSource: r.limit_source, containsPersonalInfo: r.personal, jointHandling: r.joint,
    closeEvidence: r.close_evidence, signLimit: minutes(r.sign_minutes, r.urgency),
    onsiteLimit: r.onsite_minutes === null ? null : minutes(r.onsite_minutes, r.urgency), canSuspend: r.can_suspend, maxExtensions: r.max_extensions,
  };
}

/** Reads a table of case types. Rows that can't be used, and codes given twice, are listed; the rest is answered with their lines. */
export function readCaseTypeTable(csv: string): { readonly rows: readonly ListRow<CaseType>[]; readonly problems: readonly ListProblem[] } {
  const columns = Object.fromEntries(CASE_TYPE_COLUMNS.map((name) => [name, name])) as { readonly [N in (typeof CASE_TYPE_COLUMNS)[number]]: N };
  const read = readListRows(csv, { columns, row });
  const twice = repeated(read.rows, 'code', ({ code }) => code);
  const rows = read.rows.filter(({ line }) => !twice.some((problem) => problem.line === line)).map(({ line, value }) => ({ line, value: typeFrom(value) }));
  return { rows, problems: [...read.problems, ...twice].toSorted((a, b) => a.line - b.line) };
}

function cellsOf(type: CaseType): readonly (string | number)[] {
  const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
  return [
    type.code, type.name, type.platform, type.group, type.leadDept, type.supportDepts.join(';'), type.level, type.urgency, type.limit.value, type.limit.unit,
    type.limitSource, type.signLimit.value, type.onsiteLimit?.value ?? '', yesNo(type.containsPersonalInfo), yesNo(type.jointHandling), yesNo(type.canSuspend),
    type.maxExtensions, type.closeEvidence,
  ];
}

/** The table as a file, the way it is read. */
export function writeCaseTypeTable(types: readonly CaseType[]): string {
  const quoted = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return `${[CASE_TYPE_COLUMNS, ...types.map(cellsOf)].map((line) => line.map(quoted).join(',')).join('\n')}\n`;
}
