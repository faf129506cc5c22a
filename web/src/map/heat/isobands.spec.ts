import { distanceM, type LngLat, type Polygon } from '@wangge/shared/geo';
import { describe, expect, it } from 'vitest';
import { isobands, type HeatPoint } from './isobands.ts';

const CENTRE: LngLat = [120.45, 31.82];
const at = (eastM: number, northM: number, weight = 1): HeatPoint => ({
  lngLat: [CENTRE[0] + eastM / 94_600, CENTRE[1] + northM / 111_195], weight,
});
const ringArea = (ring: readonly LngLat[]): number =>
  ring.reduce((sum, [x, y], i) => sum + (x * (ring[(i + 1) % ring.length] ?? [x, y])[1] - (ring[(i + 1) % ring.length] ?? [x, y])[0] * y) / 2, 0);
const contains = (polygon: Polygon, [x, y]: LngLat): boolean =>
  polygon.coordinates.reduce((inside, ring) => ring.reduce((odd, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
  }, inside), false);

describe('isobands', () => {
  it('draws nothing where nothing is warm', () => {
    expect(isobands([], 1_000).features).toEqual([]);
  });

  it('draws closed rings, outer ones counter-clockwise and holes clockwise', () => {
    const ringOfPoints = Array.from({ length: 24 }, (_, i) => at(1_500 * Math.cos((i * Math.PI) / 12), 1_500 * Math.sin((i * Math.PI) / 12)));
    const { features } = isobands(ringOfPoints, 700);
    const holes = features.flatMap(({ geometry }) => geometry.coordinates.slice(1));
    expect(holes.length).toBeGreaterThan(0);
    for (const { geometry } of features) {
      for (const [index, ring] of geometry.coordinates.entries()) {
        expect(ring.at(0)).toEqual(ring.at(-1));
        expect(Math.sign(ringArea(ring))).toBe(index === 0 ? 1 : -1);
      }
      expect(contains(geometry, CENTRE)).toBe(false);
    }
  });

  it('nests its bands: each warmer band covers less, all hold the peak', () => {
    const { features } = isobands([at(0, 0), at(120, 40), at(-90, 60), at(40, -100)], 1_000);
    expect(features.map(({ properties }) => properties.band)).toEqual([0, 1, 2, 3]);
    const areas = features.map(({ geometry }) => ringArea(geometry.coordinates[0] ?? []));
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    for (const { geometry } of features) expect(contains(geometry, at(10, 0).lngLat)).toBe(true);
  });

  it('reaches no farther than its radius', () => {
    const { features } = isobands([at(0, 0, 3)], 1_000);
    const places = features.flatMap(({ geometry }) => geometry.coordinates.flat());
    expect(Math.max(...places.map((place) => distanceM(place, CENTRE)))).toBeLessThan(1_000);
  });

  it('leaves a lone case faint and lets a red one reach farther', () => {
    const reach = (weight: number): number => Math.max(0, ...isobands([at(0, 0, weight)], 1_000).features
      .flatMap(({ geometry }) => geometry.coordinates.flat()).map((place) => distanceM(place, CENTRE)));
    expect(isobands([at(0, 0)], 1_000).features).toHaveLength(1);
    expect(reach(1.5)).toBeGreaterThan(reach(1));
  });
});
