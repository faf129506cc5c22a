import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '../base/index.ts';
import { createPlane } from '../geo/index.ts';
import { mileageOf, travelOf, type PositionFix } from './index.ts';

const NOON = Date.parse('2026-03-16T12:00:00+08:00');
const { toLngLat } = createPlane([120.3, 31.75]);
/** A small wander that is the same each time. */
const wander = (second: number, m: number): number => m * Math.sin(second * 1.7) * Math.cos(second * 0.61);

/** A way in pieces of so many seconds at so many km/h, a fix each few seconds, wandering a few metres. */
function way(pieces: readonly (readonly [seconds: number, kmh: number])[], { eachS = 4, wanderM = 4 }: { eachS?: number; wanderM?: number } = {}): PositionFix[] {
  const fixes: PositionFix[] = [];
  let [second, eastM] = [0, 0];
  for (const [seconds, kmh] of pieces) {
    for (const end = second + seconds; second < end; second += eachS) {
      const [lng, lat] = toLngLat([eastM + wander(second, wanderM), wander(second + 50, wanderM)]);
      fixes.push({ unitId: asId<UnitId>('u1'), at: NOON + second * 1_000, lng, lat, speedKmh: null, headingDeg: null, accuracyM: 8 });
      eastM += (kmh / 3.6) * eachS;
    }
  }
  return fixes;
}
const km = ({ footM, driveM }: ReturnType<typeof travelOf>): [number, number] => [Math.round(footM / 50) / 20, Math.round(driveM / 50) / 20];

describe('a way on foot and by car', () => {
  it('[RD1] given half an hour on foot, then nothing of it was driven; given a drive, then nothing was walked', () => {
    expect(km(travelOf(way([[1_800, 4.5]])))).toEqual([expect.closeTo(2.25, 0), 0]);
    expect(km(travelOf(way([[600, 40]])))).toEqual([0, expect.closeTo(6.65, 0)]);
    expect(km(travelOf(way([[600, 40]], { eachS: 30 })))[0]).toBe(0);
  });

  it('[RD1] given a drive, a walk and a drive, then each is told apart to within a hundred metres or so', () => {
    const { footM, driveM } = travelOf(way([[300, 36], [900, 4], [300, 36]]));
    expect(Math.abs(footM - 1_000)).toBeLessThan(150);
    expect(Math.abs(driveM - 6_000)).toBeLessThan(200);
  });

  it('[RD1] given traffic that crawls and halts, then it is driving all along', () => {
    const { footM } = travelOf(way([[120, 40], [40, 0], [30, 9], [30, 0], [40, 10], [120, 40], [60, 0], [120, 35]]));
    expect(footM).toBeLessThan(60);
  });

  it('[RD1] given a speed between walking and driving, then it is what it was before', () => {
    expect(travelOf(way([[300, 36], [300, 10]])).footM).toBeLessThan(60);
    expect(travelOf(way([[300, 4.5], [300, 10]])).driveM).toBe(0);
  });

  it('[RD1] given a car that was parked for a short walk, then the walk is one', () => {
    const { footM } = travelOf(way([[240, 36], [170, 4.5], [240, 36]]));
    expect(footM).toBeGreaterThan(120);
  });

  it('[RD2] given a receiver that leaps and returns while somebody walks, then nothing is driving', () => {
    const walk = way([[900, 4.5]]).map((fix, i) => (i % 40 === 20 ? { ...fix, lng: fix.lng + 0.0012 } : fix));
    expect(travelOf(walk).driveM).toBe(0);
  });

  it('[RD2] given one who stands, then wandering is no way', () => {
    expect(travelOf(way([[3_600, 0]], { wanderM: 9 }))).toMatchObject({ footM: 0, driveM: 0 });
  });

  it('[RD2] both together are the mileage, whatever the fixes', () => {
    const step = fc.record({ gapS: fc.integer({ min: 1, max: 900 }), eastM: fc.integer({ min: -4_000, max: 4_000 }), accuracyM: fc.constantFrom(null, 5, 60, 300) });
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let second = 0;
      const fixes = steps.map(({ gapS, eastM, accuracyM }): PositionFix => {
        const [lng, lat] = toLngLat([eastM, 0]);
        return { unitId: asId<UnitId>('u1'), at: NOON + (second += gapS) * 1_000, lng, lat, speedKmh: null, headingDeg: null, accuracyM };
      });
      const { footM, driveM } = travelOf(fixes);
      expect(footM + driveM).toBeCloseTo(mileageOf(fixes).distanceM, 3);
    }));
  });
});
