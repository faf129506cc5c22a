import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaContains } from '@wangge/shared/geo';
import type { DistrictMap } from '@wangge/shared/district-map';
import { GridLocator } from './grid-locator.ts';

const source = '测试';
const cell = (x: number, y: number) => ({
  type: 'Feature' as const,
  geometry: { type: 'Polygon' as const, coordinates: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]] as [number, number][]] },
  properties: { code: `g${x}-${y}`, villageCode: `v${x}`, serial: 1, name: '', label: [x + 0.5, y + 0.5] as [number, number], source },
});
const grids = [0, 1, 2].flatMap((x) => [0, 1].map((y) => cell(x, y)));
const map = { grids: { type: 'FeatureCollection', features: grids } } as unknown as DistrictMap;

describe('finding the grid of a place', () => {
  it('agrees with looking at every grid, wherever the place and whatever was asked before', () => {
    const locator = new GridLocator(map);
    const coordinate = fc.double({ min: -1, max: 4, noNaN: true });
    fc.assert(fc.property(coordinate, coordinate, (lng, lat) => {
      const all = grids.filter((g) => areaContains(g.geometry, [lng, lat])).map((g) => g.properties.code);
      const found = locator.find([lng, lat])?.gridCode;
      if (all.length === 0) expect(found).toBeUndefined();
      else expect(all).toContain(found);
    }));
  });

  it('knows the centre of a grid and of no other', () => {
    expect(new GridLocator(map).centreOf('g2-1')).toEqual([2.5, 1.5]);
    expect(new GridLocator(map).centreOf('nowhere')).toBeNull();
  });
});
