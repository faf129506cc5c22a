import type { UnitId } from '../base/index.ts';

/** One accepted position (定位) of a unit, WGS-84. `at` is the device's own time, epoch ms UTC; null: the device did not say. */
export interface PositionFix {
  readonly unitId: UnitId;
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
  readonly speedKmh: number | null;
  /** Degrees clockwise from north. */
  readonly headingDeg: number | null;
  /** Radius the device claims to be right within, metres. */
  readonly accuracyM: number | null;
}

function rounded(value: number | null, perUnit: number): number | null {
  return value === null ? null : Math.round(value * perUnit) / perUnit;
}

/**
 * A fix as it is kept: place to 1e-7 degree (1 cm), speed to 0.1 km/h, heading and accuracy to 1. Whatever is reckoned from
 * a kept fix comes out the same before and after it went through a store.
 */
export function asKept(fix: PositionFix): PositionFix {
  return {
    unitId: fix.unitId,
    at: Math.round(fix.at),
    lng: Math.round(fix.lng * 1e7) / 1e7,
    lat: Math.round(fix.lat * 1e7) / 1e7,
    speedKmh: rounded(fix.speedKmh, 10),
    headingDeg: rounded(fix.headingDeg, 1),
    accuracyM: rounded(fix.accuracyM, 1),
  };
}
