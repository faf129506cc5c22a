import { dateKey } from '../base/index.ts';
import { sessionsOn, type WorkCalendar } from '../calendar/index.ts';
import { dutyDays, type Attendance } from './attendance.ts';
import type { OwedPeriod } from './owed-periods.ts';
import { doneIn, type VisitTimes } from './tasks.ts';

/** One thing that was owed in a grid from `from` to `to`, epoch ms. `doneAt`: when somebody was last there for it; `isDone`: enough of it was done. */
export interface OwedInGrid {
  readonly id: string;
  readonly gridCode: string;
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly doneAt: number | null;
  readonly isDone: boolean;
}

/** 应巡与巡到 of one grid: each period that ran out, and whether its duty was done as often as asked. */
export function coverageIn(gridCode: string, owed: readonly OwedPeriod[], times: ReadonlyMap<string, VisitTimes>): OwedInGrid[] {
  return owed.map(({ duty, from, to, dueAt }) => {
    const own = times.get(duty.code) ?? [];
    return {
      id: `${gridCode}|${duty.code}|${from}`, gridCode, what: duty.name, from, to: dueAt, doneAt: own.findLast((at) => at >= from && at < to) ?? null,
      isDone: doneIn(own, { from, to }) >= duty.frequency.times,
    };
  });
}

/** Whoever ought to be on duty in a grid. */
export interface GridWorker {
  readonly id: string;
  readonly name: string;
  readonly gridCode: string;
}

/** 应在岗与在岗: each worker on each day of [from, to) whose duty hours had begun by `asOf`, and whether they were seen. */
export function attendanceOf(
  workers: readonly GridWorker[], calendar: WorkCalendar, { from, to, asOf }: { readonly from: number; readonly to: number; readonly asOf: number },
  find: (personId: string, day: string) => Attendance | undefined,
): OwedInGrid[] {
  return dutyDays(calendar, from, to, asOf).flatMap((midnight) => {
    const sessions = sessionsOn(calendar, midnight);
    const day = dateKey(midnight);
    return workers.map(({ id, name, gridCode }) => {
      const doneAt = find(id, day)?.fixAt ?? null;
      return { id: `${day}|${id}`, gridCode, what: name, from: sessions[0]!.from, to: sessions.at(-1)!.to, doneAt, isDone: doneAt !== null };
    });
  });
}
