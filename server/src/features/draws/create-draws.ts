import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { DrawsApi } from './draws.api.ts';
import { drawSheetFigures, drawSheetPage } from './draw-sheet.ts';
import { drawsBoard } from './draws.queries.ts';
import { drawRoutes } from './draws.routes.ts';
import { itemsNow } from './pools-now.ts';

/** The lateness of results moves with the clock: surfaces look again this often. */
const LOOK_AGAIN_MS = 300_000;

export interface DrawsFeatureNeeds {
  readonly draws: DrawsApi;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

/** 双随机一公开: draws over HTTP and on the board `draws`. */
export function createDraws({ draws, lists, district, clock }: DrawsFeatureNeeds): Feature {
  let changes = 0;
  draws.onChanges(() => void (changes += 1));
  return {
    boards: [{
      name: 'draws', access: 'draw.view', version: () => changes + Math.floor(clock.now() / LOOK_AGAIN_MS),
      read: (actor, now) => drawsBoard(draws.all(), itemsNow(lists, now), actor, now), figures: (actor, now) => drawSheetFigures({ draws, district, actor, now }),
      object: (kind, id, actor, now) => drawSheetPage(kind, id, { draws, district, actor, now }),
    }],
    routes: (http) => drawRoutes(http, { draws, lists, clock, districtCode: () => district.current().code }),
  };
}
