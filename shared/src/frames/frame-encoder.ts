import { ByteWriter } from './byte-writer.ts';
import {
  FRAME_KINDS, FRAME_MAGIC_0, FRAME_MAGIC_1, FRAME_VERSION, HAS_FIX, HAS_MOTION, HEADING_STEPS, MAX_PAUSE_QUANTA, MAX_SPEED_KMH,
  NIBBLE_REACH, QUANTA_PER_DEGREE, TIME_QUANTUM_MS,
} from './layout.ts';
import type { FrameKind } from './layout.ts';
import { emptyColumns, withRoomFor } from './stream-state.ts';

/** Latest positions by unit index: degrees, degrees clockwise from north, km/h, epoch ms. */
export interface PositionColumns {
  readonly lng: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  readonly headingDeg: ArrayLike<number>;
  readonly speedKmh: ArrayLike<number>;
  readonly fixAt: ArrayLike<number>;
}

/** A unit that stands still is sent again only when its position is this much newer than the last one sent. */
export const STILL_REFRESH_MS = 10_000;

const COUNT_OFFSET = 16;

function isSmall(a: number, b: number): boolean {
  return a >= -NIBBLE_REACH && a <= NIBBLE_REACH && b >= -NIBBLE_REACH && b <= NIBBLE_REACH;
}

/**
 * The sending end of one position stream: remembers what was sent last and writes frames as laid out in `layout`.
 * A frame is a view of one reused buffer and is valid until the next call.
 */
export class FrameEncoder {
  readonly #out = new ByteWriter(16_384);
  #held = emptyColumns();
  #tick = 0;

  /** Number of the last delta frame made; what a receiver in step holds. */
  get tick(): number {
    return this.#tick;
  }

  /**
   * Takes over the positions of the named units (ascending) and answers the frame for receivers in step, or null when
   * nothing a receiver could see has changed.
   */
  encodeDelta(now: PositionColumns, indices: ArrayLike<number>, count: number, at: number): Uint8Array<ArrayBuffer> | null {
    this.#begin(FRAME_KINDS.delta, this.#tick + 1, at);
    const base = Math.floor(at / TIME_QUANTUM_MS);
    let previous = -1;
    let written = 0;
    for (let i = 0; i < count; i += 1) {
      const index = indices[i] ?? 0;
      if (!this.#writeDelta(now, index, index - previous - 1, base)) continue;
      previous = index;
      written += 1;
    }
    if (written === 0) return null;
    this.#tick += 1;
    return this.#end(written);
  }

  /** Everything held, for a receiver that starts. */
  encodeKey(at: number): Uint8Array<ArrayBuffer> {
    return this.#encodeAbsolute(FRAME_KINDS.key, 0, at);
  }

  /** Everything that changed after `sinceTick`, for a receiver that held that tick and missed some since. */
  encodeCatchUp(sinceTick: number, at: number): Uint8Array<ArrayBuffer> {
    return this.#encodeAbsolute(FRAME_KINDS.catchUp, sinceTick, at);
  }

  #encodeAbsolute(kind: FrameKind, sinceTick: number, at: number): Uint8Array<ArrayBuffer> {
    this.#begin(kind, this.#tick, at);
    const base = Math.floor(at / TIME_QUANTUM_MS);
    const { tick } = this.#held;
    let previous = -1;
    let written = 0;
    for (let index = 0; index < tick.length; index += 1) {
      const changedAt = tick[index] ?? 0;
      if (changedAt === 0 || changedAt <= sinceTick) continue;
      this.#writeAbsolute(index, previous, base);
      previous = index;
      written += 1;
    }
    return this.#end(written);
  }

