import type { DistrictMap } from '@wangge/shared/district-map';
import { polygonsOf, type Area, type Feature, type FeatureCollection, type Polygon, type Ring } from '@wangge/shared/geo';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import { LIVE_SOURCES } from './live-sources.ts';
import { sharedBorders } from './shared-borders.ts';

const WORLD: Ring = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]];

/** Names of the sources that the base layers draw from. */
export const BASE_SOURCES = [
  'outline', 'outside', 'towns', 'villages', 'village-borders', 'grids', 'grid-borders', 'roads', 'rivers', 'ponds', 'buildings', ...LIVE_SOURCES,
] as const;
export type BaseSource = (typeof BASE_SOURCES)[number];

/** The district's geography as MapLibre sources; what a district did not bring is an empty source. */
export function baseSources(map: DistrictMap): Record<BaseSource, GeoJSONSourceSpecification> {
  return {
    outline: source(map.outline),
    outside: source(outsideOf(map.outline.geometry)),
    towns: source(map.towns, 'code'),
    villages: source(map.villages, 'code'),
    'village-borders': source(sharedBorders(map.villages.features.map(({ geometry }) => geometry))),
    grids: source(map.grids, 'code'),
    'grid-borders': source(sharedBorders(map.grids.features.map(({ geometry }) => geometry))),
    roads: source(map.roads),
    rivers: source(map.rivers),
    ponds: source(map.ponds),
    buildings: source(map.buildings),
    heat: source(undefined),
    hexes: source(undefined),
    focus: source(undefined),
    fences: source(undefined),
    rings: source(undefined),
    cameras: source(undefined),
  };
}

/** Everything that is not an area: the world with the area cut out. */
export function outsideOf(area: Area): Feature<Polygon, Record<string, never>> {
  const holes = polygonsOf(area).flatMap((rings) => rings.slice(0, 1));
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [WORLD, ...holes] } };
}

function source(data: object | undefined, promoteId?: string): GeoJSONSourceSpecification {
  const empty: FeatureCollection<never, never> = { type: 'FeatureCollection', features: [] };
  return {
    type: 'geojson',
    data: (data ?? empty) as GeoJSONSourceSpecification['data'],
    tolerance: 0.15,
    maxzoom: 16,
    ...(promoteId === undefined ? {} : { promoteId }),
  };
}
