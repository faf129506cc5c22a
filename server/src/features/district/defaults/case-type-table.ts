import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { TimeLimit } from '@wangge/shared/calendar';
import { LEVELS, PLATFORMS, URGENCIES, type CaseType, type Urgency } from '@wangge/shared/district';

/** The columns of a table of case types (案件类型表), in order; a file must have exactly these. */
export const CASE_TYPE_COLUMNS = [
  'code', 'name', 'platform', 'group', 'lead_dept', 'support_depts', 'level', 'urgency', 'limit_value', 'limit_unit', 'limit_source',
  'sign_minutes', 'onsite_minutes', 'personal', 'joint', 'can_suspend', 'max_extensions', 'close_evidence',
] as const;

/** One row that can't be used: its line in the file, the column, and why, written for the person who keeps the table. */
export interface TableProblem {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

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

/** Reads a table of case types. Rows that can't be used, and codes given twice, are listed; the rest is answered. */
export function readCaseTypeTable(csv: string): { readonly types: readonly CaseType[]; readonly problems: readonly TableProblem[] } {
  const [head = [], ...lines] = parse(csv, { bom: true, skip_empty_lines: true, relax_column_count: true, info: false }) as string[][];
  const wrong = CASE_TYPE_COLUMNS.find((name, i) => head[i] !== name) ?? head[CASE_TYPE_COLUMNS.length];
  if (wrong !== undefined) return { types: [], problems: [{ line: 1, column: wrong, reason: `表头应为 ${CASE_TYPE_COLUMNS.join(',')}` }] };

  const types = new Map<string, CaseType>();
  const problems: TableProblem[] = [];
  lines.forEach((cells, index) => {
    const line = index + 2;
    const parsed = row.safeParse(Object.fromEntries(CASE_TYPE_COLUMNS.map((name, i) => [name, cells[i]])));
    if (cells.length !== CASE_TYPE_COLUMNS.length) problems.push({ line, column: '', reason: `应有 ${CASE_TYPE_COLUMNS.length} 列，实有 ${cells.length} 列` });
    else if (!parsed.success) problems.push(...parsed.error.issues.map((i) => ({ line, column: String(i.path[0] ?? ''), reason: i.message })));
    else if (types.has(parsed.data.code)) problems.push({ line, column: 'code', reason: `编码 ${parsed.data.code} 重复` });
    else types.set(parsed.data.code, typeFrom(parsed.data));
  });
  return { types: [...types.values()], problems };
}
