import { DAY_MS, HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import type { TimeLimit, WorkCalendar } from '@wangge/shared/calendar';

const EAST = 8 * HOUR_MS;

/** Midnight in Shanghai before an instant. */
export function midnight(at: number): number {
  return at - ((((at + EAST) % DAY_MS) + DAY_MS) % DAY_MS);
}

const known = new WeakMap<WorkCalendar, Map<number, readonly (readonly [number, number])[]>>();

/** The stretches worked on the day that begins at `day`, read off the calendar anew. */
function workedOn(calendar: WorkCalendar, day: number): readonly (readonly [number, number])[] {
  let days = known.get(calendar);
  if (!days) known.set(calendar, (days = new Map()));
  let found = days.get(day);
  if (!found) days.set(day, (found = lookUp(calendar, day)));
  return found;
}

function lookUp(calendar: WorkCalendar, day: number): readonly (readonly [number, number])[] {
  const text = new Date(day + EAST).toISOString().slice(0, 10);
  const weekday = new Date(`${text}T00:00:00Z`).getUTCDay();
  const exception = calendar.exceptions.find(({ date }) => date === text);
  if (exception ? !exception.isWorkday : weekday === 0 || weekday === 6) return [];
  const monthDay = text.slice(5);
  const season = calendar.seasons.find(({ from, to }) => (from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to));
  return (season?.sessions ?? []).map(({ startMin, endMin }) => [day + startMin * MINUTE_MS, day + endMin * MINUTE_MS] as const);
}

/** Working ms between two instants, day by day. */
export function worked(calendar: WorkCalendar, from: number, to: number): number {
  let ms = 0;
  for (let day = midnight(from); day < to; day += DAY_MS) {
    for (const [start, end] of workedOn(calendar, day)) ms += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return ms;
}

/** The instant at which so much working time has gone by. */
function afterWork(calendar: WorkCalendar, from: number, ms: number): number {
  let left = ms;
  for (let day = midnight(from); ; day += DAY_MS) {
    for (const [start, end] of workedOn(calendar, day)) {
      const begin = Math.max(start, from);
      if (begin >= end) continue;
      if (left <= end - begin) return begin + left;
      left -= end - begin;
    }
  }
}

/** When a limit for coming to a place ends. */
export function arriveBy(calendar: WorkCalendar, { value, unit }: TimeLimit, from: number): number {
  switch (unit) {
    case 'minute': return from + value * MINUTE_MS;
    case 'hour': return from + value * HOUR_MS;
    case 'work_minute': return afterWork(calendar, from, value * MINUTE_MS);
    case 'work_hour': return afterWork(calendar, from, value * HOUR_MS);
    default: throw new Error(`no limit for arriving is given in ${unit}`);
  }
}
