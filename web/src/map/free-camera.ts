import type { Bbox, LngLat } from '@wangge/shared/geo';
import { lngLatOf, mercatorOf, worldPxAt } from './viewport.ts';

/** A camera as seen from the middle of the free rectangle: the place that lies there, and the zoom. */
export interface FreeCamera {
  readonly place: LngLat;
  readonly zoom: number;
}

/** The nearest camera that has a box (west, south, east, north) in a free rectangle; none where there is no such rectangle. A box without extent asks for any zoom. */
export function fitCamera([west, south, east, north]: Bbox, free: { readonly widthPx: number; readonly heightPx: number }): FreeCamera | undefined {
  if (free.widthPx <= 0 || free.heightPx <= 0) return undefined;
  const [left, top] = mercatorOf([west, north]);
  const [right, bottom] = mercatorOf([east, south]);
  const worldPx = Math.min(free.widthPx / (right - left), free.heightPx / (bottom - top));
  return { place: lngLatOf([(left + right) / 2, (top + bottom) / 2]), zoom: Math.log2(worldPx / worldPxAt(0)) };
}

/** The place in the middle of the canvas when `camera`'s lies `offset` px from there. */
export function shownBy({ place, zoom }: FreeCamera, [offsetX, offsetY]: readonly [number, number]): LngLat {
  const [x, y] = mercatorOf(place);
  const worldPx = worldPxAt(zoom);
  return lngLatOf([x - offsetX / worldPx, y - offsetY / worldPx]);
}
