import { DAY_MS, startOfDay } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import { NO_MILEAGE, addToMileage, asKept, mileageOf } from '@wangge/shared/position';
import type { Mileage, PositionFix } from '@wangge/shared/position';
import type { TrackStore } from '../../store/track-store.ts';

/** A unit's mileage of one day. While it is recounted, `arrived` collects what came in meanwhile. */
interface Entry {
  mileage: Mileage;
  isUnsettled: boolean;
  arrived: PositionFix[] | null;
}

/** Days before yesterday are read from the store when asked for. */
const KEPT_DAYS = 2;

/**
 * Patrol mileage (巡查里程) per unit and Shanghai day, kept fix by fix. A fix that comes late or twice makes its day unsettled;
 * `settle` then recounts that day from the store, so the book always returns to what a recount gives.
 */
export class MileageBook {
  readonly #store: TrackStore;
  readonly #days = new Map<number, Map<UnitId, Entry>>();

  constructor(store: TrackStore) {
    this.#store = store;
  }

  add(fix: PositionFix): void {
    const kept = asKept(fix);
    const entry = this.#entryOf(startOfDay(kept.at), kept.unitId);
    if (entry === null) return;
    entry.arrived?.push(kept);
    if (kept.at > entry.mileage.lastAt) entry.mileage = addToMileage(entry.mileage, kept);
    else entry.isUnsettled = true;
  }

  /** Kilometres of a unit on the Shanghai day that holds `at`. */
  unitKm(unitId: UnitId, at: number): number {
    return (this.#days.get(startOfDay(at))?.get(unitId)?.mileage.distanceM ?? 0) / 1_000;
  }

  /** Kilometres of all units on the Shanghai day that holds `at`. */
  totalKm(at: number): number {
    let sumM = 0;
    for (const entry of this.#days.get(startOfDay(at))?.values() ?? []) sumM += entry.mileage.distanceM;
    return sumM / 1_000;
  }

  /** Marks what the store holds of the day of `at` as not counted yet; `settle` counts it. For the start of the process. */
  async expectDay(at: number): Promise<void> {
    const day = startOfDay(at);
    for (const last of await this.#store.lastFixes()) {
      const entry = last.at >= day ? this.#entryOf(day, last.unitId) : null;
      if (entry !== null) entry.isUnsettled = true;
    }
  }

  /** Recounts the unsettled days from the store. What was added before must have been written. */
  async settle(): Promise<void> {
    for (const [day, entries] of [...this.#days]) {
      for (const [unitId, entry] of entries) {
        if (entry.isUnsettled && entry.arrived === null) await this.#recount(day, unitId, entry);
      }
    }
  }

  async #recount(day: number, unitId: UnitId, entry: Entry): Promise<void> {
    const arrived: PositionFix[] = [];
    entry.arrived = arrived;
    entry.isUnsettled = false;
    try {
      let mileage = mileageOf(await this.#store.readTrack(unitId, day, day + DAY_MS));
      for (const fix of arrived) {
        if (fix.at <= mileage.lastAt) entry.isUnsettled = true;
        mileage = addToMileage(mileage, fix);
      }
      entry.mileage = mileage;
    } catch (error) {
      entry.isUnsettled = true;
      throw error;
    } finally {
      entry.arrived = null;
    }
  }

  #entryOf(day: number, unitId: UnitId): Entry | null {
    const entries = this.#days.get(day) ?? this.#openDay(day);
    if (entries === null) return null;
    const known = entries.get(unitId);
    if (known !== undefined) return known;
    const entry: Entry = { mileage: NO_MILEAGE, isUnsettled: false, arrived: null };
    entries.set(unitId, entry);
    return entry;
  }

  #openDay(day: number): Map<UnitId, Entry> | null {
    const newest = Math.max(day, ...this.#days.keys());
    const oldest = newest - (KEPT_DAYS - 1) * DAY_MS;
    if (day < oldest) return null;
    for (const held of [...this.#days.keys()]) if (held < oldest) this.#days.delete(held);
    const entries = new Map<UnitId, Entry>();
    this.#days.set(day, entries);
    return entries;
  }
}
