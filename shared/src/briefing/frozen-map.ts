import type { Lamp } from '../calendar/index.ts';
import type { Bbox, LngLat } from '../geo/index.ts';

/** A village or township on a frozen map: its border, where its name goes, and how many of its cases were open. */
export interface FrozenArea {
  readonly code: string;
  readonly name: string;
  readonly label: LngLat;
  readonly rings: readonly (readonly LngLat[])[];
  readonly open: number;
}

/** Open cases that stood at one place, the worst lamp of them. */
export interface FrozenPoint {
  readonly lngLat: LngLat;
  readonly lamp: Lamp;
  readonly count: number;
}

/**
 * 地图 of the frozen moment as data, WGS-84: land and water as they were known, the areas with their open cases, and the places of
 * those that may be shown. `hidden`: open cases that are counted and not drawn. Drawn anew wherever it is shown, always from this.
 */
export interface FrozenMap {
  readonly bounds: Bbox;
  readonly outline: readonly (readonly LngLat[])[];
  readonly ponds: readonly (readonly LngLat[])[];
  readonly rivers: readonly { readonly line: readonly LngLat[]; readonly widthM: number }[];
  readonly roads: readonly (readonly LngLat[])[];
  readonly areas: readonly FrozenArea[];
  readonly points: readonly FrozenPoint[];
  readonly hidden: number;
  /** How places and counts are to be read. */
  readonly definition: string;
  /** Where the land comes from. */
  readonly source: string;
}
