import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '../base/index.ts';
import { addWorkMs, endOfWorkDay, workMsBetween, type WorkCalendar } from './work-calendar.ts';

/** How a time limit is expressed: 工作时, 工作分, 工作日 on the calendar; 自然小时, 分, 自然日 on the 24 h clock. */
export const LIMIT_UNITS = ['work_minute', 'work_hour', 'work_day', 'minute', 'hour', 'day'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export interface TimeLimit {
  readonly value: number;
  readonly unit: LimitUnit;
}

/**
 * One running limit. Used time is kept in the limit's own measure, so a pause adds exactly the time it took.
 * `yellowAt` and `dueAt` are instants while it runs; while it stands still (`runningSince` null) they are the last ones known.
 * `stopped`: handed in, judged as it stands. `paused`: 挂账, the clock waits and the time is added.
 */
export interface LimitClock {
  readonly basis: 'work' | 'plain';
  readonly startedAt: number;
  readonly totalMs: number;
  readonly usedMs: number;
  readonly runningSince: number | null;
  readonly standing: 'running' | 'paused' | 'stopped';
  readonly yellowAt: number;
  readonly dueAt: number;
}

/** Share of a limit from which the lamp is yellow. */
const YELLOW_SHARE = 0.8;

/** 绿 ≤ 80 % used, 黄 to 100 %, 红 beyond, 灰 paused. */
export type Lamp = 'green' | 'yellow' | 'red' | 'paused';

function isWorkUnit(unit: LimitUnit): boolean {
  return unit === 'work_minute' || unit === 'work_hour' || unit === 'work_day';
}

function measure(calendar: WorkCalendar, basis: LimitClock['basis'], from: number, to: number): number {
  return basis === 'work' ? workMsBetween(calendar, from, to) : Math.max(0, to - from);
}

function advance(calendar: WorkCalendar, basis: LimitClock['basis'], from: number, ms: number): number {
  return basis === 'work' ? addWorkMs(calendar, from, ms) : from + ms;
}

function dueOf(calendar: WorkCalendar, limit: TimeLimit, from: number): number {
  switch (limit.unit) {
    case 'work_minute': return addWorkMs(calendar, from, limit.value * MINUTE_MS);
    case 'work_hour': return addWorkMs(calendar, from, limit.value * HOUR_MS);
    case 'work_day': return endOfWorkDay(calendar, from, limit.value);
    case 'minute': return from + limit.value * MINUTE_MS;
    case 'hour': return from + limit.value * HOUR_MS;
    case 'day': return startOfDay(from) + (limit.value + 1) * DAY_MS - 1;
  }
}

/** Starts a limit at `at`. 工作日 and 自然日 count whole days with the day of `at` as day 0 and end with that day. */
export function startClock(calendar: WorkCalendar, limit: TimeLimit, at: number): LimitClock {
  const basis = isWorkUnit(limit.unit) ? 'work' : 'plain';
  const dueAt = dueOf(calendar, limit, at);
  const totalMs = measure(calendar, basis, at, dueAt);
  return {
    basis, startedAt: at, totalMs, usedMs: 0, runningSince: at, standing: 'running',
    yellowAt: advance(calendar, basis, at, totalMs * YELLOW_SHARE), dueAt,
  };
}

/** Milliseconds of the limit used at `now`, in the limit's own measure. */
export function usedMs(calendar: WorkCalendar, clock: LimitClock, now: number): number {
  return clock.runningSince === null ? clock.usedMs : clock.usedMs + measure(calendar, clock.basis, clock.runningSince, now);
}

/** Share of the limit used at `now`: 0 at the start, 1 when due, more when late. */
export function shareUsed(calendar: WorkCalendar, clock: LimitClock, now: number): number {
  return clock.totalMs === 0 ? 1 : usedMs(calendar, clock, now) / clock.totalMs;
}

/** Stands the clock still: `paused` for a suspension (挂账), `stopped` when the work was handed in. */
export function haltClock(calendar: WorkCalendar, clock: LimitClock, at: number, standing: 'paused' | 'stopped'): LimitClock {
  return { ...clock, usedMs: usedMs(calendar, clock, at), runningSince: null, standing };
}

/** Lets the clock run on from `at` with what was left of the limit; what is used up already lies before `at`. */
export function resumeClock(calendar: WorkCalendar, clock: LimitClock, at: number): LimitClock {
  if (clock.runningSince !== null) return clock;
  const toYellow = clock.totalMs * YELLOW_SHARE - clock.usedMs;
  const toDue = clock.totalMs - clock.usedMs;
  return {
    ...clock, runningSince: at, standing: 'running',
    yellowAt: toYellow >= 0 ? advance(calendar, clock.basis, at, toYellow) : Math.min(clock.yellowAt, at - 1),
    dueAt: toDue >= 0 ? advance(calendar, clock.basis, at, toDue) : Math.min(clock.dueAt, at - 1),
  };
}

/** Replaces the due time (延期): the limit grows to what lies between its start and the new due time, which holds to the minute even outside working hours. */
export function extendClock(calendar: WorkCalendar, clock: LimitClock, at: number, newDueAt: number): LimitClock {
  const used = usedMs(calendar, clock, at);
  const totalMs = used + measure(calendar, clock.basis, at, newDueAt);
  const running = resumeClock(calendar, { ...clock, totalMs, usedMs: used, runningSince: null, dueAt: newDueAt, yellowAt: newDueAt }, at);
  return { ...running, dueAt: newDueAt };
}

/** The lamp at `now`. A stopped clock keeps the lamp it was handed in with. */
export function lampAt(clock: LimitClock, now: number): Lamp {
  if (clock.standing === 'paused') return 'paused';
  if (clock.standing === 'stopped') {
    const share = clock.totalMs === 0 ? 1 : clock.usedMs / clock.totalMs;
    return share <= YELLOW_SHARE ? 'green' : share <= 1 ? 'yellow' : 'red';
  }
  return now <= clock.yellowAt ? 'green' : now <= clock.dueAt ? 'yellow' : 'red';
}

/** Upper edges of the bins of the share used: ten of 10 % up to the limit, then 110, 120 and 140 %. Beyond the last is one more bin. */
export const SHARE_EDGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4] as const;

