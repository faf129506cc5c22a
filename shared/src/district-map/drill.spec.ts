import { describe, expect, it } from 'vitest';
import { createPlane, featureCollection } from '../geo/index.ts';
import type { LngLat, MultiPolygon, Polygon } from '../geo/index.ts';
import type { BuildingProperties, DistrictMap } from './district-map.ts';
import { drillAt, isInStep } from './drill.ts';

const plane = createPlane([120.28, 31.78]);
const at = (eastM: number, northM: number): LngLat => plane.toLngLat([eastM, northM]);
const box = (west: number, east: number, south = -1_000, north = 1_000): Polygon =>
  ({ type: 'Polygon', coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]] });
const area = (code: string, geometry: Polygon) => ({ type: 'Feature' as const, geometry, properties: { code, name: code, source: 'test', shortName: code, label: at(0, 0) } });
const grid = (code: string, geometry: Polygon) => ({ type: 'Feature' as const, geometry, properties: { code, villageCode: code.slice(0, 12), serial: 1, name: '第1网格', label: at(0, 0), source: 'test' } });

const V1 = '320281104200';
const V2 = '320281104201';
const township: DistrictMap = {
  outline: area('320281104', box(-2_000, 2_000)),
  villages: featureCollection([area(V1, box(-2_000, 0)), area(V2, box(0, 2_000))]),
  grids: featureCollection([grid(`${V1}001`, box(-2_000, -1_000)), grid(`${V1}002`, box(-1_000, 0)), grid(`${V2}001`, box(0, 2_000))]),
  buildings: featureCollection<Polygon | MultiPolygon, BuildingProperties>([
    { type: 'Feature', geometry: { type: 'MultiPolygon' as const, coordinates: [box(-500, -480, 0, 20).coordinates, box(-300, -280, 0, 20).coordinates] }, properties: { kind: 'house', villageCode: V1, source: 'test' } },
    { type: 'Feature', geometry: box(900, 950, 0, 40), properties: { kind: 'hall', source: 'test' } },
  ]),
};
const county: DistrictMap = { ...township, towns: featureCollection([area('320281104', box(-2_000, 2_000)), area('320281105', box(2_000, 4_000))]) };
const HOUSE = at(-290, 10);
const codes = (path: readonly { code: string }[]): string[] => path.map(({ code }) => code);

describe('the way down', () => {
  it('[MP6] leads from the county over township, village and grid to one house, a level with each press', () => {
    let path = drillAt(county, [], HOUSE);
    const levels = [path];
    for (let press = 0; press < 3; press += 1) levels.push(path = drillAt(county, path, HOUSE));
    expect(levels.map(codes)).toEqual([
      ['320281104'], ['320281104', V1], ['320281104', V1, `${V1}002`], ['320281104', V1, `${V1}002`, `${V1}/house/1`],
    ]);
    expect(path.at(-1)).toMatchObject({ level: 'house', buildingKind: 'house' });
    expect(codes(drillAt(county, path, HOUSE)), 'there is nothing below a house').toEqual(codes(path));
  });

  it('[MP6] begins with the villages where the district is one township', () => {
    expect(codes(drillAt(township, [], HOUSE))).toEqual([V1]);
  });

  it('[MP6] leads to the neighbour on the same level, back to the top from outside, and stays where there is no house', () => {
    const inV1 = drillAt(township, [], HOUSE);
    expect(codes(drillAt(township, inV1, at(1_000, 0)))).toEqual([V2]);
    const inGrid = drillAt(township, inV1, HOUSE);
    expect(codes(drillAt(township, inGrid, at(-1_500, 0)))).toEqual([V1, `${V1}001`]);
    expect(codes(drillAt(township, inGrid, at(-700, 500)))).toEqual(codes(inGrid));
    expect(drillAt(township, inGrid, at(9_000, 0))).toEqual([]);
  });

  it('[MP7] ends at the grid where positions are those of grids', () => {
    const grids = [HOUSE, HOUSE, HOUSE, HOUSE].reduce<ReturnType<typeof drillAt>>((path, place) => drillAt(township, path, place, 'grid'), []);
    expect(codes(grids)).toEqual([V1, `${V1}002`]);
  });

  it('[MP6] takes along the cases of the area, and those at the walls of a house', () => {
    const path = [HOUSE, HOUSE, HOUSE].reduce<ReturnType<typeof drillAt>>((so, place) => drillAt(township, so, place), []);
    const item = (eastM: number) => ({ gridCode: `${V1}002`, villageCode: V1, lngLat: at(eastM, 10) });
    const held = (level: number, eastM: number): boolean => { const step = path[level]; return step !== undefined && isInStep(step, item(eastM)); };
    expect([held(0, -900), held(1, -900), held(2, -900)]).toEqual([true, true, false]);
    expect([held(2, -290), held(2, -260), held(2, -240)]).toEqual([true, true, false]);
    const [village] = path;
    expect(village && isInStep(village, { gridCode: `${V2}001`, villageCode: V2, lngLat: HOUSE })).toBe(false);
  });
});
