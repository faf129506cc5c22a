import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATUMS, fromDatum, toDatum } from './datum.ts';
import { distanceM } from './lng-lat.ts';
import type { LngLat } from './lng-lat.ts';

const inChina: fc.Arbitrary<LngLat> = fc.tuple(fc.double({ min: 74, max: 135, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }));

describe('datums', () => {
  it('[MP8] lead there and back to less than a centimetre', () => {
    fc.assert(fc.property(inChina, fc.constantFrom(...DATUMS), (place, datum) => distanceM(fromDatum(toDatum(place, datum), datum), place) < 0.01));
  });

  it('[MP8] leave WGS-84 and CGCS2000 as they are, and everything outside China', () => {
    expect(toDatum([120.28, 31.78], 'cgcs2000')).toEqual([120.28, 31.78]);
    expect(toDatum([139.7, 35.7], 'gcj02')).toEqual([139.7, 35.7]);
  });

  it('[MP8] shift by what is known of the country: some hundred metres for GCJ-02, about a kilometre for BD-09', () => {
    fc.assert(fc.property(inChina, (place) => {
      const gcjM = distanceM(toDatum(place, 'gcj02'), place);
      const bdM = distanceM(toDatum(place, 'bd09'), toDatum(place, 'gcj02'));
      return gcjM > 20 && gcjM < 1_000 && bdM > 500 && bdM < 1_500;
    }));
  });
});
