import { startOfDay } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { GridDuty } from './duty.ts';
import { periodOf, type Period } from './periods.ts';
import type { Visit } from './visit.ts';

/** 已完成, 待办, 超期, 本期不要求. */
export type TaskState = 'done' | 'due' | 'overdue' | 'free';

/** 巡查任务: one duty of a grid in its present period. Never stored: it follows from the list, the calendar and the visits. */
export interface PatrolTask {
  readonly dutyCode: string;
  readonly state: TaskState;
  readonly done: number;
  readonly needed: number;
  readonly period: Period;
  /** Since when it has been owed; null unless overdue. */
  readonly overdueSince: number | null;
  readonly lastVisitAt: number | null;
}

/** What is known of a duty in one grid: when it was visited, in order. */
export type VisitTimes = readonly number[];

/** Visits of a grid by duty, in order of time. */
export function visitTimes(visits: readonly Pick<Visit, 'at' | 'duties'>[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { at, duties } of visits.toSorted((a, b) => a.at - b.at)) {
    for (const code of duties) {
      const known = times.get(code);
      if (known) known.push(at);
      else times.set(code, [at]);
    }
  }
  return times;
}

/** Days on which a duty was done in a period: two visits of one day count once. */
export function doneIn(times: VisitTimes, { from, to }: Pick<Period, 'from' | 'to'>): number {
  let days = 0;
  let last = -1;
  for (const at of times) {
    if (at < from || at >= to) continue;
    const day = startOfDay(at);
    if (day !== last) days += 1;
    last = day;
  }
  return days;
}

/**
 * The task of a duty now. Overdue: the time of this period ran out before enough was done, or the period before was missed
 * and nobody has been there since. `startedAt`: nothing was owed before it (when the list came into force).
 */
export function taskNow(duty: GridDuty, times: VisitTimes, now: number, calendar: WorkCalendar, startedAt: number): PatrolTask {
  const period = periodOf(duty, now, calendar);
  const needed = duty.frequency.times;
  const done = doneIn(times, period);
  const known = { dutyCode: duty.code, done, needed, period, lastVisitAt: times.at(-1) ?? null };
  if (done >= needed) return { ...known, state: 'done', overdueSince: null };
  if (period.dueAt !== null && now >= period.dueAt) return { ...known, state: 'overdue', overdueSince: period.dueAt };
  const before = periodOf(duty, period.from - 1, calendar);
  const isMissed = before.dueAt !== null && before.from >= startedAt && doneIn(times, before) < needed && done === 0;
  if (isMissed) return { ...known, state: 'overdue', overdueSince: before.dueAt };
  return { ...known, state: period.dueAt === null ? 'free' : 'due', overdueSince: null };
}
