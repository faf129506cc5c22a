import type { FrameBatch } from '@wangge/shared/frames';
import { FRAME_KINDS } from '@wangge/shared/frames';

/** Positions by unit index. */
export interface Columns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly headingDeg: Float32Array;
  readonly speedKmh: Float32Array;
  /** Device time of the newest position, epoch ms; 0: none. */
  readonly fixAt: Float64Array;
}

function columnsOf(size: number): Columns {
  return {
    lng: new Float64Array(size), lat: new Float64Array(size), headingDeg: new Float32Array(size), speedKmh: new Float32Array(size),
    fixAt: new Float64Array(size),
  };
}

/**
 * The newest positions of all units by unit index, in plain typed arrays: degrees, degrees clockwise from north, km/h. Nothing
 * of it is reactive; `version` grows with every change. Columns are replaced when the table grows, so read them from the
 * table each time. Between two positions the map draws a unit on its way; that is the map's affair.
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

  /** Takes the positions of one frame. */
  apply(batch: FrameBatch): void {
    if (batch.kind === FRAME_KINDS.key) this.clear();
    for (let row = 0; row < batch.count; row += 1) this.#applyRow(batch, row);
    this.#version += 1;
  }

  /** The columns as they are now, for a picture that is kept. */
  copy(): Readonly<Columns> {
    const { lng, lat, headingDeg, speedKmh, fixAt } = this.#columns;
    return { lng: lng.slice(), lat: lat.slice(), headingDeg: headingDeg.slice(), speedKmh: speedKmh.slice(), fixAt: fixAt.slice() };
  }

  /** Puts copied columns in the place of what came since. */
  putBack(copied: Readonly<Columns>): void {
    this.clear();
    this.#makeRoom(copied.fixAt.length - 1);
    for (const name of Object.keys(copied) as (keyof Columns)[]) this.#columns[name].set(copied[name]);
    this.#size = this.#columns.fixAt.findLastIndex((at) => at > 0) + 1;
  }

  clear(): void {
    this.#columns.fixAt.fill(0);
    this.#size = 0;
    this.#version += 1;
  }

  #applyRow(batch: FrameBatch, row: number): void {
    const index = batch.index[row] ?? 0;
    this.#makeRoom(index);
    const columns = this.#columns;
    columns.lng[index] = batch.lng[row] ?? 0;
    columns.lat[index] = batch.lat[row] ?? 0;
    columns.headingDeg[index] = batch.headingDeg[row] ?? 0;
    columns.speedKmh[index] = batch.speedKmh[row] ?? 0;
    columns.fixAt[index] = batch.fixAt[row] ?? 0;
    this.#size = Math.max(this.#size, index + 1);
  }

  #makeRoom(index: number): void {
    const old = this.#columns;
    if (index < old.fixAt.length) return;
    const wider = columnsOf(Math.max(old.fixAt.length * 2, index + 1));
    for (const name of Object.keys(old) as (keyof Columns)[]) wider[name].set(old[name]);
    this.#columns = wider;
  }
}
