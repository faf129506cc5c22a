import { isInArea } from '@wangge/shared/access';
import type { ListVersion } from '@wangge/shared/lists';
import type { RoadGraph } from '@wangge/shared/roads';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { CallRules } from '../../features/calls/call-context.api.ts';
import type { LadderSettings } from '../../features/oversight/ladder-kind.api.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { TrackStore } from '../../store/track-store.ts';
import { seedCases } from './seed-cases.ts';
import { seedTracks } from './seed-tracks.ts';
import { townViews } from './town-views.ts';

export interface HistoryDeps {
  readonly district: DistrictApi;
  readonly roads: RoadGraph;
  readonly events: EventStore;
  readonly tracks: TrackStore;
  readonly seed: number;
  /** 督办阶梯 in force. */
  readonly ladder: ListVersion<LadderSettings>;
  readonly callRules: CallRules;
}

/**
 * Brings the demo's stores up to `until`: 35 days before the first start, afterwards what passed while the product stood
 * still. Call it before anything is loaded from the stores. Answers how many cases and events were added,
 * and the steps that were refused.
 */
export async function seedHistory(
  deps: HistoryDeps, until: number,
): Promise<{ readonly cases: number; readonly events: number; readonly refused: readonly string[] }> {
  const { added, events, cases, refused } = await seedCases(deps, until);
  for (const { code, district } of townViews(deps.district, deps.seed)) {
    const own = [...cases.values()].filter(({ villageCode }) => isInArea(villageCode, code));
    await seedTracks({ ...deps, district, cases: own, until });
  }
  return { cases: added, events, refused };
}
