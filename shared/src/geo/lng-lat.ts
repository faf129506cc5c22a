/** A place on WGS-84 / CGCS2000 (经纬度), degrees, longitude first. */
export type LngLat = readonly [lng: number, lat: number];

/** Mean earth radius of the IUGG, metres. */
export const EARTH_RADIUS_M = 6_371_008.8;

const RADIANS_PER_DEGREE = Math.PI / 180;

/** Great-circle distance of two places, metres (haversine). */
export function distanceM(from: LngLat, to: LngLat): number {
  const halfLat = ((to[1] - from[1]) * RADIANS_PER_DEGREE) / 2;
  const halfLng = ((to[0] - from[0]) * RADIANS_PER_DEGREE) / 2;
  const cosines = Math.cos(from[1] * RADIANS_PER_DEGREE) * Math.cos(to[1] * RADIANS_PER_DEGREE);
  const chord = Math.sin(halfLat) ** 2 + cosines * Math.sin(halfLng) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Initial bearing from one place to another, degrees clockwise from north, 0 ≤ bearing < 360; 0 for equal places. */
export function bearingDeg(from: LngLat, to: LngLat): number {
  const fromLat = from[1] * RADIANS_PER_DEGREE;
  const toLat = to[1] * RADIANS_PER_DEGREE;
  const turn = (to[0] - from[0]) * RADIANS_PER_DEGREE;
  const east = Math.sin(turn) * Math.cos(toLat);
  const north = Math.cos(fromLat) * Math.sin(toLat) - Math.sin(fromLat) * Math.cos(toLat) * Math.cos(turn);
  return (Math.atan2(east, north) / RADIANS_PER_DEGREE + 360) % 360;
}

/** The place rounded to 6 decimals, about 0.1 m: what maps are stored and sent with. */
export function roundLngLat(place: LngLat): LngLat {
  return [Math.round(place[0] * 1e6) / 1e6, Math.round(place[1] * 1e6) / 1e6];
}

/** Whether the pair can exist on earth: finite, |lng| ≤ 180, |lat| ≤ 90. */
export function isPossibleLngLat(place: LngLat): boolean {
  return Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90;
}
