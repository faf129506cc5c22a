import type { DepartmentId } from '../base/index.ts';
import type { Platform } from '../district/index.ts';

/**
 * 结案率 = closed / due, 按期结案率 = closedOnTime / due.
 * due (应结案) = closed in the period, or open with its due time inside the period and already past; suspended cases are left out.
 * A due of 0 is shown as「—」, never as 0 % or 100 %; fewer than 5 carry「样本少」and no rank.
 */
export interface RateFigure {
  readonly closed: number;
  readonly closedOnTime: number;
  readonly due: number;
}

export interface TodayFigures {
  readonly reported: number;
  readonly accepted: number;
  readonly closed: number;
  readonly closedOnTime: number;
  /** 在办 now, of any age. */
  readonly open: number;
  /** Reported yesterday from midnight to the same time of day. */
  readonly reportedYesterdayByNow: number;
}

export interface LampFigures {
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly paused: number;
  /**
   * Open, not paused cases by share of the limit used: ten bins of 10 % up to the limit, then ≤110 %, ≤120 %, ≤140 %, more.
   * Bins 0–7 add up to green, 8–9 to yellow, 10–13 to red.
   */
  readonly histogram: readonly number[];
}

/** 案龄: open cases by time since report; `fromMs` inclusive, to the next step's `fromMs`. */
export interface AgingStep {
  readonly fromMs: number;
  readonly open: number;
}

export interface PlatformFigure {
  readonly platform: Platform;
  readonly reportedToday: number;
  readonly open: number;
  readonly month: RateFigure;
}

export interface TypeFigure {
  readonly typeCode: string;
  readonly reportedToday: number;
  readonly open: number;
}

export interface VillageFigure {
  readonly villageCode: string;
  readonly open: number;
  readonly month: RateFigure;
}

export interface DepartmentFigure {
  readonly departmentId: DepartmentId;
  readonly open: number;
  readonly red: number;
  readonly month: RateFigure;
}

/** One hour of the 24 h trend. The last one is the running hour. `meanReported`: mean of the same hour of the 7 days before. */
export interface HourFigure {
  readonly hourAt: number;
  readonly reported: number;
  readonly closed: number;
  readonly meanReported: number;
}

export interface ForceFigures {
  readonly onDuty: number;
  readonly idle: number;
  readonly busy: number;
  readonly stale: number;
  readonly gridWorkersOnline: number;
  readonly gridWorkersTotal: number;
  /** Patrol mileage of all teams today, drift filtered. */
  readonly patrolKmToday: number;
}

/** Everything the wall counts, as known at `at`. A figure always equals a recount from the store. */
export interface Figures {
  readonly at: number;
  readonly monthAt: number;
  readonly today: TodayFigures;
  readonly month: RateFigure;
  readonly targetRate: number;
  readonly lamps: LampFigures;
  readonly aging: readonly AgingStep[];
  readonly platforms: readonly PlatformFigure[];
  readonly types: readonly TypeFigure[];
  readonly villages: readonly VillageFigure[];
  readonly departments: readonly DepartmentFigure[];
  readonly trend: readonly HourFigure[];
  readonly force: ForceFigures;
}
