import { computed, watch, type Ref } from 'vue';
import type { TeamId } from '@wangge/shared/base';
import type { LngLat } from '@wangge/shared/geo';
import type { MapDress, MapView } from '../../map/map-view.ts';
import { useNow } from '../../ui/use-now.ts';
import { useUnitsStore } from '../units/units.store.ts';
import { isInSight } from './use-in-sight.ts';

export interface SquadsInSightNeeds {
  readonly view: Ref<MapView | null>;
  readonly dress: Ref<MapDress>;
  /** The squads that are to be seen; empty for none. */
  readonly teamIds: () => readonly TeamId[];
  /** Sends the camera to where all of them are seen. */
  readonly widen: (places: readonly LngLat[]) => void;
}

/** Keeps squads that drive on in the picture of a takeover: the first that leaves it has the camera sent anew. Looked up each second. */
export function useSquadsInSight({ view, dress, teamIds, widen }: SquadsInSightNeeds): void {
  const units = useUnitsStore();
  const now = useNow();
  const places = computed((): LngLat[] => {
    const wanted = teamIds();
    if (wanted.length === 0 || now.value === 0) return [];
    const { lng, lat } = units.positions.columns;
    return [...units.rows.values()].filter(({ teamId, index }) => teamId !== null && wanted.includes(teamId) && units.positions.has(index)).map(({ index }) => [lng[index] ?? 0, lat[index] ?? 0]);
  });
  watch(places, (there) => {
    const map = view.value;
    if (map === null || map.base.map.isMoving() || there.every((place) => isInSight(map.base.view, place, dress.value, 0))) return;
    widen(there);
  });
}
