import { watch, type Ref } from 'vue';
import type { LngLat } from '@wangge/shared/geo';
import type { MapDress, MapView } from '../../map/map-view.ts';
import { mercatorOf, toScreen, type Viewport } from '../../map/viewport.ts';

export interface InSightNeeds {
  readonly view: Ref<MapView | null>;
  /** What is to be seen; null for nothing. */
  readonly place: Ref<LngLat | null>;
  readonly dress: Ref<MapDress>;
  readonly flyMs: () => number;
}

/** How near the edge of what can be seen a place may come, design units: its ring and its name want room. */
const EDGE_U = 70;

/** Whether a place lies well within the free rectangle of a map, `edgeU` units off its edges. */
export function isInSight(seen: Viewport, place: LngLat, { fit, uPx }: Pick<MapDress, 'fit' | 'uPx'>, edgeU = EDGE_U): boolean {
  const [x, y] = toScreen(seen, mercatorOf(place));
  const edge = edgeU * uPx;
  return x >= fit.left + edge && x <= seen.widthPx - fit.right - edge && y >= fit.top + edge && y <= seen.heightPx - fit.bottom - edge;
}

/** Keeps a place in the picture: where it lies outside, or comes near the edge as squads do, the camera goes to it as near as it is now. */
export function useInSight({ view, place, dress, flyMs }: InSightNeeds): void {
  watch([view, place], ([map, wanted]) => {
    if (map === null || wanted === null || map.base.map.isMoving() || isInSight(map.base.view, wanted, dress.value)) return;
    map.base.flyTo(wanted, Math.max(0, map.base.map.getZoom() - map.base.fitZoom), flyMs());
  });
}
