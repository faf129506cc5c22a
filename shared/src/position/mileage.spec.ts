import { describe, expect, it } from 'vitest';
import { asId } from '../base/index.ts';
import type { UnitId } from '../base/index.ts';
import type { PositionFix } from './fix.ts';
import { mileageOf } from './mileage.ts';

const START = Date.UTC(2026, 2, 15, 1);
const METRE_LAT = 1 / 111_195;

/** A fix `northM` metres north of the start, `second` seconds after it. */
function at(second: number, northM: number, more: Partial<PositionFix> = {}): PositionFix {
  return {
    unitId: asId<UnitId>('unit-1'), at: START + second * 1_000, lng: 120.3, lat: 31.7 + northM * METRE_LAT,
    speedKmh: null, headingDeg: null, accuracyM: null, ...more,
  };
}

function walkedM(...fixes: readonly PositionFix[]): number {
  return Math.round(mileageOf(fixes).distanceM);
}

describe('patrol mileage', () => {
  it('counts a drive, however short its steps are', () => {
    expect(walkedM(...Array.from({ length: 101 }, (_, i) => at(i, i * 10)))).toBe(1_000);
  });

  it('counts no drift of a unit that stands', () => {
    const drift = Array.from({ length: 500 }, (_, i) => at(i * 10, ((i * 7) % 19) - 9));
    expect(walkedM(...drift)).toBe(0);
    const wide = Array.from({ length: 500 }, (_, i) => at(i * 10, ((i * 7) % 51) - 25, { speedKmh: 0 }));
    expect(walkedM(...wide)).toBe(0);
  });

  it('counts no move within what the device itself calls uncertain', () => {
    expect(walkedM(at(0, 0), at(10, 45, { accuracyM: 50 }))).toBe(0);
    expect(walkedM(at(0, 0), at(10, 300, { accuracyM: 500 }))).toBe(0);
  });

  it('leaves out a jump and the way back', () => {
    expect(walkedM(at(0, 0), at(10, 5_000), at(20, 100))).toBe(100);
  });

  it('goes on from a far place that the next fix confirms, without counting the jump', () => {
    expect(walkedM(at(0, 0), at(10, 5_000), at(20, 5_100), at(30, 5_200))).toBe(100);
  });

  it('counts nothing across a silence', () => {
    expect(walkedM(at(0, 0), at(10, 100), at(3_610, 2_000), at(3_620, 2_100))).toBe(200);
  });

  it('ignores what is not newer', () => {
    expect(walkedM(at(0, 0), at(10, 100), at(10, 900), at(5, 50), at(20, 200))).toBe(200);
  });
});