  #begin(kind: FrameKind, tick: number, at: number): void {
    const out = this.#out;
    out.reset();
    out.u8(FRAME_MAGIC_0);
    out.u8(FRAME_MAGIC_1);
    out.u8(FRAME_VERSION);
    out.u8(kind);
    out.u32(tick);
    out.f64(at);
    out.u32(0);
  }

  #end(count: number): Uint8Array<ArrayBuffer> {
    this.#out.patchU32(COUNT_OFFSET, count);
    return this.#out.view();
  }

  #writeAbsolute(index: number, previous: number, base: number): void {
    const out = this.#out;
    const held = this.#held;
    out.varint(index - previous - 1);
    out.zigzag((held.lng[index] ?? 0) - (previous < 0 ? 0 : held.lng[previous] ?? 0));
    out.zigzag((held.lat[index] ?? 0) - (previous < 0 ? 0 : held.lat[previous] ?? 0));
    out.zigzag(held.stepLng[index] ?? 0);
    out.zigzag(held.stepLat[index] ?? 0);
    out.u8(held.heading[index] ?? 0);
    out.u8(held.speed[index] ?? 0);
    out.zigzag(base - (held.fix[index] ?? 0));
    out.varint(held.pause[index] ?? 0);
  }

  /** Writes one record and holds its values; false when a receiver would see no difference. */
  #writeDelta(now: PositionColumns, index: number, gap: number, base: number): boolean {
    const held = (this.#held = withRoomFor(this.#held, index));
    const isHeld = held.tick[index] !== 0;
    const lng = Math.round((now.lng[index] ?? 0) * QUANTA_PER_DEGREE);
    const lat = Math.round((now.lat[index] ?? 0) * QUANTA_PER_DEGREE);
    const heading = Math.round(((now.headingDeg[index] ?? 0) * HEADING_STEPS) / 360) & 0xff;
    const speed = Math.min(MAX_SPEED_KMH, Math.max(0, Math.round(now.speedKmh[index] ?? 0)));
    const fix = Math.floor((now.fixAt[index] ?? 0) / TIME_QUANTUM_MS);

    const oldLng = held.lng[index] ?? 0;
    const oldLat = held.lat[index] ?? 0;
    const turn = ((heading - (held.heading[index] ?? 0)) << 24) >> 24;
    const gain = speed - (held.speed[index] ?? 0);
    const oldFix = isHeld ? (held.fix[index] ?? 0) : base;
    const isStill = lng === oldLng && lat === oldLat && turn === 0 && gain === 0;
    if (isHeld && isStill && fix - oldFix < STILL_REFRESH_MS / TIME_QUANTUM_MS) return false;

    this.#writeDifferences(gap, lng - oldLng - (held.stepLng[index] ?? 0), lat - oldLat - (held.stepLat[index] ?? 0),
      turn, gain, fix - oldFix - (held.pause[index] ?? 0), heading, speed);
    held.lng[index] = lng;
    held.lat[index] = lat;
    held.stepLng[index] = isHeld ? lng - oldLng : 0;
    held.stepLat[index] = isHeld ? lat - oldLat : 0;
    held.heading[index] = heading;
    held.speed[index] = speed;
    held.fix[index] = fix;
    held.pause[index] = Math.min(MAX_PAUSE_QUANTA, Math.max(0, fix - oldFix));
    held.tick[index] = this.#tick + 1;
    return true;
  }

  #writeDifferences(gap: number, a: number, b: number, turn: number, gain: number, late: number, heading: number, speed: number): void {
    const out = this.#out;
    const hasMotion = turn !== 0 || gain !== 0;
    out.varint((gap << 2) | (late !== 0 ? HAS_FIX : 0) | (hasMotion ? HAS_MOTION : 0));
    if (isSmall(a, b)) {
      out.u8(((a + 8) << 4) | (b + 8));
    } else {
      out.u8(0);
      out.zigzag(a);
      out.zigzag(b);
    }
    if (hasMotion && isSmall(turn, gain)) {
      out.u8(((turn + 8) << 4) | (gain + 8));
    } else if (hasMotion) {
      out.u8(0);
      out.u8(heading);
      out.u8(speed);
    }
    if (late !== 0) out.zigzag(late);
  }
}
