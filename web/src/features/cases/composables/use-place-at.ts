import { areaContains } from '@wangge/shared/geo';
import { useCaseWords } from './use-case-words.ts';
import { useDistrictStore } from '../../district/district.store.ts';

/** Names the village and grid that hold a place; an empty text outside the district. */
export function usePlaceAt(): (lngLat: readonly [number, number]) => string {
  const store = useDistrictStore();
  const words = useCaseWords();
  return (lngLat) => {
    const grid = store.map?.grids.features.find(({ geometry }) => areaContains(geometry, lngLat));
    return grid ? `${words.village(grid.properties.villageCode)} ${words.grid(grid.properties.code)}` : '';
  };
}
