import { isInArea } from '@wangge/shared/access';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { EnforcementApi } from './enforcement.api.ts';
import { enforcementFigures, enforcementPage } from './enforcement-sheet.ts';
import { enforcementBoard } from './enforcement.queries.ts';
import { penaltyRoutes } from './penalties.routes.ts';
import { raidRoutes } from './raids.routes.ts';

/** Lateness moves with the clock: surfaces look again this often. */
const LOOK_AGAIN_MS = 300_000;

export interface EnforcementFeatureNeeds {
  readonly api: EnforcementApi;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly cases: CasesApi;
  readonly clock: Clock;
}

/** 综合行政执法: penalty cases and joint raids over HTTP and on the board `enforcement`. */
export function createEnforcement({ api, lists, district, cases, clock }: EnforcementFeatureNeeds): Feature {
  let changes = 0;
  const count = (): void => void (changes += 1);
  api.penalties.onChanges(count);
  api.raids.onChanges(count);
  return {
    boards: [{
      name: 'enforcement', access: 'figures.view', version: () => changes + Math.floor(clock.now() / LOOK_AGAIN_MS),
      read: (actor, now) => enforcementBoard(api, actor, now), figures: (actor, now) => enforcementFigures({ api, actor, now }),
      object: (kind, id, actor, now) => enforcementPage(kind, id, { api, actor, now }),
    }],
    routes(http) {
      penaltyRoutes(http, {
        api, lists, clock,
        caseFor(actor, id) {
          const item = cases.get(id);
          return item && isInArea(item.villageCode, actor.areaCode) ? item : undefined;
        },
      });
      raidRoutes(http, { api, clock, districtCode: () => district.current().code });
    },
  };
}
