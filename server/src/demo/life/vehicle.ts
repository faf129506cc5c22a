import { MINUTE_MS, localParts } from '@wangge/shared/base';
import type { Team } from '@wangge/shared/district';
import { distanceM, type LngLat } from '@wangge/shared/geo';
import type { RoadGraph } from '@wangge/shared/roads';
import { chance, pickAt } from './chance.ts';
import { isTeamOut } from './choose-handler.ts';
import { onTrip, planTrip, type Trip } from './trip.ts';

/** Where a team has been sent, once it has set out. */
export interface Errand {
  readonly caseId: string;
  readonly lngLat: LngLat;
}

/** What a vehicle's terminal would say now. */
export interface Sighting {
  readonly lngLat: LngLat;
  readonly headingDeg: number;
  readonly speedKmh: number;
  readonly isMoving: boolean;
  /** Standing at its base off duty: the terminal is switched off. */
  readonly isOff: boolean;
}

const PATROL_PACE = 0.62;
const ERRAND_PACE = 1.05;
const AT_BASE_M = 80;
/** A patrol stops to look for so long, minutes: at least, and up to so much more. */
const REST_MIN = [5, 19] as const;
const NIGHT_REST_MIN = [25, 50] as const;
const NIGHT_FROM_HOUR = 22;
const NIGHT_TO_HOUR = 6;

/** One team's vehicle: patrols between places, drives to its errands, goes home at night. */
export class Vehicle {
  readonly team: Team;
  readonly #roads: RoadGraph;
  readonly #beat: readonly LngLat[];
  #place: LngLat;
  #headingDeg = 0;
  #trip: Trip | null = null;
  #errandId: string | null = null;
  #restsUntil: number;

  constructor({ team, roads, beat, place, now }: { team: Team; roads: RoadGraph; beat: readonly LngLat[]; place: LngLat; now: number }) {
    this.team = team;
    this.#roads = roads;
    this.#beat = beat;
    this.#place = place;
    this.#restsUntil = now + Math.floor(chance(team.id, now) * 4 * MINUTE_MS);
  }

  get place(): LngLat {
    return this.#place;
  }

  /** Puts it somewhere else, as when its real terminal has spoken. */
  moveTo(place: LngLat): void {
    this.#place = place;
    this.#trip = null;
  }

  /** Moves on to `now`, towards the errand if there is one. Instants must not go back. */
  advance(now: number, errand: Errand | null): Sighting {
    if ((errand?.caseId ?? null) !== this.#errandId) this.#turnTo(errand, now);
    if (!this.#trip && !errand && now >= this.#restsUntil) this.#setOut(now);
    const seen = this.#trip && onTrip(this.#trip, now);
    if (seen) {
      this.#place = seen.lngLat;
      this.#headingDeg = seen.headingDeg;
    }
    if (this.#trip && now >= this.#trip.endAt) this.#arrive(now);
    const isMoving = this.#trip !== null;
    const isOff = !isMoving && !errand && !isTeamOut(this.team, now) && distanceM(this.#place, this.team.base) <= AT_BASE_M;
    return { lngLat: this.#place, headingDeg: Math.round(this.#headingDeg) % 360, speedKmh: seen?.speedKmh ?? 0, isMoving, isOff };
  }

  #arrive(now: number): void {
    this.#trip = null;
    const { hour } = localParts(now);
    const [least, more] = hour >= NIGHT_FROM_HOUR || hour < NIGHT_TO_HOUR ? NIGHT_REST_MIN : REST_MIN;
    this.#restsUntil = now + (least + more * chance(this.team.id, now, 'rest')) * MINUTE_MS;
  }

  #turnTo(errand: Errand | null, now: number): void {
    this.#errandId = errand?.caseId ?? null;
    if (errand) this.#trip = this.#drive(errand.lngLat, now, ERRAND_PACE, false);
    else this.#restsUntil = now + (1 + 4 * chance(this.team.id, now, 'after')) * MINUTE_MS;
  }

  #setOut(now: number): void {
    const goesHome = !isTeamOut(this.team, now);
    if (goesHome && distanceM(this.#place, this.team.base) <= AT_BASE_M) return;
    const to = goesHome ? this.team.base : pickAt(this.#beat, chance(this.team.id, now, 'beat'));
    this.#trip = this.#drive(to, now, PATROL_PACE, true);
  }

  #drive(to: LngLat, at: number, pace: number, halts: boolean): Trip {
    return planTrip(this.#roads, { from: this.#place, to, at, pace, halts, key: `${this.team.id}|${at}` });
  }
}