/** The instant at which a running clock reaches the edge, -Infinity when that was before it began to run; 80 % and 100 % are the lamp's own instants. */
function edgeAt(calendar: WorkCalendar, clock: LimitClock, edge: number): number {
  if (edge === YELLOW_SHARE) return clock.yellowAt;
  if (edge === 1) return clock.dueAt;
  const left = clock.totalMs * edge - clock.usedMs;
  const since = clock.runningSince ?? clock.startedAt;
  return left >= 0 ? advance(calendar, clock.basis, since, left) : -Infinity;
}

/**
 * Bin of the share used at `now` (0 … 13, so that 0–7 are green, 8–9 yellow, 10–13 red) and the instant it changes.
 * Null for a paused clock. A stopped clock keeps its bin for ever (`nextAt` is Infinity).
 */
export function shareBin(calendar: WorkCalendar, clock: LimitClock, now: number): { readonly bin: number; readonly nextAt: number } | null {
  if (clock.standing === 'paused') return null;
  if (clock.standing === 'stopped') {
    const share = clock.totalMs === 0 ? 1 : clock.usedMs / clock.totalMs;
    const bin = SHARE_EDGES.findIndex((edge) => share <= edge);
    return { bin: bin < 0 ? SHARE_EDGES.length : bin, nextAt: Infinity };
  }
  for (let bin = 0; bin < SHARE_EDGES.length; bin += 1) {
    const at = edgeAt(calendar, clock, SHARE_EDGES[bin]!);
    if (now <= at) return { bin, nextAt: at };
  }
  return { bin: SHARE_EDGES.length, nextAt: Infinity };
}
