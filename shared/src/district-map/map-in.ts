import { isInArea } from '../access/index.ts';
import { townCodeOf } from '../district/index.ts';
import { labelPoint } from '../geo/index.ts';
import type { DistrictMap } from './district-map.ts';

/**
 * The map of a township out of its county's: its own outline, villages, grids and places over the same land; the other
 * townships are its neighbours. A county, or a map without townships, stays as it is.
 */
export function mapIn(map: DistrictMap, areaCode: string): DistrictMap {
  const townCode = townCodeOf(areaCode);
  const town = map.towns?.features.find(({ properties }) => properties.code === townCode);
  if (!town || !map.towns) return map;
  const { towns, ...land } = map;
  const beside = towns.features.filter((other) => other !== town).map(({ geometry, properties: { name, source } }) => (
    { type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: labelPoint(geometry) }, properties: { name, source } }));
  return {
    ...land,
    outline: town,
    villages: { ...map.villages, features: map.villages.features.filter(({ properties }) => isInArea(properties.code, townCode)) },
    grids: { ...map.grids, features: map.grids.features.filter(({ properties }) => isInArea(properties.code, townCode)) },
    ...(map.places && { places: { ...map.places, features: map.places.features.filter(({ properties }) => isInArea(properties.villageCode, townCode)) } }),
    neighbours: { type: 'FeatureCollection', features: [...(map.neighbours?.features ?? []), ...beside] },
  };
}
