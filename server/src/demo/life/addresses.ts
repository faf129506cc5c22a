import Flatbush from 'flatbush';
import { bearingDeg, distanceM, itemAt, type LngLat } from '@wangge/shared/geo';
import type { DistrictApi } from '../../features/district/district.api.ts';
import { chance } from './chance.ts';

const ROAD_WITHIN_M = 180;
const PLACE_WITHIN_M = 700;
const SIDES = ['北侧', '东侧', '南侧', '西侧'] as const;

interface Named {
  readonly name: string;
  readonly at: LngLat;
}

function indexOf(points: readonly Named[]): Flatbush {
  const index = new Flatbush(Math.max(1, points.length));
  for (const { at } of points) index.add(at[0], at[1]);
  if (points.length === 0) index.add(0, 0);
  index.finish();
  return index;
}

/** Writes addresses (地址) as people say them: village, road and number, or how far from a place everybody knows. */
export class Addresses {
  readonly #villageNames: ReadonlyMap<string, string>;
  readonly #roads: readonly Named[];
  readonly #roadIndex: Flatbush;
  readonly #places: readonly Named[];
  readonly #placeIndex: Flatbush;

  constructor(district: DistrictApi) {
    const map = district.map();
    this.#villageNames = new Map(district.current().villages.map((v) => [v.code, v.name]));
    this.#roads = (map.roads?.features ?? []).flatMap(({ properties: { name }, geometry }) =>
      name ? geometry.coordinates.map((at) => ({ name, at })) : []);
    this.#places = (map.places?.features ?? []).map((p) => ({ name: p.properties.name, at: p.geometry.coordinates }));
    this.#roadIndex = indexOf(this.#roads);
    this.#placeIndex = indexOf(this.#places);
  }

  at(place: LngLat, villageCode: string): string {
    const village = this.#villageNames.get(villageCode) ?? '';
    const road = nearest(this.#roads, this.#roadIndex, place, ROAD_WITHIN_M);
    const number = 1 + Math.floor(chance(place[0], place[1]) * 260);
    if (road) return `${village}${road.name}${number}号附近`;
    const known = nearest(this.#places, this.#placeIndex, place, PLACE_WITHIN_M);
    if (!known) return `${village}${number}号`;
    const side = itemAt(SIDES, Math.round(bearingDeg(known.at, place) / 90) % 4);
    return `${village}${known.name}${side}约${Math.max(20, Math.round(distanceM(known.at, place) / 10) * 10)}米`;
  }
}

function nearest(points: readonly Named[], index: Flatbush, place: LngLat, withinM: number): Named | undefined {
  if (points.length === 0) return undefined;
  const hit = index.neighbors(place[0], place[1], 1)[0];
  const found = hit === undefined ? undefined : points[hit];
  return found && distanceM(found.at, place) <= withinM ? found : undefined;
}
