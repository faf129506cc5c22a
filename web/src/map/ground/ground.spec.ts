import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanePoint } from '@wangge/shared/geo';
import { ringContains } from '@wangge/shared/geo';
import { classOf, countBreaks, rateClass, topOf, type Breaks } from './classes.ts';
import { hexAreas, hexBins, hexRing } from './hex-bins.ts';

const metre = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const points = fc.array(fc.tuple(metre, metre), { maxLength: 200 });
const side = fc.double({ min: 50, max: 2_000, noNaN: true });

describe('hexagons', () => {
  it('[MP4] count every point exactly once: the counts add up', () => {
    fc.assert(fc.property(points, side, (all, sideM) => hexBins(all, sideM).reduce((sum, { count }) => sum + count, 0) === all.length));
  });

  it('[MP4] hold what they count, as far as a hand-breadth on an edge', () => {
    fc.assert(fc.property(fc.tuple(metre, metre), side, (point, sideM) => {
      const [bin] = hexBins([point], sideM);
      return bin !== undefined && ringContains(hexRing(bin.centre, sideM * 1.000_1), point);
    }));
  });

  it('[MP4] lie where they lay, whatever else is counted', () => {
    fc.assert(fc.property(points, fc.tuple(metre, metre), side, (others, point, sideM) => {
      const [alone] = hexBins([point], sideM);
      return hexBins([point, ...others], sideM)[0]?.key === alone?.key;
    }));
  });

  it('touch without a gap: six neighbours around one share its corners', () => {
    const centres: PlanePoint[] = [0, 60, 120, 180, 240, 300].map((deg) => [Math.sqrt(3) * 100 * Math.cos((deg * Math.PI) / 180), Math.sqrt(3) * 100 * Math.sin((deg * Math.PI) / 180)]);
    const bins = hexBins([[0, 0], ...centres], 100);
    expect(bins).toHaveLength(7);
    const rings = bins.map(({ centre }) => hexRing(centre, 100));
    for (const corner of rings[0] ?? []) expect(rings.filter((ring) => ring.slice(1).some(([x, y]) => Math.hypot(x - corner[0], y - corner[1]) < 0.01)).length).toBe(3);
  });

  it('say their count and close their rings', () => {
    const { features } = hexAreas([[120.3, 31.8], [120.3, 31.8], [120.4, 31.9]], [120.3, 31.8], 300);
    expect(features.map(({ properties }) => properties.count).sort()).toEqual([1, 2]);
    for (const { geometry } of features) expect(geometry.coordinates[0]?.at(0)).toEqual(geometry.coordinates[0]?.at(-1));
  });
});

describe('the shades of areas', () => {
  const count = fc.integer({ min: 0, max: 100_000 });

  it('[MP5] run evenly over a round scale that holds every count', () => {
    expect(countBreaks(0)).toEqual([1, 2, 3, 4]);
    expect(countBreaks(5)).toEqual([1, 3, 5, 7]);
    expect(countBreaks(17)).toEqual([1, 6, 11, 16]);
    fc.assert(fc.property(count, (most) => most <= topOf(countBreaks(most))));
  });

  it('[MP5] stay while the counts fit the scale in use, and none shades nothing', () => {
    fc.assert(fc.property(count, fc.double({ min: 0.41, max: 1, noNaN: true }), (most, share) => {
      const before = countBreaks(most);
      const next = countBreaks(Math.ceil(topOf(before) * share), before);
      return JSON.stringify(next) === JSON.stringify(before) && classOf(0, next) === 0;
    }));
    expect(countBreaks(3, countBreaks(20))).toEqual([1, 2, 3, 4]);
  });

  it('[MP5] deepen with the count and never lighten', () => {
    fc.assert(fc.property(count, count, count, (a, b, most) => {
      const breaks: Breaks = countBreaks(most);
      return a > b || classOf(a, breaks) <= classOf(b, breaks);
    }));
  });

  it('[MP5] of a rate deepen below its target, and nothing due has none', () => {
    expect([100, 95, 94.9, 93.1, 93, 91.1, 91, 12].map((percent) => rateClass(percent, 95))).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(rateClass(null, 95)).toBe(0);
  });
});
