import { can } from '@wangge/shared/access';
import type { UnitRow } from '@wangge/shared/wire';
import { computed, watch, type Ref } from 'vue';
import { callRest } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useUnitsStore } from '../units/units.store.ts';
import { TRAIL_MS, type UnitTracker } from './units.layer.ts';

interface TrackAnswer {
  readonly fixes: readonly { readonly at: number; readonly lng: number; readonly lat: number }[];
}

/**
 * Fetches the last minutes of a squad's track once, so that trails need not grow anew on a fresh page; only for roles that may
 * see tracks, and only of squads whose position came here: the server sends and tells what lies in the reader's area.
 */
export function useRecalledTrails(tracker: Ref<UnitTracker>, squads: Ref<readonly UnitRow[]>): void {
  const access = useAccessStore();
  const units = useUnitsStore();
  const link = useLinkStatusStore();
  const seen = computed(() => (units.positionsAt === null ? [] : squads.value.filter(({ index }) => units.positions.has(index))));
  // Of a past moment nobody gives tracks without a reason: there trails grow with the replay.
  const isReady = computed(() => link.pastAt === null && access.role !== null && can(access.role, 'track.view') && seen.value.length > 0);

  async function recall(): Promise<void> {
    const now = link.roomNow();
    const asked = tracker.value;
    for (const { id, index } of seen.value) {
      const answer = await callRest<TrackAnswer>('GET', `/api/v1/units/${encodeURIComponent(id)}/track?from=${Math.round(now - TRAIL_MS)}&to=${Math.round(now)}`);
      if (answer.ok) asked.recall(index, answer.value.fixes.map(({ at, lng, lat }) => ({ at, lngLat: [lng, lat] })));
    }
  }

  watch([isReady, tracker], ([ready]) => { if (ready) void recall(); }, { immediate: true });
}
