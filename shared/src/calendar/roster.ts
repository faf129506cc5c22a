import { DAY_MS, MINUTE_MS } from '../base/index.ts';

/** On which days a shift begins: days the public works, days it rests, or every day. */
export const SHIFT_DAYS = ['workdays', 'rest-days', 'every-day'] as const;
export type ShiftDays = (typeof SHIFT_DAYS)[number];

/** One shift (班次), minutes from midnight of the day it begins; beyond 1440 it ends on the next day (20:00–08:00 is 1200–1920). */
export interface Shift {
  readonly days: ShiftDays;
  readonly startMin: number;
  readonly endMin: number;
}

/** 值班表: when the departments it names are on duty; round the clock is one shift of every day, 0–1440. */
export interface DutyRoster {
  readonly name: string;
  /** Names as the lists write them. */
  readonly departments: readonly string[];
  readonly shifts: readonly Shift[];
}

/** A stretch of time, epoch ms, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

function isShiftOn({ days }: Shift, isWorkday: boolean): boolean {
  return days === 'every-day' || (days === 'workdays') === isWorkday;
}

/** Stretches that touch or overlap, as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}

/** The hours on duty of one day: its own shifts up to midnight, and what the shifts of the day before reach into it. `isWorkday` is asked for a midnight. */
export function dutySpans(shifts: readonly Shift[], midnight: number, isWorkday: (midnight: number) => boolean): readonly Span[] {
  const spans = [midnight - DAY_MS, midnight].flatMap((day) => shifts.filter((shift) => isShiftOn(shift, isWorkday(day)))
    .map(({ startMin, endMin }) => ({ from: Math.max(midnight, day + startMin * MINUTE_MS), to: Math.min(midnight + DAY_MS, day + endMin * MINUTE_MS) })));
  return joined(spans.filter(({ from, to }) => from < to));
}
