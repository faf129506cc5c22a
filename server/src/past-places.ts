import { setImmediate } from 'node:timers/promises';
import { HOUR_MS, MINUTE_MS, startOfDay, type UnitId } from '@wangge/shared/base';
import { FrameEncoder } from '@wangge/shared/frames';
import { NO_MILEAGE, addToMileage, type Mileage } from '@wangge/shared/position';
import { LivePositions } from './features/positions/live-positions.ts';
import type { PositionsApi } from './features/positions/positions.api.ts';

/** Who sent nothing for this long is nowhere. */
const SILENT_MS = 2 * HOUR_MS;
const PEOPLE_EACH_MS = 10 * MINUTE_MS;
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
  #day = 0;
  #readTo = 0;
  #peopleAt = 0;

  constructor(needs: PlacesNeeds) {
    this.#needs = needs;
    this.#live = new LivePositions(needs.areaOfUnit);
  }

  indexOf(unitId: UnitId): number {
    return this.#live.indexOf(unitId);
  }

  lastFixAt(unitId: UnitId): number | null {
    return this.#live.latestOf(unitId)?.fixAt ?? null;
  }

  kmToday(unitId: UnitId): number {
    return (this.#mileage.get(unitId)?.distanceM ?? 0) / 1_000;
  }

  /** `isExact` false: people, of whom there may be tens of thousands, are looked up again only every ten minutes of the way. */
  async move(to: number, isExact: boolean): Promise<void> {
    const day = startOfDay(to);
    if (day !== this.#day) {
      this.#mileage.clear();
      this.#readTo = Math.max(this.#readTo, day - SILENT_MS);
      this.#day = day;
    }
    await this.#followSquads(this.#readTo, to);
    this.#readTo = to + 1;
    if (!isExact && to - this.#peopleAt < PEOPLE_EACH_MS) return;
    this.#peopleAt = to;
    const { positions, people } = this.#needs;
    for (let from = 0; from < people.length; from += UNITS_AT_ONCE) {
      for (const fix of await positions.placesAt(people.slice(from, from + UNITS_AT_ONCE), to - SILENT_MS, to)) this.#live.move(fix, fix.at);
      await setImmediate();
    }
  }

  async #followSquads(from: number, to: number): Promise<void> {
    const { positions, squads } = this.#needs;
    for (let first = 0; first < squads.length; first += TRACKS_AT_ONCE) {
      for (const unitId of squads.slice(first, first + TRACKS_AT_ONCE)) {
        for (const fix of await positions.readTrack(unitId, from, to + 1)) {
          this.#live.move(fix, fix.at);
          if (fix.at >= this.#day) this.#mileage.set(unitId, addToMileage(this.#mileage.get(unitId) ?? NO_MILEAGE, fix));
        }
      }
      await setImmediate();
    }
  }

  /** A key frame of the places of some units. */
  frame(unitIds: readonly UnitId[], at: number): Uint8Array {
    const indices = Uint32Array.from(unitIds.filter((id) => this.#live.latestOf(id) !== null).map((id) => this.#live.indexOf(id))).sort();
    const encoder = new FrameEncoder();
    encoder.encodeDelta(this.#live.columns, indices, indices.length, at);
    return encoder.encodeKey(at);
  }
}
