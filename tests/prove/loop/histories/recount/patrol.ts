import type { WorkCalendar } from '@wangge/shared/calendar';
import { DAY_MS, HOUR_MS } from '@wangge/shared/base';
import type { DutyEdition, GridDuty } from '@wangge/shared/patrol';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
}

/** YYYY-MM-DD of a midnight in Shanghai. */
function dayText(midnight: number): string {
  return new Date(midnight + 8 * HOUR_MS).toISOString().slice(0, 10);
}

function isWorked({ exceptions }: WorkCalendar, midnight: number): boolean {
  const weekday = new Date(midnight + 8 * HOUR_MS).getUTCDay();
  return exceptions.find(({ date }) => date === dayText(midnight))?.isWorkday ?? (weekday >= 1 && weekday <= 5);
}

/** Names the period of a duty that a day lies in. */
function periodOf({ frequency: { per, days } }: GridDuty, midnight: number): string {
  if (per === 'month') return dayText(midnight).slice(0, 7);
  const monday = Date.parse('2024-01-01T00:00:00+08:00');
  return String(Math.floor((midnight - monday) / DAY_MS / (per === 'week' ? 7 : days)));
}

/** I49 of one grid, day by day: what was fulfilled and what was owed of the periods whose last day that counts ended in (from, to]. */
export function recountCoverage(walks: readonly { readonly at: number; readonly duties: readonly string[] }[], editions: readonly DutyEdition[], calendar: WorkCalendar, { from, to, asOf }: Stretch): number[] {
  const until = Math.min(to, asOf);
  let fulfilled = 0;
  let owed = 0;
  for (const { duties, from: begin, to: end } of editions) {
    for (const duty of duties) {
      const periods = new Map<string, number[]>();
      for (let day = from - 70 * DAY_MS; day < until + 70 * DAY_MS; day += DAY_MS) periods.set(periodOf(duty, day), [...(periods.get(periodOf(duty, day)) ?? []), day]);
      for (const days of [...periods.values()].slice(1, -1)) {
        const last = days.findLast((day) => !duty.isWorkdaysOnly || isWorked(calendar, day));
        if (last === undefined || days[0]! < begin) continue;
        const over = last + DAY_MS;
        if (over <= Math.max(from, begin) || over > Math.min(until, end)) continue;
        const walked = days.filter((day) => walks.some(({ at, duties: done }) => at >= day && at < day + DAY_MS && done.includes(duty.code))).length;
        owed += 1;
        if (walked >= duty.frequency.times) fulfilled += 1;
      }
    }
  }
  return [fulfilled, owed];
}

/** I48: of the days worked whose hours had begun, how many each person was seen on. */
export function recountAttendance(people: readonly string[], seen: ReadonlyMap<string, unknown>, calendar: WorkCalendar, { from, to, asOf }: Stretch): number[] {
  let there = 0;
  let owed = 0;
  for (let day = from; day < to; day += DAY_MS) {
    const monthDay = dayText(day).slice(5);
    const season = calendar.seasons.find((s) => (s.from <= s.to ? monthDay >= s.from && monthDay <= s.to : monthDay >= s.from || monthDay <= s.to))!;
    if (!isWorked(calendar, day) || day + season.sessions[0]!.startMin * 60_000 > asOf) continue;
    owed += people.length;
    there += people.filter((id) => seen.has(`${id}-${dayText(day)}`)).length;
  }
  return [there, owed];
}
