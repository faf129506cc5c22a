import type { LngLat } from './lng-lat.ts';

/** 坐标系 in which maps come. CGCS2000 and WGS-84 differ by centimetres: on a wall they are one. */
export const DATUMS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const;
export type DatumName = (typeof DATUMS)[number];

/** The ellipsoid of Krasovsky, on which GCJ-02 is reckoned: semi-major axis in metres, squared eccentricity. */
const AXIS_M = 6_378_245;
const ECCENTRICITY2 = 0.006_693_421_622_965_943;
/** Beyond this box GCJ-02 shifts nothing. */
const SHIFTED = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 } as const;
const RADIANS = Math.PI / 180;
const BD_TURN = (Math.PI * 3_000) / 180;

function waves(...terms: readonly (readonly [amplitude: number, angle: number])[]): number {
  return (terms.reduce((sum, [amplitude, angle]) => sum + amplitude * Math.sin(angle * Math.PI), 0) * 2) / 3;
}

/** The shift of GCJ-02 at a place, degrees (国测局加偏). */
function gcjShift([lng, lat]: LngLat): LngLat {
  if (lng < SHIFTED.west || lng > SHIFTED.east || lat < SHIFTED.south || lat > SHIFTED.north) return [0, 0];
  const [x, y] = [lng - 105, lat - 35];
  const root = Math.sqrt(Math.abs(x));
  const northM = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    + waves([20, 6 * x], [20, 2 * x], [20, y], [40, y / 3], [160, y / 12], [320, y / 30]);
  const eastM = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    + waves([20, 6 * x], [20, 2 * x], [20, x], [40, x / 3], [150, x / 12], [300, x / 30]);
  const sin = Math.sin(lat * RADIANS);
  const magic = 1 - ECCENTRICITY2 * sin * sin;
  const root2 = Math.sqrt(magic);
  return [
    (eastM * 180) / ((AXIS_M / root2) * Math.cos(lat * RADIANS) * Math.PI),
    (northM * 180) / (((AXIS_M * (1 - ECCENTRICITY2)) / (magic * root2)) * Math.PI),
  ];
}

function toGcj(place: LngLat): LngLat {
  const [east, north] = gcjShift(place);
  return [place[0] + east, place[1] + north];
}

function gcjToBd([lng, lat]: LngLat): LngLat {
  const radius = Math.hypot(lng, lat) + 0.000_02 * Math.sin(lat * BD_TURN);
  const angle = Math.atan2(lat, lng) + 0.000_003 * Math.cos(lng * BD_TURN);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}

/** Where a place on WGS-84 stands on a map of another datum (加偏), degrees. GCJ-02 and BD-09 as everybody reckons them: neither was ever published. */
export function toDatum(place: LngLat, datum: DatumName): LngLat {
  switch (datum) {
    case 'wgs84':
    case 'cgcs2000': return place;
    case 'gcj02': return toGcj(place);
    case 'bd09': return gcjToBd(toGcj(place));
  }
}

/** Rounds that bring the way back below a millimetre. */
const ROUNDS = 6;

/** The WGS-84 place of one on a map of another datum (纠偏), to less than a centimetre: the shift is sought until it leads there. */
export function fromDatum(place: LngLat, datum: DatumName): LngLat {
  let guess = place;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [lng, lat] = toDatum(guess, datum);
    guess = [guess[0] + place[0] - lng, guess[1] + place[1] - lat];
  }
  return guess;
}
