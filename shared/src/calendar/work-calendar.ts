import { DAY_MS, MINUTE_MS, dateKey, localParts, startOfDay } from '../base/index.ts';

/** A working session of a day, minutes from midnight, end exclusive. */
export interface Session {
  readonly startMin: number;
  readonly endMin: number;
}

/** Sessions in force from one month-day to another (`MM-DD`, inclusive; may wrap the year): 夏令 / 冬令作息. */
export interface Season {
  readonly from: string;
  readonly to: string;
  readonly sessions: readonly Session[];
}

/** A date that differs from the plain Monday-to-Friday week: 法定节假日 or 调休上班日. */
export interface DayException {
  readonly date: string;
  readonly isWorkday: boolean;
  readonly name: string;
}

/** Working calendar (工作日历): versioned data a county edits. `coveredYears` are those whose State Council notice is entered. */
export interface WorkCalendar {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly coveredYears: readonly number[];
  readonly seasons: readonly Season[];
  readonly exceptions: readonly DayException[];
}

const exceptionIndex = new WeakMap<WorkCalendar, Map<string, boolean>>();

function exceptionsOf(calendar: WorkCalendar): Map<string, boolean> {
  let index = exceptionIndex.get(calendar);
  if (!index) {
    index = new Map(calendar.exceptions.map((e) => [e.date, e.isWorkday]));
    exceptionIndex.set(calendar, index);
  }
  return index;
}

/** Whether the Shanghai day that holds `at` is worked, holidays and 调休 included. */
export function isWorkday(calendar: WorkCalendar, at: number): boolean {
  return exceptionsOf(calendar).get(dateKey(at)) ?? localParts(at).isoWeekday <= 5;
}

/** Whether the notice of that year has been entered; without it the plain week is a guess a person must be told of. */
export function isYearCovered(calendar: WorkCalendar, at: number): boolean {
  return calendar.coveredYears.includes(localParts(at).year);
}

function inSeason(monthDay: string, season: Season): boolean {
  return season.from <= season.to
    ? monthDay >= season.from && monthDay <= season.to
    : monthDay >= season.from || monthDay <= season.to;
}

/** A stretch of working time, epoch ms, end exclusive. */
interface WorkSpan {
  readonly from: number;
  readonly to: number;
}

/** Days already worked out: limits ask for the same few hundred again and again. */
const sessionIndex = new WeakMap<WorkCalendar, Map<number, readonly WorkSpan[]>>();

/** The working intervals of the Shanghai day that holds `at`, epoch ms, in order; empty on a day off. */
export function sessionsOn(calendar: WorkCalendar, at: number): readonly WorkSpan[] {
  const midnight = startOfDay(at);
  let days = sessionIndex.get(calendar);
  if (!days) sessionIndex.set(calendar, (days = new Map()));
  let spans = days.get(midnight);
  if (!spans) days.set(midnight, (spans = sessionsFrom(calendar, midnight)));
  return spans;
}

function sessionsFrom(calendar: WorkCalendar, midnight: number): readonly WorkSpan[] {
  if (!isWorkday(calendar, midnight)) return [];
  const monthDay = dateKey(midnight).slice(5);
  const season = calendar.seasons.find((s) => inSeason(monthDay, s));
  return (season?.sessions ?? []).map((s) => ({ from: midnight + s.startMin * MINUTE_MS, to: midnight + s.endMin * MINUTE_MS }));
}

/** Days looked ahead before a calendar without any working session is called broken. */
const HORIZON_DAYS = 800;

/** Working milliseconds between two instants (0 when `to` is not later). */
export function workMsBetween(calendar: WorkCalendar, from: number, to: number): number {
  let sum = 0;
  for (let day = startOfDay(from); day < to; day += DAY_MS) {
    for (const s of sessionsOn(calendar, day)) sum += Math.max(0, Math.min(to, s.to) - Math.max(from, s.from));
  }
  return sum;
}

/** The instant at which `workMs` of working time have passed since `from`. */
export function addWorkMs(calendar: WorkCalendar, from: number, workMs: number): number {
  let left = workMs;
  let day = startOfDay(from);
  for (let i = 0; i < HORIZON_DAYS; i += 1, day += DAY_MS) {
    for (const s of sessionsOn(calendar, day)) {
      const start = Math.max(from, s.from);
      if (start >= s.to) continue;
      if (s.to - start >= left) return start + left;
      left -= s.to - start;
    }
  }
  throw new Error(`work calendar ${calendar.version} has no working time within ${HORIZON_DAYS} days of ${dateKey(from)}`);
}

/** The end of work on the `days`-th working day after the day of `from` (the day of `from` is day 0). */
export function endOfWorkDay(calendar: WorkCalendar, from: number, days: number): number {
  let left = days;
  let day = startOfDay(from);
  for (let i = 0; i < HORIZON_DAYS; i += 1) {
    const sessions = sessionsOn(calendar, day);
    if (left === 0 && sessions.length > 0) return sessions[sessions.length - 1]!.to;
    day += DAY_MS;
    if (left > 0 && sessionsOn(calendar, day).length > 0) left -= 1;
  }
  throw new Error(`work calendar ${calendar.version} has fewer than ${days} working days after ${dateKey(from)}`);
}
