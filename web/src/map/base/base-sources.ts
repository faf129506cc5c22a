import type { DistrictMap } from '@wangge/shared/district-map';
import { polygonsOf, type Area, type FeatureCollection, type Ring } from '@wangge/shared/geo';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import { sharedBorders } from './shared-borders.ts';

const WORLD: Ring = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]];

/** Names of the sources that the base layers draw from. */
export const BASE_SOURCES = ['outline', 'outside', 'village-borders', 'grids', 'grid-borders', 'roads', 'rivers', 'ponds', 'buildings', 'heat'] as const;
export type BaseSource = (typeof BASE_SOURCES)[number];

/** The district's geography as MapLibre sources; what a district did not bring is an empty source. */
export function baseSources(map: DistrictMap): Record<BaseSource, GeoJSONSourceSpecification> {
  return {
    outline: source(map.outline),
    outside: source(outsideOf(map.outline.geometry)),
    'village-borders': source(sharedBorders(map.villages.features.map(({ geometry }) => geometry))),
    grids: source(map.grids, 'code'),
    'grid-borders': source(sharedBorders(map.grids.features.map(({ geometry }) => geometry))),
    roads: source(map.roads),
    rivers: source(map.rivers),
    ponds: source(map.ponds),
    buildings: source(map.buildings),
    heat: source(undefined),
  };
}

/** Everything that is not the township: the world with the township cut out. */
function outsideOf(area: Area): object {
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
