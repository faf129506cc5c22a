import { EARTH_RADIUS_M } from './lng-lat.ts';
import type { LngLat } from './lng-lat.ts';

/** A point on a local flat map: metres east and north of its origin. */
export type PlanePoint = readonly [eastM: number, northM: number];

/** Carries places to a flat map in metres and back. */
export interface Plane {
  readonly origin: LngLat;
  toPlane(place: LngLat): PlanePoint;
  toLngLat(point: PlanePoint): LngLat;
}

/**
 * Equirectangular flat map around an origin. Within 30 km of the origin lengths are true to about 0.3 %;
 * not for whole provinces, nor across the antimeridian.
 */
export function createPlane(origin: LngLat): Plane {
  const northPerDegreeM = (EARTH_RADIUS_M * Math.PI) / 180;
  const eastPerDegreeM = northPerDegreeM * Math.cos((origin[1] * Math.PI) / 180);
  return {
    origin,
    toPlane: (place) => [(place[0] - origin[0]) * eastPerDegreeM, (place[1] - origin[1]) * northPerDegreeM],
    toLngLat: (point) => [origin[0] + point[0] / eastPerDegreeM, origin[1] + point[1] / northPerDegreeM],
  };
}

/** Straight length between two points of one plane, metres. */
export function planeDistanceM(a: PlanePoint, b: PlanePoint): number {
  const eastM = b[0] - a[0];
  const northM = b[1] - a[1];
  return Math.sqrt(eastM * eastM + northM * northM);
}

/** Where a point falls on a segment: share of its length (0–1), the nearest point on it, and how far off that is. */
export interface SegmentHit {
  readonly share: number;
  readonly point: PlanePoint;
  readonly offM: number;
}

/** Nearest point of the segment a–b to `point`; a segment without length answers its start. */
export function nearestOnSegment(point: PlanePoint, a: PlanePoint, b: PlanePoint): SegmentHit {
  const eastM = b[0] - a[0];
  const northM = b[1] - a[1];
  const squared = eastM * eastM + northM * northM;
  const wanted = squared === 0 ? 0 : ((point[0] - a[0]) * eastM + (point[1] - a[1]) * northM) / squared;
  const share = Math.min(1, Math.max(0, wanted));
  const nearest: PlanePoint = [a[0] + eastM * share, a[1] + northM * share];
  return { share, point: nearest, offM: planeDistanceM(point, nearest) };
}
