import { areaBbox } from './bbox.ts';
import { polygonsOf } from './geojson.ts';
import type { Area, Ring } from './geojson.ts';
import { itemAt } from './item-at.ts';
import type { LngLat } from './lng-lat.ts';
import { createPlane } from './plane.ts';
import type { PlanePoint } from './plane.ts';

/**
 * Whether a ring encloses a place, by the even-odd rule. The rule is half open: of two areas that share a border
 * exactly one claims a place on it.
 */
export function ringContains(ring: Ring | readonly PlanePoint[], place: LngLat | PlanePoint): boolean {
  const [x, y] = place;
  let isInside = false;
  let before = ring[ring.length - 1];
  for (const corner of ring) {
    if (before !== undefined && corner[1] > y !== before[1] > y
      && x < ((before[0] - corner[0]) * (y - corner[1])) / (before[1] - corner[1]) + corner[0]) isInside = !isInside;
    before = corner;
  }
  return isInside;
}

/** Whether an area holds a place: inside an outer ring and in none of its holes. */
export function areaContains(area: Area, place: LngLat): boolean {
  return polygonsOf(area).some(([outer, ...holes]) =>
    outer !== undefined && ringContains(outer, place) && !holes.some((hole) => ringContains(hole, place)));
}

/** Signed surface of a ring on a plane, square units: positive anticlockwise. The ring may be closed or not. */
export function signedRingArea(ring: readonly PlanePoint[]): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = itemAt(ring, j);
    const b = itemAt(ring, i);
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

/** Surface of an area, square metres, holes taken off. For townships and counties (see `createPlane`). */
export function areaM2(area: Area): number {
  const plane = createPlane(boxCentre(area));
  const ringM2 = (ring: Ring): number => Math.abs(signedRingArea(ring.map(plane.toPlane)));
  return polygonsOf(area)
    .map((rings) => rings.reduce((sum, ring, index) => sum + (index === 0 ? ringM2(ring) : -ringM2(ring)), 0))
    .reduce((sum, surface) => sum + surface, 0);
}

/** Centre of mass of an area (质心), holes taken off; it may lie outside a bent area, so labels use `labelPoint`. */
export function areaCentroid(area: Area): LngLat {
  const centre = boxCentre(area);
  const plane = createPlane(centre);
  let [weight, east, north] = [0, 0, 0];
  for (const rings of polygonsOf(area)) {
    for (const [index, ring] of rings.entries()) {
      const part = ringMoments(ring.map(plane.toPlane));
      const sign = Math.sign(part.area) * (index === 0 ? 1 : -1);
      weight += sign * part.area;
      east += sign * part.east;
      north += sign * part.north;
    }
  }
  return weight === 0 ? centre : plane.toLngLat([east / weight, north / weight]);
}

function boxCentre(area: Area): LngLat {
  const [west, south, east, north] = areaBbox(area);
  return [(west + east) / 2, (south + north) / 2];
}

function ringMoments(ring: readonly PlanePoint[]): { area: number; east: number; north: number } {
  let [east, north] = [0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = itemAt(ring, j);
    const b = itemAt(ring, i);
    const cross = a[0] * b[1] - b[0] * a[1];
    east += ((a[0] + b[0]) * cross) / 6;
    north += ((a[1] + b[1]) * cross) / 6;
  }
  return { area: signedRingArea(ring), east, north };
}
