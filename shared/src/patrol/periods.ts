import { DAY_MS, SHANGHAI_OFFSET_MS, localParts, startOfDay, startOfMonth } from '../base/index.ts';
import { isWorkday, type WorkCalendar } from '../calendar/index.ts';
import type { GridDuty } from './duty.ts';

/** One stretch in which a duty is asked for: from midnight to midnight. `dueAt`: the end of its last day that counts; null when none of its days does. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly dueAt: number | null;
}

/** Monday, from which stretches of N days are counted. */
const ANCHOR = Date.parse('2024-01-01T00:00:00+08:00');

function bounds({ frequency: { per, days } }: Pick<GridDuty, 'frequency'>, at: number): { from: number; to: number } {
  if (per === 'month') {
    const from = startOfMonth(at);
    const { year, month } = localParts(from);
    return { from, to: Date.UTC(year, month, 1) - SHANGHAI_OFFSET_MS };
  }
  const length = (per === 'week' ? 7 : days) * DAY_MS;
  const from = ANCHOR + Math.floor((at - ANCHOR) / length) * length;
  return { from, to: from + length };
}

/** The period of a duty that holds an instant. */
export function periodOf(duty: Pick<GridDuty, 'frequency' | 'isWorkdaysOnly'>, at: number, calendar: WorkCalendar): Period {
  const { from, to } = bounds(duty, at);
  for (let day = startOfDay(to - 1); day >= from; day -= DAY_MS) {
    if (!duty.isWorkdaysOnly || isWorkday(calendar, day)) return { from, to, dueAt: day + DAY_MS };
  }
  return { from, to, dueAt: null };
}

/** The periods of a duty that ran out within [from, to), oldest first; those in which nothing was asked for are left out. */
export function periodsEndedIn(duty: Pick<GridDuty, 'frequency' | 'isWorkdaysOnly'>, from: number, to: number, calendar: WorkCalendar): Period[] {
  const found: Period[] = [];
  for (let period = periodOf(duty, from, calendar); period.from < to; period = periodOf(duty, period.to, calendar)) {
    if (period.dueAt !== null && period.dueAt > from && period.dueAt <= to) found.push(period);
  }
  return found;
}
