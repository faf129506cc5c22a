import type { Coverage } from './coverage.ts';
import type { GridDuty, GridPost } from './duty.ts';
import type { PatrolTask } from './tasks.ts';
import type { Visit } from './visit.ts';

/** How one grid stands. `unvisitedDays`: whole days since anybody was there; null when nobody ever was. */
export interface GridStanding {
  readonly gridCode: string;
  readonly gridName: string;
  readonly villageCode: string;
  readonly workerName: string | null;
  readonly coverage: Coverage;
  readonly overdue: number;
  readonly due: number;
  readonly lastVisitAt: number | null;
  readonly unvisitedDays: number | null;
  readonly visitsToday: number;
}

/** Coverage of one village. */
export interface VillageStanding {
  readonly villageCode: string;
  readonly coverage: Coverage;
  readonly overdue: number;
  readonly grids: number;
}

/** 巡查覆盖 of a reader's area. `unvisitedAfterDays`: from how many days without a visit a grid is listed. */
export interface CoverageView {
  readonly days: number;
  readonly unvisitedAfterDays: number;
  readonly isConfirmed: boolean;
  readonly coverage: Coverage;
  readonly villages: readonly VillageStanding[];
  readonly grids: readonly GridStanding[];
}

/** The tasks of one grid with what the reader needs to understand them. */
export interface GridTasksView {
  readonly gridCode: string;
  readonly standing: GridStanding;
  readonly tasks: readonly (PatrolTask & { readonly duty: GridDuty })[];
  readonly posts: readonly GridPost[];
  readonly visits: readonly Visit[];
  readonly dutiesVersion: string;
  readonly isConfirmed: boolean;
  /** Whether the reader may record a visit here. */
  readonly isYours: boolean;
}

/** The board `patrol`. */
export interface PatrolBoard {
  readonly days: number;
  readonly unvisitedAfterDays: number;
  readonly isConfirmed: boolean;
  readonly coverage: Coverage;
  readonly villages: readonly VillageStanding[];
  readonly grids: number;
  readonly overdue: number;
  readonly overdueGrids: number;
  readonly visitsToday: number;
  readonly gridsToday: number;
  /** Not visited for longest first; only those beyond the setting. */
  readonly unvisited: readonly GridStanding[];
  readonly unvisitedCount: number;
  /** Grids with duties that are overdue, and how many. */
  readonly owed: readonly Pick<GridStanding, 'gridCode' | 'overdue'>[];
}
