export { SHIFT_DAYS } from './roster.ts';
export type { DutyRoster, Shift, ShiftDays } from './roster.ts';
export { addWorkMs, calendarOfDepartment, endOfWorkDay, isOpenAt, isWorkday, isYearCovered, missingYears, nextOpening, sessionsOn, workMsBetween } from './work-calendar.ts';
export type { DayException, Season, Session, WorkCalendar } from './work-calendar.ts';
export { LIMIT_UNITS, SHARE_EDGES, extendClock, haltClock, lampAt, resumeClock, shareBin, shareUsed, startClock, usedMs } from './limit-clock.ts';
export type { Lamp, LimitClock, LimitUnit, TimeLimit } from './limit-clock.ts';
