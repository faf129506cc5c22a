import { areaContains, type LngLat } from '@wangge/shared/geo';
import type { DistrictMap } from '@wangge/shared/district-map';
import { useDistrictStore } from '../../features/district/district.store.ts';

type GridProperties = DistrictMap['grids']['features'][number]['properties'];

/** The grid that holds a place: null outside the township, undefined while its map is not there. */
export function useGridAt(): (place: LngLat) => GridProperties | null | undefined {
  const district = useDistrictStore();
  return (place) => {
    if (!district.map) return undefined;
    return district.map.grids.features.find(({ geometry }) => areaContains(geometry, place))?.properties ?? null;
  };
}
