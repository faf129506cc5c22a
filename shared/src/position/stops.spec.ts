import { describe, expect, it } from 'vitest';
import { MINUTE_MS, asId, type UnitId } from '../base/index.ts';
import type { PositionFix } from './fix.ts';
import { stopsOf } from './stops.ts';

const START = Date.UTC(2026, 2, 15, 1);
const fix = (minute: number, northM: number): PositionFix =>
  ({ unitId: asId<UnitId>('u'), at: START + minute * MINUTE_MS, lng: 120.3, lat: 31.7 + northM / 111_195, speedKmh: null, headingDeg: null, accuracyM: null });
const spans = (fixes: readonly PositionFix[]): [number, number][] => stopsOf(fixes).map(({ from, to }) => [(from - START) / MINUTE_MS, (to - START) / MINUTE_MS]);

describe('the stops of a track', () => {
  it('are rests of five minutes and more, however the receiver drifts', () => {
    expect(spans([fix(0, 0), fix(1, 500), fix(2, 1_000), fix(4, 1_040), fix(6, 980), fix(8, 1_010), fix(9, 1_500), fix(10, 2_000)])).toEqual([[2, 8]]);
  });

  it('are none on a drive and at a short halt', () => {
    expect(spans(Array.from({ length: 30 }, (_, i) => fix(i, i * 300)))).toEqual([]);
    expect(spans([fix(0, 0), fix(1, 500), fix(5, 510), fix(6, 1_000)])).toEqual([]);
    expect(spans([])).toEqual([]);
  });

  it('hold the whole of a night at one place', () => {
    expect(spans(Array.from({ length: 200 }, (_, i) => fix(i, (i * 7) % 50)))).toEqual([[0, 199]]);
  });
});
