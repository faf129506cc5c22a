import type { CoverageView, GridTasksView, RoundRow } from '@wangge/shared/patrol';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** How all grids of one's area stand. */
export function readCoverage(): Promise<RestAnswer<CoverageView>> {
  return callRest('GET', '/api/v1/patrol/coverage');
}

/** The tasks of a grid; of one's own when none is named. */
export function readGridTasks(gridCode: string | null): Promise<RestAnswer<GridTasksView>> {
  return callRest('GET', `/api/v1/patrol/tasks${gridCode === null ? '' : `?grid=${encodeURIComponent(gridCode)}`}`);
}

/** The rounds (巡查) of a day, YYYY-MM-DD, the latest first. */
export function readRounds(day: string): Promise<RestAnswer<{ readonly rounds: readonly RoundRow[] }>> {
  return callRest('GET', `/api/v1/patrol/rounds?day=${encodeURIComponent(day)}`);
}
