import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { createBriefingsApi, type BriefingsNeeds } from './briefings.api.ts';
import { briefingsBoard } from './briefings-board.ts';
import { briefingRoutes } from './briefings.routes.ts';
import { createExports } from './export/exports.ts';
import { runPlans } from './plan-runner.ts';

export interface BriefingsFeatureNeeds extends BriefingsNeeds {
  readonly lists: ListsApi;
  readonly clock: Clock;
  readonly log: Logger;
}

/** 简报: a moment frozen into pages and files, by hand or on schedule. */
export function createBriefings(needs: BriefingsFeatureNeeds): Feature {
  const briefings = createBriefingsApi(needs);
  return {
    boards: [briefingsBoard({ ...needs, briefings })],
    routes: (http) => briefingRoutes(http, { ...needs, briefings, exports: createExports() }),
    start: () => runPlans({ ...needs, briefings }),
  };
}
