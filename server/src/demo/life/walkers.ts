import { HOUR_MS, MINUTE_MS, dateKey, localParts } from '@wangge/shared/base';
import { isWorkday, type WorkCalendar } from '@wangge/shared/calendar';
import type { Unit } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import { areaBbox, areaContains, lineLengthM, pointAlong, type Area, type LngLat } from '@wangge/shared/geo';
import { findRoute, type RoadGraph } from '@wangge/shared/roads';
import { chance } from './chance.ts';
import { isOnLeave } from './leave.ts';

const STOPS = 4;
const SLOT_MS = 7 * MINUTE_MS;
const STANDS_SHARE = 0.42;
const TRIES = 12;

/** Share of grid workers whose telephone is on, by hour. */
function onlineShare(calendar: WorkCalendar, at: number): number {
  const { hour } = localParts(at);
  if (hour >= 8 && hour < 18) return isWorkday(calendar, at) ? 0.95 : 0.72;
  if (hour === 7 || (hour >= 18 && hour < 21)) return 0.45;
  return 0.05;
}

/** A place inside an area, the same for the same key. */
function placeInside(area: Area, fallback: LngLat, key: string): LngLat {
  const [west, south, east, north] = areaBbox(area);
  for (let i = 0; i < TRIES; i += 1) {
    const place: LngLat = [west + (east - west) * chance(key, i, 'x'), south + (north - south) * chance(key, i, 'y')];
    if (areaContains(area, place)) return place;
  }
  return fallback;
}

/** One grid worker on a round through the grid, with calls at houses in between. */
export class Walker {
  readonly unit: Unit;
  readonly #area: Area;
  readonly #label: LngLat;
  readonly #roads: RoadGraph;
  readonly #speedKmh: number;
  #round: readonly LngLat[] | null = null;
  #lengthM = 0;
  #walkedM = 0;
  #lastAt = 0;

  constructor({ unit, area, label, roads }: { unit: Unit; area: Area; label: LngLat; roads: RoadGraph }) {
    this.unit = unit;
    this.#area = area;
    this.#label = label;
    this.#roads = roads;
    this.#speedKmh = 3.4 + 1.6 * chance(unit.id, 'speed');
  }

  isOnline(calendar: WorkCalendar, at: number): boolean {
    return !isOnLeave(this.unit.id, at) && chance(this.unit.id, dateKey(at), Math.floor(localParts(at).hour / 3)) < onlineShare(calendar, at);
  }

  /** Walks on to `now`. Out and back on the same way, so that every round begins where the last one ended. */
  advance(now: number): { lngLat: LngLat; headingDeg: number; speedKmh: number } {
    const round = this.#round ?? this.#plan();
    const stands = chance(this.unit.id, Math.floor(now / SLOT_MS)) < STANDS_SHARE;
    const gapMs = this.#lastAt === 0 ? 0 : Math.min(now - this.#lastAt, MINUTE_MS);
    this.#lastAt = now;
    if (!stands) this.#walkedM += (this.#speedKmh * 1_000 * gapMs) / HOUR_MS;
    const onRound = this.#walkedM % (2 * this.#lengthM || 1);
    const isBack = onRound > this.#lengthM;
    const { lngLat, headingDeg } = pointAlong(round, isBack ? 2 * this.#lengthM - onRound : onRound);
    return { lngLat, headingDeg: Math.round(headingDeg + (isBack ? 180 : 0)) % 360, speedKmh: stands ? 0 : this.#speedKmh };
  }

  #plan(): readonly LngLat[] {
    const stops = Array.from({ length: STOPS }, (_, i) => placeInside(this.#area, this.#label, `${this.unit.id}|${i}`));
    const round = stops.slice(1).flatMap((to, i) => findRoute(this.#roads, { from: stops[i] ?? this.#label, to, mode: 'foot' }).line);
    this.#round = round;
    this.#lengthM = lineLengthM(round);
    this.#walkedM = this.#lengthM * 2 * chance(this.unit.id, 'begins');
    return round;
  }
}

/** A walker for every unit that belongs to a grid of the map. */
export function createWalkers(units: readonly Unit[], map: DistrictMap, roads: RoadGraph): Walker[] {
  const grids = new Map(map.grids.features.map((g) => [g.properties.code, g]));
  return units.flatMap((unit) => {
    const grid = unit.gridCode === null ? undefined : grids.get(unit.gridCode);
    return grid ? [new Walker({ unit, area: grid.geometry, label: grid.properties.label, roads })] : [];
  });
}
