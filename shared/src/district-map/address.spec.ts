import { describe, expect, it } from 'vitest';
import { createPlane, featureCollection } from '../geo/index.ts';
import type { Feature, LineString, LngLat, Polygon } from '../geo/index.ts';
import { createAddressFinder } from './address.ts';
import type { DistrictMap, RoadProperties } from './district-map.ts';

const plane = createPlane([120.28, 31.78]);
const at = (eastM: number, northM: number): LngLat => plane.toLngLat([eastM, northM]);
const box = (west: number, east: number): Polygon => ({ type: 'Polygon', coordinates: [[at(west, -2_000), at(east, -2_000), at(east, 2_000), at(west, 2_000), at(west, -2_000)]] });
const road = (name: string, from: LngLat, to: LngLat): Feature<LineString, RoadProperties> =>
  ({ type: 'Feature', geometry: { type: 'LineString', coordinates: [from, to] }, properties: { roadClass: 2, name, source: 'test' } });
const village = (code: string, shortName: string, geometry: Polygon) =>
  ({ type: 'Feature' as const, geometry, properties: { code, name: `${shortName}村`, shortName, label: at(0, 0), source: 'test' } });

const map: DistrictMap = {
  outline: { type: 'Feature', geometry: box(-2_000, 2_000), properties: { code: '320281104', name: '徐霞客镇', source: 'test' } },
  villages: featureCollection([village('320281104219', '新街', box(-2_000, 0)), village('320281104209', '马镇', box(0, 2_000))]),
  grids: featureCollection([{ type: 'Feature', geometry: box(0, 2_000), properties: { code: '320281104209004', villageCode: '320281104209', serial: 4, name: '第4网格', label: at(1_000, 0), source: 'test' } }]),
  roads: featureCollection([road('新街路', at(-1_000, -1_500), at(-1_000, 1_500)), road('霞客大道', at(-2_000, 0), at(2_000, 0))]),
  places: featureCollection([
    { type: 'Feature', geometry: { type: 'Point', coordinates: at(1_000, 30) }, properties: { kind: 'school', name: '马镇中心小学', villageCode: '320281104209', source: 'test' } },
    { type: 'Feature', geometry: { type: 'Point', coordinates: at(1_500, 1_500) }, properties: { kind: 'hamlet', name: '陆家桥', villageCode: '320281104209', source: 'test' } },
  ]),
};

describe('addresses', () => {
  const addressOf = createAddressFinder(map);

  it.each([
    ['a crossing', at(-960, 50), '霞客大道与新街路口'],
    ['a landmark before its road', at(1_050, 20), '马镇中心小学附近'],
    ['a road with its village', at(-300, 40), '霞客大道新街村段'],
    ['a hamlet off the roads', at(1_450, 1_450), '马镇村陆家桥附近'],
    ['the grid where nothing has a name', at(500, -1_500), '马镇村第4网格'],
    ['the village alone without a grid', at(-300, 1_500), '新街村'],
  ])('name %s', (_, place, words) => {
    expect(addressOf(place)).toBe(words);
  });

  it('are unknown outside the district', () => {
    expect(addressOf(at(2_500, 0))).toBeUndefined();
  });
});
