import { isInArea } from '@wangge/shared/access';
import { mapIn } from '@wangge/shared/district-map';
import type { DistrictApi } from '../../features/district/district.api.ts';
import { townRow } from '../organisation/town-table.ts';

/** One township of the demo as its own people see it, with a seed of its own and its share of reports. */
export interface TownView {
  readonly code: string;
  readonly district: DistrictApi;
  readonly seed: number;
  readonly share: number;
}

/** The townships of the demo's district, each as if it were alone but for the county's people who answer its calls. The first keeps the seed. */
export function townViews(district: DistrictApi, seed: number): TownView[] {
  const ofCounty = district.current().people.filter(({ roles }) => roles.includes('county-centre') || roles.includes('county-department'));
  return district.current().towns.map(({ code }, index) => {
    const map = mapIn(district.map(), code);
    const placeOf: DistrictApi['placeOf'] = (lngLat) => {
      const place = district.placeOf(lngLat);
      return place && isInArea(place.villageCode, code) ? place : null;
    };
    const town = district.within(code);
    const known = new Set(town.people.map(({ id }) => id));
    const current = { ...town, people: [...town.people, ...ofCounty.filter(({ id }) => !known.has(id))] };
    return { code, seed: index === 0 ? seed : seed + Number(code), share: townRow(code).share, district: { ...district, current: () => current, map: () => map, placeOf } };
  });
}
