import type { DistrictMap, PlaceKind } from '@wangge/shared/district-map';
import { featureCollection, type Feature, type LngLat, type Polygon } from '@wangge/shared/geo';
import type { RoadClass } from '@wangge/shared/roads';
import { TOWN_ORIGIN } from './geography/town-data.ts';
import { XUXIAKE } from './geography/towns/xuxiake.ts';

const WIDTH = 7;
const STEP = 0.016;
const WEST = TOWN_ORIGIN[0] - (WIDTH / 2) * STEP;
const SOUTH = TOWN_ORIGIN[1] - 1.5 * STEP;
const KINDS: readonly PlaceKind[] = ['government', 'squad', 'police', 'clinic', 'school', 'market', 'industry'];

function box(west: number, south: number, east: number, north: number): Polygon {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

function feature<G, P>(geometry: G, properties: P): Feature<G, P & { source: string }> {
  return { type: 'Feature', geometry, properties: { ...properties, source: '示意' } };
}

/** A chessboard township for specs: the 21 villages as squares with their grids in strips, a lattice of roads, a house per lane. */
export function plainMap(): DistrictMap {
  const cells = XUXIAKE.villages.map((seed, i) => ({ seed, west: WEST + (i % WIDTH) * STEP, south: SOUTH + Math.floor(i / WIDTH) * STEP }));
  const code = (serial: string) => `${XUXIAKE.code}${serial}`;
  const middle = (west: number, south: number): LngLat => [west + STEP / 2, south + STEP / 2];
  const villages = cells.map(({ seed, west, south }) => feature(box(west, south, west + STEP, south + STEP), {
    code: code(seed.serial), name: `${seed.shortName}村`, shortName: seed.shortName, label: middle(west, south),
  }));
  const grids = cells.flatMap(({ seed, west, south }) => Array.from({ length: seed.gridCount }, (_, g) => {
    const width = STEP / seed.gridCount;
    return feature(box(west + g * width, south, west + (g + 1) * width, south + STEP), {
      code: `${code(seed.serial)}${String(g + 1).padStart(3, '0')}`, villageCode: code(seed.serial), serial: g + 1, name: `第 ${g + 1} 网格`,
      label: [west + (g + 0.5) * width, south + STEP / 2] as LngLat,
    });
  }));
  const columns = Array.from({ length: WIDTH * 4 + 1 }, (_, i) => WEST + (i * STEP) / 4);
  const rows = Array.from({ length: 13 }, (_, i) => SOUTH + (i * STEP) / 4);
  const road = (coordinates: LngLat[], i: number) => feature({ type: 'LineString' as const, coordinates }, {
    roadClass: (i % 4 === 0 ? 1 : i % 2 === 0 ? 2 : 3) as RoadClass, isInside: true, ...(i % 2 === 0 ? { name: `第${i + 1}路` } : {}),
  });
  const roads = [
    ...columns.map((lng, i) => road(rows.map((lat): LngLat => [lng, lat]), i)),
    ...rows.map((lat, i) => road(columns.map((lng): LngLat => [lng, lat]), i)),
  ];
  const buildings = cells.map(({ seed, west, south }) => feature(
    { type: 'MultiPolygon' as const, coordinates: Array.from({ length: 12 }, (_, i) => box(west + 0.001 + i * 0.001, south + 0.003, west + 0.0013 + i * 0.001, south + 0.0032).coordinates) },
    { kind: Number(seed.serial) % 3 === 0 ? ('hall' as const) : ('house' as const), villageCode: code(seed.serial) },
  ));
  const places = cells.map(({ seed, west, south }, i) => feature({ type: 'Point' as const, coordinates: [west + STEP / 4, south + STEP / 4] as LngLat }, {
    kind: KINDS[i % KINDS.length] ?? 'village', name: `${seed.shortName}${KINDS[i % KINDS.length]}`, villageCode: code(seed.serial),
  }));
  return {
    outline: feature(box(WEST, SOUTH, WEST + WIDTH * STEP, SOUTH + 3 * STEP), { code: XUXIAKE.code, name: XUXIAKE.name }),
    villages: featureCollection(villages), grids: featureCollection(grids), roads: featureCollection(roads),
    buildings: featureCollection(buildings), places: featureCollection(places),
  };
}
