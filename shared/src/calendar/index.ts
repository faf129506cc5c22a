export { addWorkMs, endOfWorkDay, isWorkday, isYearCovered, sessionsOn, workMsBetween } from './work-calendar.ts';
export type { DayException, Season, Session, WorkCalendar } from './work-calendar.ts';
export { LIMIT_UNITS, SHARE_EDGES, extendClock, haltClock, lampAt, resumeClock, shareBin, shareUsed, startClock, usedMs } from './limit-clock.ts';
export type { Lamp, LimitClock, LimitUnit, TimeLimit } from './limit-clock.ts';
