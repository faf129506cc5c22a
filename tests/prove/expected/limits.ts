import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvText } from '../csv.ts';

/** A case type as this proof reads it from the table that ships with the product. */
export interface CountedType {
  readonly platform: string;
  readonly limitValue: number;
  readonly limitUnit: string;
  readonly canSuspend: boolean;
}

interface CalendarFile {
  readonly seasons: readonly { readonly from: string; readonly to: string; readonly sessions: readonly { readonly startMin: number; readonly endMin: number }[] }[];
  readonly exceptions: readonly { readonly date: string; readonly isWorkday: boolean }[];
}

const DEFAULTS = join(import.meta.dirname, '../../../server/src/features/district/defaults');
const DAY = 86_400_000;
const BEIJING = 8 * 3_600_000;

export const dayOf = (at: number): number => Math.floor((at + BEIJING) / DAY) * DAY - BEIJING;
export const monthOf = (at: number): number => {
  const local = new Date(at + BEIJING);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - BEIJING;
};

const PLATFORMS: Readonly<Record<string, string>> = { 综治工作: 'order', 市场监管: 'market', 综合执法: 'enforcement', 便民服务: 'service' };
const UNITS: Readonly<Record<string, string>> = { 工作时: 'work_hour', 工作日: 'work_day', 小时: 'hour', 日: 'day' };

export function readTypes(): Map<string, CountedType> {
  return new Map(readCsvText(readFileSync(join(DEFAULTS, 'case-types.csv'), 'utf8')).map((row) => [row['编码'] ?? '', {
    platform: PLATFORMS[row['平台'] ?? ''] ?? '', limitValue: Number.parseFloat(row['处置时限'] ?? ''), limitUnit: UNITS[(row['处置时限'] ?? '').replace(/^\d+/, '')] ?? '',
    canSuspend: row['可挂账'] === '是' && row['紧急程度'] !== '特急',
  }]));
}

const calendar = JSON.parse(readFileSync(join(DEFAULTS, 'calendar.json'), 'utf8')) as CalendarFile;
const exceptions = new Map(calendar.exceptions.map(({ date, isWorkday }) => [date, isWorkday]));

/** Working stretches of a day, counted plainly from the calendar file. */
function stretches(day: number): (readonly [number, number])[] {
  const local = new Date(day + BEIJING);
  const date = local.toISOString().slice(0, 10);
  const isWorked = exceptions.get(date) ?? (local.getUTCDay() !== 0 && local.getUTCDay() !== 6);
  if (!isWorked) return [];
  const monthDay = date.slice(5);
  const season = calendar.seasons.find(({ from, to }) => (from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to));
  return (season?.sessions ?? []).map(({ startMin, endMin }) => [day + startMin * 60_000, day + endMin * 60_000] as const);
}

function worked(from: number, to: number): number {
  let sum = 0;
  for (let day = dayOf(from); day < to; day += DAY) for (const [start, end] of stretches(day)) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return sum;
}

/** The end of work on the n-th working day after that of `from`. */
function endOfNthDay(from: number, count: number): number {
  let left = count;
  let day = dayOf(from);
  while (left > 0) {
    day += DAY;
    if (stretches(day).length > 0) left -= 1;
  }
  return stretches(day).at(-1)?.[1] ?? day;
}

/** The share of a type's limit that is used up between the report and `until`. */
export function shareUsed({ limitValue, limitUnit }: CountedType, reportedAt: number, until: number): number {
  if (limitUnit === 'hour') return (until - reportedAt) / (limitValue * 3_600_000);
  if (limitUnit === 'day') return (until - reportedAt) / (dayOf(reportedAt) + (limitValue + 1) * DAY - 1 - reportedAt);
  const total = limitUnit === 'work_hour' ? limitValue * 3_600_000 : worked(reportedAt, endOfNthDay(reportedAt, limitValue));
  return worked(reportedAt, until) / total;
}
