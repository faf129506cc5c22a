import { ByteReader } from './byte-reader.ts';
import { createBatch } from './frame-batch.ts';
import type { FrameBatch } from './frame-batch.ts';
import { refuseFrame } from './frame-refusal.ts';
import type { FrameRefusal } from './frame-refusal.ts';
import {
  FRAME_HEADER_BYTES, FRAME_KINDS, FRAME_MAGIC_0, FRAME_MAGIC_1, FRAME_VERSION, HAS_FIX, HAS_MOTION, HEADING_STEPS, MAX_PAUSE_QUANTA,
  QUANTA_PER_DEGREE, TIME_QUANTUM_MS,
} from './layout.ts';
import { MAX_UNIT_INDEX, emptyColumns, withRoomFor } from './stream-state.ts';

export type DecodedFrame = { readonly ok: true; readonly value: FrameBatch } | { readonly ok: false; readonly error: FrameRefusal };

const SMALLEST_RECORD_BYTES = 2;

/**
 * The receiving end of one position stream. A refused frame leaves it out of step: it then refuses every delta until the
 * next key frame.
 */
export class FrameDecoder {
  #held = emptyColumns();
  /** 0 while not in step with the stream. */
  #tick = 0;
  #isInStep = false;

  /** Reads one frame as laid out in `layout` and answers the positions it changes. */
  decode(bytes: Uint8Array): DecodedFrame {
    const wasInStep = this.#isInStep;
    this.#isInStep = false;
    if (bytes.length < FRAME_HEADER_BYTES) return refuseFrame('FRAME_LENGTH');
    if (bytes[0] !== FRAME_MAGIC_0 || bytes[1] !== FRAME_MAGIC_1) return refuseFrame('FRAME_MAGIC');
    if (bytes[2] !== FRAME_VERSION) return refuseFrame('FRAME_VERSION');
    const kind = bytes[3];
    const input = new ByteReader(bytes);
    input.u32();
    const tick = input.u32();
    const at = input.f64();
    const count = input.u32();
    if (kind !== FRAME_KINDS.key && kind !== FRAME_KINDS.delta && kind !== FRAME_KINDS.catchUp) return refuseFrame('FRAME_KIND');
    if (count > (bytes.length - FRAME_HEADER_BYTES) / SMALLEST_RECORD_BYTES) return refuseFrame('FRAME_LENGTH');
    if (kind !== FRAME_KINDS.key && !wasInStep) return refuseFrame('FRAME_OUT_OF_STEP');
    if (kind === FRAME_KINDS.delta && tick !== this.#tick + 1) return refuseFrame('FRAME_OUT_OF_STEP');

    if (kind === FRAME_KINDS.key) this.#held.tick.fill(0);
    const batch = createBatch(kind, tick, at, count);
    const base = Math.floor(at / TIME_QUANTUM_MS);
    let index = -1;
    let previous = -1;
    for (let row = 0; row < count; row += 1) {
      const head = input.varint();
      index = previous + 1 + (kind === FRAME_KINDS.delta ? head >>> 2 : head);
      if (index > MAX_UNIT_INDEX) return refuseFrame('FRAME_LENGTH');
      this.#held = withRoomFor(this.#held, index);
      if (kind === FRAME_KINDS.delta) this.#readDelta(input, head, index, base);
      else this.#readAbsolute(input, index, previous, base);
      if (input.isPastEnd) return refuseFrame('FRAME_LENGTH');
      this.#held.tick[index] = tick;
      this.#copyOut(batch, row, index);
      previous = index;
    }
    if (!input.isAtEnd) return refuseFrame('FRAME_LENGTH');
    this.#tick = tick;
    this.#isInStep = true;
    return { ok: true, value: batch };
  }

  #readAbsolute(input: ByteReader, index: number, previous: number, base: number): void {
    const held = this.#held;
    held.lng[index] = input.zigzag() + (previous < 0 ? 0 : held.lng[previous] ?? 0);
    held.lat[index] = input.zigzag() + (previous < 0 ? 0 : held.lat[previous] ?? 0);
    held.stepLng[index] = input.zigzag();
    held.stepLat[index] = input.zigzag();
    held.heading[index] = input.u8();
    held.speed[index] = input.u8();
    held.fix[index] = base - input.zigzag();
    held.pause[index] = input.varint();
  }

  #readDelta(input: ByteReader, head: number, index: number, base: number): void {
    const held = this.#held;
    const isHeld = held.tick[index] !== 0;
    const oldLng = isHeld ? (held.lng[index] ?? 0) : 0;
    const oldLat = isHeld ? (held.lat[index] ?? 0) : 0;
    const oldFix = isHeld ? (held.fix[index] ?? 0) : base;
    const pair = input.u8();
    const a = pair === 0 ? input.zigzag() : (pair >>> 4) - 8;
    const b = pair === 0 ? input.zigzag() : (pair & 15) - 8;
    const lng = oldLng + (isHeld ? (held.stepLng[index] ?? 0) : 0) + a;
    const lat = oldLat + (isHeld ? (held.stepLat[index] ?? 0) : 0) + b;
    this.#readMotion(input, head, index, isHeld);
    const late = (head & HAS_FIX) === 0 ? 0 : input.zigzag();
    const fix = oldFix + (isHeld ? (held.pause[index] ?? 0) : 0) + late;
    held.lng[index] = lng;
    held.lat[index] = lat;
    held.stepLng[index] = isHeld ? lng - oldLng : 0;
    held.stepLat[index] = isHeld ? lat - oldLat : 0;
    held.fix[index] = fix;
    held.pause[index] = Math.min(MAX_PAUSE_QUANTA, Math.max(0, fix - oldFix));
  }

  #readMotion(input: ByteReader, head: number, index: number, isHeld: boolean): void {
    const held = this.#held;
    const oldHeading = isHeld ? (held.heading[index] ?? 0) : 0;
    const oldSpeed = isHeld ? (held.speed[index] ?? 0) : 0;
    const pair = (head & HAS_MOTION) === 0 ? 0x88 : input.u8();
    held.heading[index] = pair === 0 ? input.u8() : oldHeading + (pair >>> 4) - 8;
    held.speed[index] = pair === 0 ? input.u8() : oldSpeed + (pair & 15) - 8;
  }

  #copyOut(batch: FrameBatch, row: number, index: number): void {
    const held = this.#held;
    batch.index[row] = index;
    batch.lng[row] = (held.lng[index] ?? 0) / QUANTA_PER_DEGREE;
    batch.lat[row] = (held.lat[index] ?? 0) / QUANTA_PER_DEGREE;
    batch.headingDeg[row] = ((held.heading[index] ?? 0) * 360) / HEADING_STEPS;
    batch.speedKmh[row] = held.speed[index] ?? 0;
    batch.fixAt[row] = (held.fix[index] ?? 0) * TIME_QUANTUM_MS;
  }
}
