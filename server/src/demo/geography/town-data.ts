import type { LngLat } from '@wangge/shared/geo';

/** 示意: what generated features name as their source. */
export const ILLUSTRATIVE = '示意';

/** Middle of the generated map. */
export const TOWN_ORIGIN: LngLat = [120.2846, 31.784];

/** A township: statistical code and name (National Bureau of Statistics, 2023-06-30), course of its border before it is roughened (km, clockwise), villages in code order. */
export interface TownSeed {
  readonly code: string;
  readonly name: string;
  readonly outlineKm: readonly (readonly [number, number])[];
  readonly villages: readonly VillageSeed[];
}

/** A village or community: last three digits of its code, its name, roughly where its centre goes (km east and north of the origin), its number of grids. */
export interface VillageSeed {
  readonly serial: string;
  readonly shortName: string;
  readonly eastKm: number;
  readonly northKm: number;
  readonly gridCount: number;
}

/** 村 from serial 200 on, 社区 before it, as statistical codes are given. */
export function villageName({ serial, shortName }: VillageSeed): string {
  return `${shortName}${serial < '200' ? '社区' : '村'}`;
}
