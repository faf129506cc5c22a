import { DAY_MS, startOfDay } from '../base/index.ts';
import { sessionsOn, type WorkCalendar } from '../calendar/index.ts';
import type { DomainEvent } from '../life/index.ts';

/** What is fixed when a grid worker is first seen on a day. `day`: YYYY-MM-DD in Asia/Shanghai; `lngLat`: the fix, WGS-84; `fixAt`: when it was taken. */
export interface AttendanceFacts {
  readonly id: string;
  readonly personId: string;
  readonly gridCode: string;
  readonly day: string;
  readonly fixAt: number;
  readonly lngLat: readonly [number, number];
}

export interface AttendanceEvent extends DomainEvent {
  readonly type: 'seen';
  readonly facts: AttendanceFacts;
}

/** 在岗: a grid worker's first usable fix within the hours of a working day. Never changed afterwards. */
export interface Attendance extends AttendanceFacts {
  readonly revision: number;
}

/** Names the attendance of one person on one day. */
export function attendanceId(personId: string, day: string): string {
  return `${personId}-${day}`;
}

/** Folds the event of an attendance. */
export function evolveAttendance(_attendance: Attendance | null, { facts }: AttendanceEvent): Attendance {
  return { ...facts, revision: 1 };
}

/** The midnights of the days in [from, to) whose duty hours had begun by `asOf`: on each of them a grid worker ought to be there (应在岗). */
export function dutyDays(calendar: WorkCalendar, from: number, to: number, asOf: number): number[] {
  const days: number[] = [];
  for (let day = startOfDay(from); day < to && day <= asOf; day += DAY_MS) {
    const [first] = sessionsOn(calendar, day);
    if (day >= from && first && first.from <= asOf) days.push(day);
  }
  return days;
}
