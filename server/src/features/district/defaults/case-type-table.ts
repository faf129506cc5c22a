import { z } from 'zod';
import type { LimitUnit, TimeLimit } from '@wangge/shared/calendar';
import type { CaseType, Level, Platform, Urgency } from '@wangge/shared/district';
import { readListRows, repeated, type ListRow } from '../../lists/csv-kind.api.ts';
import { cell, limitText } from '../../lists/list-cells.api.ts';
import type { ListProblem } from '../../lists/list-kind.api.ts';

const PLATFORM_OF = { 综治工作: 'order', 市场监管: 'market', 综合执法: 'enforcement', 便民服务: 'service' } as const satisfies Record<string, Platform>;
const LEVEL_OF = { 一般: 'ordinary', 较大: 'serious', 重大: 'major' } as const satisfies Record<string, Level>;
const URGENCY_OF = { 普通: 'normal', 紧急: 'urgent', 特急: 'critical' } as const satisfies Record<string, Urgency>;
const LIMIT_UNITS: readonly LimitUnit[] = ['work_hour', 'work_day', 'hour', 'day'];

const row = z.strictObject({
  code: z.string().regex(/^[A-Z]\d{3,4}$/, '应为一个大写字母加 3–4 位数字'),
  name: cell.text,
  platform: cell.oneOf(PLATFORM_OF),
  group: cell.text,
  leadDept: cell.text,
  supportDepts: cell.several,
  level: cell.oneOf(LEVEL_OF),
  urgency: cell.oneOf(URGENCY_OF),
  limit: cell.limit.refine(({ unit }) => LIMIT_UNITS.includes(unit), '应以 工作时、工作日、小时 或 日 计'),
  limitSource: cell.text,
  signMinutes: cell.positive,
  onsiteMinutes: cell.positiveOrNull,
  containsPersonalInfo: cell.flag,
  jointHandling: cell.flag,
  canSuspend: cell.flag,
  maxExtensions: cell.whole,
  closeEvidence: cell.note,
});
type TypeRow = z.infer<typeof row>;

/** The columns of a table of case types (案件类型表) as people write them, in order. */
export const CASE_TYPE_COLUMNS: Readonly<Record<keyof TypeRow, string>> = {
  code: '编码', name: '案件类型', platform: '平台', group: '分组', leadDept: '主办', supportDepts: '协办', level: '等级', urgency: '紧急程度', limit: '处置时限', limitSource: '时限来源',
  signMinutes: '签收分钟', onsiteMinutes: '到场分钟', containsPersonalInfo: '涉个人信息', jointHandling: '联合处置', canSuspend: '可挂账', maxExtensions: '最多延期', closeEvidence: '结案要件',
};

/** 签收、到场: a plain clock for what is urgent, working minutes for the rest. */
function minutes(value: number, urgency: Urgency): TimeLimit {
  return { value, unit: urgency === 'normal' ? 'work_minute' : 'minute' };
}

function typeFrom({ signMinutes, onsiteMinutes, ...type }: TypeRow): CaseType {
  return { ...type, signLimit: minutes(signMinutes, type.urgency), onsiteLimit: onsiteMinutes === null ? null : minutes(onsiteMinutes, type.urgency) };
}

/** Reads a table of case types. Rows that can't be used, and codes given twice, are listed; the rest is answered with their lines. */
export function readCaseTypeTable(csv: string): { readonly rows: readonly ListRow<CaseType>[]; readonly problems: readonly ListProblem[] } {
  const read = readListRows<TypeRow>(csv, { columns: CASE_TYPE_COLUMNS, row });
  const twice = repeated(read.rows, CASE_TYPE_COLUMNS.code, ({ code }) => code);
  const rows = read.rows.filter(({ line }) => !twice.some((problem) => problem.line === line)).map(({ line, value }) => ({ line, value: typeFrom(value) }));
  return { rows, problems: [...read.problems, ...twice].toSorted((a, b) => a.line - b.line) };
}

function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(words).find((word) => words[word] === value) ?? value;
}

function cellsOf(type: CaseType): readonly (string | number)[] {
  const yesNo = (value: boolean): string => (value ? '是' : '否');
  return [
    type.code, type.name, wordFor(PLATFORM_OF, type.platform), type.group, type.leadDept, type.supportDepts.join(';'), wordFor(LEVEL_OF, type.level), wordFor(URGENCY_OF, type.urgency),
    limitText(type.limit), type.limitSource, type.signLimit.value, type.onsiteLimit?.value ?? '', yesNo(type.containsPersonalInfo), yesNo(type.jointHandling),
    yesNo(type.canSuspend), type.maxExtensions, type.closeEvidence,
  ];
}

/** The table as a file, the way it is read. */
export function writeCaseTypeTable(types: readonly CaseType[]): string {
  const quoted = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return `${[Object.values(CASE_TYPE_COLUMNS), ...types.map(cellsOf)].map((line) => line.map(quoted).join(',')).join('\n')}\n`;
}
