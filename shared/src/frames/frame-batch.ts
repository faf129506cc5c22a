import type { FrameKind } from './layout.ts';

/**
 * The positions one frame changes, row by row: unit index, degrees, degrees clockwise from north, km/h, epoch ms.
 * All columns are views of one buffer, so that a worker hands the whole batch over by transferring `buffer`.
 */
export interface FrameBatch {
  readonly kind: FrameKind;
  readonly tick: number;
  /** The server's clock when the frame was made; epoch ms. */
  readonly at: number;
  readonly count: number;
  readonly buffer: ArrayBuffer;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly fixAt: Float64Array;
  readonly headingDeg: Float32Array;
  readonly speedKmh: Float32Array;
  readonly index: Uint32Array;
}

const BYTES_PER_ROW = 3 * 8 + 3 * 4;

/** A batch with room for `count` rows. */
export function createBatch(kind: FrameKind, tick: number, at: number, count: number): FrameBatch {
  const buffer = new ArrayBuffer(count * BYTES_PER_ROW);
  return {
    kind, tick, at, count, buffer,
    lng: new Float64Array(buffer, 0, count),
    lat: new Float64Array(buffer, count * 8, count),
    fixAt: new Float64Array(buffer, count * 16, count),
    headingDeg: new Float32Array(buffer, count * 24, count),
    speedKmh: new Float32Array(buffer, count * 28, count),
    index: new Uint32Array(buffer, count * 32, count),
  };
}
