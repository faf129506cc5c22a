import { polygonsOf } from './geojson.ts';
import type { Area } from './geojson.ts';
import type { LngLat } from './lng-lat.ts';

/** Bounding box (外接矩形), degrees: west, south, east, north (RFC 7946 §5). */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** Box around places; of none, the inverted infinite box, which holds nothing. */
export function bboxOf(places: Iterable<LngLat>): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of places) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** Box around an area; holes never reach beyond their outer ring. */
export function areaBbox(area: Area): Bbox {
  return bboxOf(polygonsOf(area).flatMap((rings) => rings[0] ?? []));
}

/** Whether a place lies in the box, its edges included. */
export function bboxContains(box: Bbox, [lng, lat]: LngLat): boolean {
  return lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
}
