import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '../base/index.ts';
import { distanceM } from '../geo/index.ts';
import type { PositionFix } from './fix.ts';
import { mileageOf } from './mileage.ts';
import { THIN_TOLERANCE_M, thinTrack } from './thin-track.ts';

const START = Date.UTC(2026, 2, 15, 1);
const SPACING_MS = 120_000;
const METRE_LAT = 1 / 111_195;

/** A leg of a day: how long, how fast, which way, and whether the device tells its speed. */
interface Leg {
  readonly fixes: number;
  readonly kmh: number;
  readonly headingDeg: number;
  readonly tells: boolean;
}

function drive(legs: readonly Leg[], everyS = 10): PositionFix[] {
  let [at, north, east] = [START, 0, 0];
  return legs.flatMap(({ fixes, kmh, headingDeg, tells }, leg) => Array.from({ length: fixes }, (_, i) => {
    at += everyS * 1_000;
    const stepM = (kmh / 3.6) * everyS;
    const bend = ((headingDeg + i * (leg % 3)) * Math.PI) / 180;
    north += stepM * Math.cos(bend);
    east += stepM * Math.sin(bend);
    const jitter = kmh === 0 ? ((i * 7) % 9) - 4 : 0;
    return {
      unitId: asId<UnitId>('u'), at, lng: 120.3 + (east * METRE_LAT) / Math.cos((31.7 * Math.PI) / 180), lat: 31.7 + (north + jitter) * METRE_LAT,
      speedKmh: tells ? kmh : null, headingDeg: null, accuracyM: null,
    };
  }));
}

const legs = fc.array(fc.record({ fixes: fc.integer({ min: 3, max: 90 }), kmh: fc.constantFrom(0, 0, 5, 20, 40, 80), headingDeg: fc.integer({ min: 0, max: 359 }), tells: fc.boolean() }), { minLength: 1, maxLength: 12 });

describe('[KP3] a thinned track', () => {
  it('stays as it is when it is thinned again, whatever the way', () => {
    fc.assert(fc.property(legs, (way) => {
      const once = thinTrack(drive(way), SPACING_MS);
      expect(thinTrack(once, SPACING_MS)).toEqual(once);
    }), { numRuns: 150 });
  });

  it('passes within the tolerance of every fix at its time, and moves none', () => {
    fc.assert(fc.property(legs, (way) => {
      const fixes = drive(way);
      const kept = thinTrack(fixes, SPACING_MS);
      expect(kept.every((fix) => fixes.includes(fix))).toBe(true);
      for (const fix of fixes) {
        const next = kept.findIndex(({ at }) => at >= fix.at);
        const [a, b] = [kept[Math.max(0, next - 1)]!, kept[next]!];
        const share = a.at === b.at ? 0 : (fix.at - a.at) / (b.at - a.at);
        expect(distanceM([a.lng + (b.lng - a.lng) * share, a.lat + (b.lat - a.lat) * share], [fix.lng, fix.lat])).toBeLessThanOrEqual(THIN_TOLERANCE_M + 0.01);
      }
    }), { numRuns: 60 });
  });

  it('keeps the first and last fix of each halt and of the whole, and a fix each stretch', () => {
    const fixes = drive([{ fixes: 60, kmh: 40, headingDeg: 0, tells: true }, { fixes: 200, kmh: 0, headingDeg: 0, tells: true }, { fixes: 60, kmh: 40, headingDeg: 90, tells: true }]);
    const kept = thinTrack(fixes, SPACING_MS);
    for (const at of [0, 59, 60, 259, 260, 319]) expect(kept).toContain(fixes[at]);
    expect(kept.length).toBeLessThan(fixes.length / 4);
    for (let i = 1; i < kept.length; i += 1) expect(kept[i]!.at - kept[i - 1]!.at).toBeLessThanOrEqual(2 * SPACING_MS);
  });

  it('[KP4] gives the same mileage within 3 % or 100 m', () => {
    fc.assert(fc.property(legs, (way) => {
      const fixes = drive(way);
      const [before, after] = [mileageOf(fixes).distanceM, mileageOf(thinTrack(fixes, SPACING_MS)).distanceM];
      expect(Math.abs(after - before)).toBeLessThanOrEqual(Math.max(100, 0.03 * before));
    }), { numRuns: 200 });
  });

  it('[KP4] counts neither a jump nor a silence that was not counted before', () => {
    const fixes = drive([{ fixes: 60, kmh: 0, headingDeg: 0, tells: false }]);
    const jump = fixes.map((fix, i) => (i === 30 ? { ...fix, lat: fix.lat + 5_000 * METRE_LAT } : fix));
    expect(mileageOf(thinTrack(jump, SPACING_MS)).distanceM).toBe(mileageOf(jump).distanceM);
    const early = fixes.map((fix, i) => (i === 9 ? { ...fix, lat: fix.lat + 5_000 * METRE_LAT } : fix));
    expect(mileageOf(thinTrack(early, SPACING_MS)).distanceM).toBe(0);
    const late = fixes.map((fix, i) => (i < 30 ? fix : { ...fix, at: fix.at + 601_000, lat: fix.lat + 900 * METRE_LAT }));
    expect(mileageOf(thinTrack(late, SPACING_MS)).distanceM).toBe(mileageOf(late).distanceM);
  });

  it('cannot be thinner than counting goes on across', () => {
    expect(() => thinTrack([], 300_001)).toThrow(RangeError);
  });
});
