import type { FrameBatch } from '@wangge/shared/frames';
import { FRAME_KINDS } from '@wangge/shared/frames';

/** A marker glides to its newest place within this time, so what is shown is at most this far behind. */
export const GLIDE_MS = 1_000;
const FULL_TURN_DEG = 360;

interface Columns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly headingDeg: Float32Array;
  readonly speedKmh: Float32Array;
  /** Device time of the newest position, epoch ms; 0: none. */
  readonly fixAt: Float64Array;
  readonly fromLng: Float64Array;
  readonly fromLat: Float64Array;
  readonly fromHeadingDeg: Float32Array;
  readonly glideFrom: Float64Array;
  readonly glideMs: Float64Array;
  readonly shownLng: Float64Array;
  readonly shownLat: Float64Array;
  readonly shownHeadingDeg: Float32Array;
}

function columnsOf(size: number): Columns {
  const wide = (): Float64Array => new Float64Array(size);
  const narrow = (): Float32Array => new Float32Array(size);
  return {
    lng: wide(), lat: wide(), headingDeg: narrow(), speedKmh: narrow(), fixAt: wide(), fromLng: wide(), fromLat: wide(),
    fromHeadingDeg: narrow(), glideFrom: wide(), glideMs: wide(), shownLng: wide(), shownLat: wide(), shownHeadingDeg: narrow(),
  };
}

/**
 * Positions of all units by unit index, in plain typed arrays: newest values, and after `interpolate` the shown ones.
 * Nothing of it is reactive; `version` grows with every change. Columns are replaced when the table grows, so read them
 * from the table each time.
 */
export class PositionTable {
  #columns = columnsOf(256);
  #size = 0;
  #version = 0;

  /** One more than the highest index that has a position. */
  get size(): number {
    return this.#size;
  }

  get version(): number {
    return this.#version;
  }

  get columns(): Readonly<Columns> {
    return this.#columns;
  }

  has(index: number): boolean {
    return (this.#columns.fixAt[index] ?? 0) > 0;
  }

  /** Takes the positions of one frame. `now` is the page's clock in epoch ms, as handed to `interpolate`. */
  apply(batch: FrameBatch, now: number): void {
    if (batch.kind === FRAME_KINDS.key) this.clear();
    for (let row = 0; row < batch.count; row += 1) this.#applyRow(batch, row, now);
    this.#version += 1;
  }

  clear(): void {
    this.#columns.fixAt.fill(0);
    this.#size = 0;
    this.#version += 1;
  }

  /** Fills the shown columns for the moment `now`; answers whether anything still glides. */
  interpolate(now: number): boolean {
    let isGliding = false;
    for (let index = 0; index < this.#size; index += 1) isGliding = this.#showAt(index, now) || isGliding;
    return isGliding;
  }

  #applyRow(batch: FrameBatch, row: number, now: number): void {
    const index = batch.index[row] ?? 0;
    this.#makeRoom(index);
    const columns = this.#columns;
    const lng = batch.lng[row] ?? 0;
    const lat = batch.lat[row] ?? 0;
    const headingDeg = batch.headingDeg[row] ?? 0;
    const isFirst = !this.has(index);
    if (!isFirst) this.#showAt(index, now);
    columns.fromLng[index] = isFirst ? lng : (columns.shownLng[index] ?? lng);
    columns.fromLat[index] = isFirst ? lat : (columns.shownLat[index] ?? lat);
    columns.fromHeadingDeg[index] = isFirst ? headingDeg : (columns.shownHeadingDeg[index] ?? headingDeg);
    columns.glideFrom[index] = now;
    columns.glideMs[index] = isFirst ? 0 : Math.min(GLIDE_MS, Math.max(0, (batch.fixAt[row] ?? 0) - (columns.fixAt[index] ?? 0)));
    columns.lng[index] = lng;
    columns.lat[index] = lat;
    columns.headingDeg[index] = headingDeg;
    columns.speedKmh[index] = batch.speedKmh[row] ?? 0;
    columns.fixAt[index] = batch.fixAt[row] ?? 0;
    this.#size = Math.max(this.#size, index + 1);
  }

  #showAt(index: number, now: number): boolean {
    const columns = this.#columns;
    const glideMs = columns.glideMs[index] ?? 0;
    const passedMs = now - (columns.glideFrom[index] ?? 0);
    const share = passedMs >= glideMs ? 1 : Math.max(0, passedMs / glideMs);
    const fromLng = columns.fromLng[index] ?? 0;
    const fromLat = columns.fromLat[index] ?? 0;
    const fromDeg = columns.fromHeadingDeg[index] ?? 0;
    const turnDeg = (((columns.headingDeg[index] ?? 0) - fromDeg + 1.5 * FULL_TURN_DEG) % FULL_TURN_DEG) - FULL_TURN_DEG / 2;
    columns.shownLng[index] = fromLng + ((columns.lng[index] ?? 0) - fromLng) * share;
    columns.shownLat[index] = fromLat + ((columns.lat[index] ?? 0) - fromLat) * share;
    columns.shownHeadingDeg[index] = (fromDeg + turnDeg * share + FULL_TURN_DEG) % FULL_TURN_DEG;
    return share < 1;
  }

  #makeRoom(index: number): void {
    const old = this.#columns;
    if (index < old.fixAt.length) return;
    const wider = columnsOf(Math.max(old.fixAt.length * 2, index + 1));
    for (const name of Object.keys(old) as (keyof Columns)[]) wider[name].set(old[name]);
    this.#columns = wider;
  }
}
