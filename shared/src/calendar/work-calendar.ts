import { DAY_MS, MINUTE_MS, dateKey, localParts, startOfDay } from '../base/index.ts';
import { dutySpans, type DutyRoster, type Span } from './roster.ts';

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

/** A date that differs from the plain Monday-to-Friday week: 法定节假日 or 调休上班日; with `sessions` a half day (半日). */
export interface DayException {
  readonly date: string;
  readonly isWorkday: boolean;
  readonly name: string;
  readonly sessions?: readonly Session[] | undefined;
}

/**
 * Working calendar (工作日历): versioned data a county edits. `coveredYears` are those whose State Council notice is entered.
 * `rosters`: hours of departments that keep others than the public's. `roster`: present in the calendar of one such department.
 */
export interface WorkCalendar {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly coveredYears: readonly number[];
  readonly seasons: readonly Season[];
  readonly exceptions: readonly DayException[];
  readonly rosters?: readonly DutyRoster[] | undefined;
  readonly roster?: DutyRoster | undefined;
}

const exceptionIndex = new WeakMap<WorkCalendar, Map<string, DayException>>();

function exceptionsOf(calendar: WorkCalendar): Map<string, DayException> {
  let index = exceptionIndex.get(calendar);
  if (!index) {
    index = new Map(calendar.exceptions.map((e) => [e.date, e]));
    exceptionIndex.set(calendar, index);
  }
  return index;
}

/** Whether the Shanghai day that holds `at` is worked, holidays and 调休 included. */
export function isWorkday(calendar: WorkCalendar, at: number): boolean {
  return exceptionsOf(calendar).get(dateKey(at))?.isWorkday ?? localParts(at).isoWeekday <= 5;
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

/** Days already worked out: limits ask for the same few hundred again and again. */
const sessionIndex = new WeakMap<WorkCalendar, Map<number, readonly Span[]>>();

/** The working intervals of the Shanghai day that holds `at`, epoch ms, in order: by the duty roster of a department that has one, else by the public hours; empty on a day off. */
export function sessionsOn(calendar: WorkCalendar, at: number): readonly Span[] {
  const midnight = startOfDay(at);
  let days = sessionIndex.get(calendar);
  if (!days) sessionIndex.set(calendar, (days = new Map()));
  let spans = days.get(midnight);
  if (!spans) days.set(midnight, (spans = sessionsFrom(calendar, midnight)));
  return spans;
}

function sessionsFrom(calendar: WorkCalendar, midnight: number): readonly Span[] {
  if (calendar.roster) return dutySpans(calendar.roster.shifts, midnight, (day) => isWorkday(calendar, day));
  return publicSessions(calendar, midnight);
}

/** The hours of the public on a day, half days included. */
function publicSessions(calendar: WorkCalendar, midnight: number): readonly Span[] {
  if (!isWorkday(calendar, midnight)) return [];
  const monthDay = dateKey(midnight).slice(5);
  const sessions = exceptionsOf(calendar).get(dateKey(midnight))?.sessions ?? calendar.seasons.find((s) => inSeason(monthDay, s))?.sessions ?? [];
  return sessions.map((s) => ({ from: midnight + s.startMin * MINUTE_MS, to: midnight + s.endMin * MINUTE_MS }));
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

/**
 * The end of work on the `days`-th working day after the day of `from` (the day of `from` is day 0). 工作日 are the public's,
 * also for a department that keeps a duty roster: the law counts them so.
 */
export function endOfWorkDay(calendar: WorkCalendar, from: number, days: number): number {
  let left = days;
  let day = startOfDay(from);
  for (let i = 0; i < HORIZON_DAYS; i += 1) {
    const sessions = publicSessions(calendar, day);
    if (left === 0 && sessions.length > 0) return sessions[sessions.length - 1]!.to;
    day += DAY_MS;
    if (left > 0 && publicSessions(calendar, day).length > 0) left -= 1;
  }
  throw new Error(`work calendar ${calendar.version} has fewer than ${days} working days after ${dateKey(from)}`);
}

const rosterIndex = new WeakMap<WorkCalendar, Map<string, WorkCalendar>>();

/** The calendar by which a department's working hours run: with its duty roster where the county keeps one for it, else the public one. */
export function calendarOfDepartment(calendar: WorkCalendar, name: string): WorkCalendar {
  let byName = rosterIndex.get(calendar);
  if (!byName) {
    byName = new Map((calendar.rosters ?? []).flatMap((roster) => {
      const own = { ...calendar, roster };
      return roster.departments.map((department) => [department, own]);
    }));
    rosterIndex.set(calendar, byName);
  }
  return byName.get(name) ?? calendar;
}

/** Whether somebody is on duty at an instant. */
export function isOpenAt(calendar: WorkCalendar, at: number): boolean {
  return sessionsOn(calendar, at).some(({ from, to }) => from <= at && at < to);
}

/** The next instant, `at` included, at which somebody is on duty. */
export function nextOpening(calendar: WorkCalendar, at: number): number {
  return isOpenAt(calendar, at) ? at : addWorkMs(calendar, at, 1) - 1;
}

/** The years in which a stretch of time lies and whose notice has not been entered: a date reckoned through them is a guess. */
export function missingYears({ coveredYears }: WorkCalendar, from: number, to: number): readonly number[] {
  const [first, last] = [localParts(from).year, localParts(to).year];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter((year) => !coveredYears.includes(year));
}
