import type { CoverageView, GridTasksView, Visit } from '@wangge/shared/patrol';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** How all grids of one's area stand. */
export function readCoverage(): Promise<RestAnswer<CoverageView>> {
  return callRest('GET', '/api/v1/patrol/coverage');
}

/** The tasks of a grid; of one's own when none is named. */
export function readGridTasks(gridCode: string | null): Promise<RestAnswer<GridTasksView>> {
  return callRest('GET', `/api/v1/patrol/tasks${gridCode === null ? '' : `?grid=${encodeURIComponent(gridCode)}`}`);
}

/** What a visit tells; `id` names the wish, so that it is recorded once however often it is sent. */
export interface VisitWish {
  readonly id: string;
  readonly gridCode: string;
  readonly duties: readonly string[];
  readonly lngLat: readonly [number, number];
  readonly note: string;
  readonly photos: readonly string[];
}

export function recordVisit(wish: VisitWish): Promise<RestAnswer<Visit>> {
  return callRest('POST', '/api/v1/patrol/visits', wish);
}
