import { setImmediate } from 'node:timers/promises';
import { HOUR_MS, startOfDay, type UnitId } from '@wangge/shared/base';
import { FrameEncoder } from '@wangge/shared/frames';
import { NO_MILEAGE, addToMileage, type Mileage, type PositionFix } from '@wangge/shared/position';
import { LivePositions } from './features/positions/live-positions.ts';
import type { PositionsApi } from './features/positions/positions.api.ts';

/** Who sent nothing for this long is nowhere. */
const SILENT_MS = 2 * HOUR_MS;
/** On the way so many people are looked up again with each step, in turn. */
const PEOPLE_IN_A_STEP = 5_000;
const UNITS_AT_ONCE = 250;
const TRACKS_AT_ONCE = 8;

export interface PlacesNeeds {
  readonly positions: Pick<PositionsApi, 'readTrack' | 'placesAt'>;
  areaOfUnit(unitId: UnitId): string;
  /** Vehicles of squads: their tracks are read whole, for mileage and heading. */
  readonly squads: readonly UnitId[];
  /** Everybody else: of them only the newest place is looked up. */
  readonly people: readonly UnitId[];
}

/** Where everybody was at a cursor that moves forward, by the time of the fixes: when a fix came in was not kept. */
export class PastPlaces {
  readonly #needs: PlacesNeeds;
  readonly #live: LivePositions;
  readonly #mileage = new Map<UnitId, Mileage>();
  /** By index: at which cursor the place was found. */
  readonly #foundAt: Float64Array;
  #day = 0;
  #readTo = 0;
  /** The first of the people who are looked up next. */
  #next = 0;
  /** The cursor at which all of them were looked up last. */
  #exactAt = -1;

  /** Every unit has the same index in every one of these. */
  constructor(needs: PlacesNeeds) {
    this.#needs = needs;
    this.#live = new LivePositions(needs.areaOfUnit);
    for (const unitId of needs.squads) this.#live.indexOf(unitId);
    for (const unitId of needs.people) this.#live.indexOf(unitId);
    this.#foundAt = new Float64Array(needs.squads.length + needs.people.length);
  }

  indexOf(unitId: UnitId): number {
    return this.#live.indexOf(unitId);
  }

  lastFixAt(unitId: UnitId): number | null {
    return this.#live.columns.fixAt[this.#live.indexOf(unitId)] || null;
  }

  kmToday(unitId: UnitId): number {
    return (this.#mileage.get(unitId)?.distanceM ?? 0) / 1_000;
  }

  /** `isExact` false: of people, of whom there may be tens of thousands, some are looked up again with each step. */
  async move(to: number, isExact: boolean): Promise<void> {
    const day = startOfDay(to);
    if (day !== this.#day) {
      this.#mileage.clear();
      this.#readTo = Math.max(this.#readTo, day - SILENT_MS);
      this.#day = day;
    }
    await this.#followSquads(this.#readTo, to);
    this.#readTo = to + 1;
    if (to === this.#exactAt) return;
    if (isExact) this.#exactAt = to;
    const { people } = this.#needs;
    const until = isExact ? people.length : Math.min(people.length, this.#next + PEOPLE_IN_A_STEP);
    for (let from = isExact ? 0 : this.#next; from < until; from += UNITS_AT_ONCE) {
      for (const fix of await this.#needs.positions.placesAt(people.slice(from, Math.min(until, from + UNITS_AT_ONCE)), to - SILENT_MS, to)) this.#move(fix, to);
      await setImmediate();
    }
    this.#next = until === people.length ? 0 : until;
  }

  #move(fix: PositionFix, cursor: number): void {
    if (this.#live.move(fix, fix.at)) this.#foundAt[this.#live.indexOf(fix.unitId)] = cursor;
  }

  async #followSquads(from: number, to: number): Promise<void> {
    const { positions, squads } = this.#needs;
    for (let first = 0; first < squads.length; first += TRACKS_AT_ONCE) {
      for (const unitId of squads.slice(first, first + TRACKS_AT_ONCE)) {
        for (const fix of await positions.readTrack(unitId, from, to + 1)) {
          this.#move(fix, to);
          if (fix.at >= this.#day) this.#mileage.set(unitId, addToMileage(this.#mileage.get(unitId) ?? NO_MILEAGE, fix));
        }
      }
      await setImmediate();
    }
  }

  /** A key frame of the places of some units, of those that were found after the cursor stood at `since`. */
  frame(unitIds: readonly UnitId[], at: number, since = -Infinity): Uint8Array {
    const { fixAt } = this.#live.columns;
    const indices = Uint32Array.from(unitIds.map((id) => this.#live.indexOf(id)).filter((index) => fixAt[index] !== 0 && this.#foundAt[index]! > since)).sort();
    const encoder = new FrameEncoder();
    encoder.encodeDelta(this.#live.columns, indices, indices.length, at);
    return encoder.encodeKey(at);
  }
}
