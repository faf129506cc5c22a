import { DAY_MS, HOUR_MS, MINUTE_MS, dateKey, localParts, startOfDay } from '@wangge/shared/base';
import { isWorkday, sessionsOn, type WorkCalendar } from '@wangge/shared/calendar';
import { bell, weightedIndex, chance } from './chance.ts';
import type { Rhythm } from './matters.ts';

/** Share of a day's reports by hour: peaks at 9–11 and 14–17, few at night. */
const HOURS = [1.1, 0.7, 0.5, 0.4, 0.5, 1, 2.6, 5.2, 8.6, 10.6, 9.8, 5.6, 3.6, 5.4, 8.8, 9.4, 8.2, 5.6, 4.6, 4.2, 3.6, 2.8, 2, 1.4] as const;

const OF_HOUR: Readonly<Record<Rhythm, (hour: number) => number>> = {
  any: () => 1,
  day: (h) => (h >= 7 && h < 18 ? 1 : h >= 6 && h < 21 ? 0.5 : 0.05),
  office: (h) => (h >= 8 && h < 17 ? 1.15 : h >= 7 && h < 19 ? 0.3 : 0.01),
  street: (h) => (h >= 7 && h < 10 ? 1.5 : h >= 16 && h < 20 ? 1.6 : h >= 6 && h < 22 ? 0.7 : 0.02),
  evening: (h) => (h >= 17 && h < 22 ? 3.2 : h >= 6 && h < 24 ? 0.55 : 0.6),
  night: (h) => (h >= 21 || h < 5 ? 9 : h >= 19 ? 2 : 0.1),
};

/** Reports expected on a day: about 104 on a workday, fewer on days off. */
function expectedOn(calendar: WorkCalendar, day: number): number {
  if (isWorkday(calendar, day)) return localParts(day).isoWeekday === 1 ? 112 : 104;
  return localParts(day).isoWeekday === 6 ? 74 : 64;
}

/** The instants of all reports of the Shanghai day that begins at `day`, ascending; they depend on nothing but the day and the seed. */
export function reportTimes(calendar: WorkCalendar, day: number, seed: number): number[] {
  const key = `${seed}|${dateKey(day)}`;
  const mean = expectedOn(calendar, day);
  const count = Math.max(20, Math.round(mean + Math.sqrt(mean) * 0.8 * bell(key, 'count')));
  return Array.from({ length: count }, (_, i) =>
    day + weightedIndex(HOURS, chance(key, i, 'hour')) * HOUR_MS + Math.floor(chance(key, i, 'in-hour') * HOUR_MS)).sort((a, b) => a - b);
}

/** How much more or less often than usual a matter is reported in an hour of the day. */
export function rhythmAt(rhythm: Rhythm, hour: number): number {
  return OF_HOUR[rhythm](hour);
}

/** Season of matters that come with weather and harvest, by month; 1 where a type has none. */
export function seasonOf(typeCode: string, month: number): number {
  switch (typeCode) {
    case 'E0115': return month === 6 || month === 10 || month === 11 ? 2.2 : 0.3;
    case 'E0406': case 'Y003': case 'E0409': return month >= 6 && month <= 9 ? 2.5 : 0.4;
    case 'E0407': return month === 1 || month === 2 ? 8 : 0;
    case 'E0508': return month >= 5 && month <= 10 ? 1.6 : 0.5;
    case 'B011': return month >= 9 && month <= 12 ? 2 : 0.5;
    case 'Y002': return month <= 4 || month >= 11 ? 2 : 0.5;
    case 'Y006': return month >= 6 && month <= 9 ? 2 : 0.3;
    default: return 1;
  }
}

/** A span of the day in which people do a kind of work, hours from midnight. */
export interface Waking {
  readonly fromHour: number;
  readonly toHour: number;
  /** Whether it is done on days off too. */
  readonly onDaysOff: boolean;
}

/** The first instant from `at` at which such work is done: `at` itself, or the opening of the next span plus up to an hour of `share`. */
export function whenAwake(calendar: WorkCalendar, at: number, waking: Waking, share: number): number {
  for (let day = startOfDay(at); ; day += DAY_MS) {
    if (!waking.onDaysOff && sessionsOn(calendar, day).length === 0) continue;
    const opens = day + waking.fromHour * HOUR_MS;
    if (at < opens) return opens + Math.floor(share * 60 * MINUTE_MS);
    if (at < day + waking.toHour * HOUR_MS) return at;
  }
}

/** The instant at which work begun at `at` that takes `workMs` is done, when it is done only while awake. */
export function afterAwake(calendar: WorkCalendar, at: number, workMs: number, waking: Waking): number {
  let left = workMs;
  for (let day = startOfDay(at); ; day += DAY_MS) {
    if (!waking.onDaysOff && sessionsOn(calendar, day).length === 0) continue;
    const from = Math.max(at, day + waking.fromHour * HOUR_MS);
    const room = day + waking.toHour * HOUR_MS - from;
    if (room <= 0) continue;
    if (left <= room) return from + left;
    left -= room;
  }
}
