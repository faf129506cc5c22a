import gcoordModule from 'gcoord';
import { describe, expect, it } from 'vitest';
import { distanceM } from '@wangge/shared/geo';
import { readBoundaries } from './boundaries.ts';

const square = [[114.3, 22.7], [114.4, 22.7], [114.4, 22.8], [114.3, 22.7]];
const file = (geometry: object, properties: object = { adcode: 440310, name: '坪山区' }): string =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });
const polygon = (ring: unknown): object => ({ type: 'Polygon', coordinates: [ring] });

describe('a boundary file', () => {
  it('is taken as it is in WGS-84 and CGCS2000', () => {
    for (const datum of ['WGS84', 'CGCS2000'] as const) {
      const { boundaries } = readBoundaries('b.geojson', file(polygon(square)), datum);
      expect(boundaries).toEqual([{ file: 'b.geojson', code: '440310', name: '坪山区', area: { type: 'Polygon', coordinates: [square] } }]);
    }
  });

  it.each(['GCJ02', 'BD09'] as const)('is brought from %s to within a metre of the true place', (datum) => {
    const gcoord = gcoordModule as unknown as { WGS84: unknown; GCJ02: unknown; BD09: unknown; transform(place: number[], from: unknown, to: unknown): [number, number] };
    const shifted = square.map((place) => gcoord.transform(place, gcoord.WGS84, gcoord[datum]));
    const { boundaries } = readBoundaries('b.geojson', file(polygon(shifted)), datum);
    const area = boundaries[0]?.area;
    const ring = area?.type === 'Polygon' ? area.coordinates[0] ?? [] : [];
    expect(distanceM([114.3, 22.7], [shifted[0]?.[0] ?? 0, shifted[0]?.[1] ?? 0])).toBeGreaterThan(100);
    expect(ring.every((place, i) => distanceM(place, [square[i]?.[0] ?? 0, square[i]?.[1] ?? 0]) < 1)).toBe(true);
  });

  it.each([
    ['latitude before longitude', polygon(square.map(([x, y]) => [y, x]))], ['an open ring', polygon([...square.slice(0, 3), [114.5, 22.9]])],
    ['a line', { type: 'LineString', coordinates: square }], ['too few points', polygon(square.slice(0, 3))],
  ])('lists a feature with %s', (_, geometry) => {
    const { boundaries, problems } = readBoundaries('b.geojson', file(geometry), 'WGS84');
    expect(boundaries).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ file: 'b.geojson', column: '第 1 个要素' })]);
  });

  it.each(['{', '[]', '{"type":"Topology"}'])('is refused as no GeoJSON: %s', (text) => {
    expect(() => readBoundaries('b.geojson', text, 'WGS84')).toThrow(expect.objectContaining({ code: 'GEOJSON_INVALID' }));
  });
});
