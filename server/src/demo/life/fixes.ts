import type { UnitId } from '@wangge/shared/base';
import { roundLngLat, type LngLat } from '@wangge/shared/geo';
import type { PositionFix } from '@wangge/shared/position';
import type { FixSource, RawFix } from '../../ingest/raw-fix.ts';
import { bell } from './chance.ts';

const DEGREE_M = 111_320;
const NOISE_M = 2.2;

/** A position as a receiver gives it: a few metres off, differently every time. */
export function fixOf(unitId: UnitId, at: number, seen: { lngLat: LngLat; headingDeg: number; speedKmh: number }): PositionFix {
  const [lng, lat] = seen.lngLat;
  const eastM = NOISE_M * bell(unitId, at, 'east');
  const northM = NOISE_M * bell(unitId, at, 'north');
  const [noisyLng, noisyLat] = roundLngLat([lng + eastM / (DEGREE_M * Math.cos((lat * Math.PI) / 180)), lat + northM / DEGREE_M]);
  return { unitId, at, lng: noisyLng, lat: noisyLat, speedKmh: Math.round(seen.speedKmh * 10) / 10, headingDeg: seen.headingDeg, accuracyM: 6 };
}

/** The same in the form in which a door hands positions over. */
export function rawFix(fix: PositionFix, source: FixSource): RawFix {
  return { ...fix, hasFix: true, altitudeM: 4, alarmBits: 0, statusBits: source === 'jt808' ? 3 : 0, isSos: false, source, isCatchUp: false };
}
