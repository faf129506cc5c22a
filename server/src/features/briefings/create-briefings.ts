import { briefingSteps } from '@wangge/shared/briefing';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { WallsApi } from '../walls/walls.api.ts';
import { createBriefingsApi, type BriefingsNeeds } from './briefings.api.ts';
import { maySeeBriefing } from './briefing-views.ts';
import { briefingsBoard } from './briefings-board.ts';
import { briefingRoutes } from './briefings.routes.ts';
import { createExports } from './export/exports.ts';
import { runPlans } from './plan-runner.ts';

export interface BriefingsFeatureNeeds extends BriefingsNeeds {
  readonly lists: ListsApi;
  readonly clock: Clock;
  readonly walls: Pick<WallsApi, 'present'>;
  readonly log: Logger;
}

/** Who looks at a wall. */
const ON_A_WALL = { id: '', name: '', role: 'wall', unitId: null, parentUnitId: null } as const;

/** 简报: a moment frozen into pages and files, by hand or on schedule. */
export function createBriefings(needs: BriefingsFeatureNeeds): Feature {
  const briefings = createBriefingsApi(needs);
  needs.walls.present({
    pagesOf(id, areaCode) {
      const briefing = briefings.get(id);
      return briefing && maySeeBriefing({ ...ON_A_WALL, areaCode }, briefing) ? briefingSteps(briefing.content).length : 0;
    },
    onChanges: (listener) => briefings.onChanges(listener),
  });
  return {
    boards: [briefingsBoard({ ...needs, briefings })],
    routes: (http) => briefingRoutes(http, { ...needs, briefings, exports: createExports() }),
    start: () => runPlans({ ...needs, briefings }),
  };
}
