import { describe, expect, it } from 'vitest';
import { bearingDeg, distanceM, isPossibleLngLat, roundLngLat } from './lng-lat.ts';

describe('lng-lat', () => {
  it('measures one degree of latitude as 111.195 km', () => {
    expect(distanceM([120, 31], [120, 32])).toBeCloseTo(111_195, -1);
  });

  it('measures Wuxi to Jiangyin, about 48 km', () => {
    expect(distanceM([120.3119, 31.4912], [120.2853, 31.92])).toBeGreaterThan(47_000);
    expect(distanceM([120.3119, 31.4912], [120.2853, 31.92])).toBeLessThan(48_500);
  });

  it('bears 0 north, 90 east, 180 south, 270 west', () => {
    const here = [120, 31] as const;
    expect(bearingDeg(here, [120, 31.01])).toBeCloseTo(0, 6);
    expect(bearingDeg(here, [120.01, 31])).toBeCloseTo(90, 1);
    expect(bearingDeg(here, [120, 30.99])).toBeCloseTo(180, 6);
    expect(bearingDeg(here, [119.99, 31])).toBeCloseTo(270, 1);
    expect(bearingDeg(here, here)).toBe(0);
  });

  it('rounds to six decimals', () => {
    expect(roundLngLat([120.12345678, 31.87654321])).toEqual([120.123457, 31.876543]);
  });

  it('knows what cannot be on earth', () => {
    expect(isPossibleLngLat([180, -90])).toBe(true);
    expect(isPossibleLngLat([31.78, 120.28])).toBe(false);
    expect(isPossibleLngLat([Number.NaN, 0])).toBe(false);
  });
});
