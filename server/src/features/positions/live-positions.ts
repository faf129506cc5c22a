import { bearingDeg, distanceM } from '@wangge/shared/geo';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import { emptyColumns, withRoomFor } from './live-columns.ts';

/** The newest position of a unit. `receivedAt` is the server's clock, `fixAt` the device's; epoch ms. */
export interface LatestPosition {
  readonly lng: number;
  readonly lat: number;
  readonly headingDeg: number;
  readonly speedKmh: number;
  readonly fixAt: number;
  readonly receivedAt: number;
}

/** A unit without a stated heading turns with its way only when it moved this far. */
const MIN_TURN_M = 5;

/**
 * The table of latest positions (实时位置表), one row per unit index, in typed arrays. Indices are dense, given at first
 * sight and stable while the process lives. Changed rows are collected for one reader, which drains them.
 */
export class LivePositions {
  readonly #indices = new Map<UnitId, number>();
  readonly #areas: string[] = [];
  readonly #areaOfUnit: (unitId: UnitId) => string;
  #columns = emptyColumns();
  #changed = new Uint32Array(256);
  #changedCount = 0;
  #drained = new Uint32Array(256);
  #onChange: () => void = () => {};

  constructor(areaOfUnit: (unitId: UnitId) => string) {
    this.#areaOfUnit = areaOfUnit;
  }

  get columns(): ReturnType<typeof emptyColumns> {
    return this.#columns;
  }

  /** The index that names a unit in position frames. */
  indexOf(unitId: UnitId): number {
    const known = this.#indices.get(unitId);
    if (known !== undefined) return known;
    const index = this.#indices.size;
    this.#indices.set(unitId, index);
    this.#areas.push(this.#areaOfUnit(unitId));
    this.#columns = withRoomFor(this.#columns, index);
    return index;
  }

  /** Moves the unit; false when the fix is not newer than what is shown. */
  move(fix: PositionFix, receivedAt: number): boolean {
    const index = this.indexOf(fix.unitId);
    const columns = this.#columns;
    const oldFixAt = columns.fixAt[index] ?? 0;
    if (fix.at <= oldFixAt) return false;
    columns.headingDeg[index] = fix.headingDeg ?? this.#headingOfWay(index, fix);
    columns.lng[index] = fix.lng;
    columns.lat[index] = fix.lat;
    columns.speedKmh[index] = fix.speedKmh ?? 0;
    columns.fixAt[index] = fix.at;
    columns.receivedAt[index] = receivedAt;
    this.#markChanged(index);
    return true;
  }

  latestOf(unitId: UnitId): LatestPosition | null {
    const index = this.#indices.get(unitId);
    const columns = this.#columns;
    if (index === undefined || (columns.fixAt[index] ?? 0) === 0) return null;
    return {
      lng: columns.lng[index] ?? 0, lat: columns.lat[index] ?? 0, headingDeg: columns.headingDeg[index] ?? 0,
      speedKmh: columns.speedKmh[index] ?? 0, fixAt: columns.fixAt[index] ?? 0, receivedAt: columns.receivedAt[index] ?? 0,
    };
  }

  known(): Uint32Array {
    const held = new Uint32Array(this.#indices.size);
    let count = 0;
    for (let index = 0; index < held.length; index += 1) if ((this.#columns.fixAt[index] ?? 0) !== 0) held[count++] = index;
    return held.subarray(0, count);
  }

  areaOf(index: number): string {
    return this.#areas[index] ?? '';
  }

  /** Called once when the first row changes after a drain. */
  onChange(listener: () => void): void {
    this.#onChange = listener;
  }

  /** Indices changed since the last drain, ascending; valid until the next drain. */
  drainChanged(): Uint32Array {
    const drained = this.#changed.subarray(0, this.#changedCount).sort();
    for (const index of drained) this.#columns.isChanged[index] = 0;
    [this.#changed, this.#drained] = [this.#drained, this.#changed];
    this.#changedCount = 0;
    return drained;
  }

  #markChanged(index: number): void {
    if (this.#columns.isChanged[index] === 1) return;
    this.#columns.isChanged[index] = 1;
    if (this.#changedCount === this.#changed.length) {
      const wider = new Uint32Array(this.#changed.length * 2);
      wider.set(this.#changed);
      this.#changed = wider;
    }
    this.#changed[this.#changedCount] = index;
    this.#changedCount += 1;
    if (this.#changedCount === 1) this.#onChange();
  }

  #headingOfWay(index: number, fix: PositionFix): number {
    const old = this.#columns.headingDeg[index] ?? 0;
    if ((this.#columns.fixAt[index] ?? 0) === 0) return old;
    const from = [this.#columns.lng[index] ?? 0, this.#columns.lat[index] ?? 0] as const;
    const to = [fix.lng, fix.lat] as const;
    return distanceM(from, to) < MIN_TURN_M ? old : bearingDeg(from, to);
  }
}
