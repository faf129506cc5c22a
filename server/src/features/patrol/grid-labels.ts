import type { DistrictApi } from '../district/district.api.ts';

/** What a grid is called beside its village. */
export function gridLabels(district: DistrictApi): (gridCode: string) => string {
  const { grids, villages } = district.current();
  const villageNames = new Map(villages.map(({ code, shortName }) => [code, shortName]));
  const names = new Map(grids.map(({ code, name, villageCode }) => [code, `${villageNames.get(villageCode) ?? ''}${name}`]));
  return (gridCode) => names.get(gridCode) ?? gridCode;
}
