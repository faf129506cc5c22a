import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameDecoder } from './frame-decoder.ts';
import { FrameEncoder } from './frame-encoder.ts';
import type { FrameBatch } from './frame-batch.ts';
import { FRAME_KINDS } from './layout.ts';

const START = Date.UTC(2026, 2, 15, 1, 30, 0);
const UNITS = 600;

function emptyTable(): { lng: Float64Array; lat: Float64Array; headingDeg: Float64Array; speedKmh: Float64Array; fixAt: Float64Array } {
  const column = (): Float64Array => new Float64Array(UNITS);
  return { lng: column(), lat: column(), headingDeg: column(), speedKmh: column(), fixAt: column() };
}

type Table = ReturnType<typeof emptyTable>;

/** What a surface holds after a batch, by unit index. */
type Shown = Map<number, { lng: number; lat: number; headingDeg: number; speedKmh: number; fixAt: number }>;

function show(shown: Shown, batch: FrameBatch): void {
  if (batch.kind === FRAME_KINDS.key) shown.clear();
  for (let row = 0; row < batch.count; row += 1) {
    shown.set(batch.index[row] ?? -1, {
      lng: batch.lng[row] ?? NaN, lat: batch.lat[row] ?? NaN, headingDeg: batch.headingDeg[row] ?? NaN,
      speedKmh: batch.speedKmh[row] ?? NaN, fixAt: batch.fixAt[row] ?? NaN,
    });
  }
}

function apply(decoder: FrameDecoder, shown: Shown, bytes: Uint8Array): void {
  const frame = decoder.decode(bytes.slice());
  if (!frame.ok) throw new Error(frame.error.sentence);
  show(shown, frame.value);
}

const update = fc.record({
  index: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: UNITS - 1 })),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  isFar: fc.boolean(),
  headingDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  speedKmh: fc.double({ min: 0, max: 300, noNaN: true }),
  laterMs: fc.integer({ min: 1, max: 7_200_000 }),
});
const ticks = fc.array(fc.array(update, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });

/** Moves some units and answers their indices in ascending order. */
function move(table: Table, updates: readonly UpdateOf[], at: number): number[] {
  const touched = new Set<number>();
  for (const one of updates) {
    const near = (value: number | undefined, other: number): number => (value ?? 0) + (other % 0.001);
    table.lng[one.index] = one.isFar ? one.lng : near(table.lng[one.index], one.lng);
    table.lat[one.index] = one.isFar ? one.lat : near(table.lat[one.index], one.lat);
    table.headingDeg[one.index] = one.headingDeg;
    table.speedKmh[one.index] = one.speedKmh;
    table.fixAt[one.index] = Math.max(table.fixAt[one.index] ?? 0, at - 3_600_000) + one.laterMs;
    touched.add(one.index);
  }
  return [...touched].toSorted((a, b) => a - b);
}

interface UpdateOf {
  readonly index: number; readonly lng: number; readonly lat: number; readonly isFar: boolean;
  readonly headingDeg: number; readonly speedKmh: number; readonly laterMs: number;
}

describe('position frames', () => {
  it('carry every position to within half a quantum', () => {
    fc.assert(fc.property(ticks, (history) => {
      const table = emptyTable();
      const encoder = new FrameEncoder();
      const decoder = new FrameDecoder();
      const shown: Shown = new Map();
      apply(decoder, shown, encoder.encodeKey(START));
      history.forEach((updates, i) => {
        const at = START + i * 100;
        const touched = move(table, updates, at);
        const frame = encoder.encodeDelta(table, touched, touched.length, at);
        if (frame === null) return;
        apply(decoder, shown, frame);
      });
      for (const [index, held] of shown) {
        expect(Math.abs(held.lng - (table.lng[index] ?? 0))).toBeLessThan(0.000_005_1);
        expect(Math.abs(held.lat - (table.lat[index] ?? 0))).toBeLessThan(0.000_005_1);
        expect(Math.abs(held.speedKmh - Math.min(255, table.speedKmh[index] ?? 0))).toBeLessThan(0.51);
        const offDeg = Math.abs(held.headingDeg - (table.headingDeg[index] ?? 0));
        expect(Math.min(offDeg, 360 - offDeg)).toBeLessThan(0.71);
      }
      expect(shown.size).toBe(new Set(history.flat().map((one) => one.index)).size);
    }));
  });

  it('leave a late joiner and a receiver that skipped with what the others hold', () => {
    fc.assert(fc.property(ticks, ticks, ticks, (before, missed, after) => {
      const table = emptyTable();
      const encoder = new FrameEncoder();
      const [steady, skipping, late] = [new FrameDecoder(), new FrameDecoder(), new FrameDecoder()];
      const [steadyShown, skippingShown, lateShown]: [Shown, Shown, Shown] = [new Map(), new Map(), new Map()];
      let at = START;
      const run = (history: readonly (readonly UpdateOf[])[], receivers: readonly [FrameDecoder, Shown][]): void => {
        for (const updates of history) {
          at += 100;
          const touched = move(table, updates, at);
          const frame = encoder.encodeDelta(table, touched, touched.length, at)?.slice();
          if (frame !== undefined) for (const [decoder, shown] of receivers) apply(decoder, shown, frame);
        }
      };
      const opening = encoder.encodeKey(at).slice();
      apply(steady, steadyShown, opening);
      apply(skipping, skippingShown, opening);
      run(before, [[steady, steadyShown], [skipping, skippingShown]]);
      const skippedAt = encoder.tick;
      run(missed, [[steady, steadyShown]]);
      apply(skipping, skippingShown, encoder.encodeCatchUp(skippedAt, at));
      apply(late, lateShown, encoder.encodeKey(at));
      run(after, [[steady, steadyShown], [skipping, skippingShown], [late, lateShown]]);
      const sorted = (shown: Shown): unknown => [...shown].toSorted(([a], [b]) => a - b);
      expect(sorted(skippingShown)).toEqual(sorted(steadyShown));
      expect(sorted(lateShown)).toEqual(sorted(steadyShown));
    }));
  });

  it('say nothing of a unit that stands still until its position is ten seconds newer', () => {
    const table = emptyTable();
    const encoder = new FrameEncoder();
    move(table, [{ index: 3, lng: 120.3, lat: 31.7, isFar: true, headingDeg: 90, speedKmh: 0, laterMs: 3_600_000 }], START);
    expect(encoder.encodeDelta(table, [3], 1, START)).not.toBeNull();
    table.fixAt[3] = START + 9_000;
    expect(encoder.encodeDelta(table, [3], 1, START + 9_000)).toBeNull();
    table.fixAt[3] = START + 10_000;
    expect(encoder.encodeDelta(table, [3], 1, START + 10_000)).not.toBeNull();
  });

  it('spend at most six bytes on a position of a moving fleet', () => {
    const table = emptyTable();
    const encoder = new FrameEncoder();
    const bearings = Array.from({ length: UNITS }, (_, index) => (index * 137) % 360);
    const all = bearings.map((_, index) => index);
    let bytes = 0;
    let positions = 0;
    for (let second = 0; second < 30; second += 1) {
      for (const index of all) {
        const radians = ((bearings[index] ?? 0) * Math.PI) / 180;
        const wobble = ((index * 31 + second * 17) % 7) - 3;
        table.lng[index] = 120.2 + index * 0.001 + Math.sin(radians) * 0.0001 * second + wobble * 0.000_01;
        table.lat[index] = 31.7 + Math.cos(radians) * 0.0001 * second - wobble * 0.000_01;
        table.headingDeg[index] = ((bearings[index] ?? 0) + wobble + 360) % 360;
        table.speedKmh[index] = 38 + wobble;
        table.fixAt[index] = START + second * 1_000;
      }
      for (let part = 0; part < 10; part += 1) {
        const moved = all.filter((index) => index % 10 === part);
        const frame = encoder.encodeDelta(table, moved, moved.length, START + second * 1_000 + part * 100);
        if (second < 2 || frame === null) continue;
        bytes += frame.length;
        positions += moved.length;
      }
    }
    expect(bytes / positions).toBeLessThan(6);
  });

  it('lay their bytes out as documented', () => {
    const table = emptyTable();
    const encoder = new FrameEncoder();
    table.lng[2] = 120.000_05;
    table.lat[2] = 31;
    table.headingDeg[2] = 90;
    table.speedKmh[2] = 40;
    table.fixAt[2] = 1_000_000 - 300;
    expect(hex(encoder.encodeDelta(table, [2], 1, 1_000_000))).toBe(
      '57470101' + '01000000' + '0000000080842e41' + '01000000' // header: delta, tick 1, time base 1,000,000, one record
      + '0b' + '00' + '8aecb80b' + 'c0b5fa02' + '00' + '40' + '28' + '05', // gap 2, wide place, wide motion, fix 3 quanta old
    );
    table.lng[2] = 120.000_07;
    table.speedKmh[2] = 41;
    table.fixAt[2] = 1_000_000 + 700;
    expect(hex(encoder.encodeDelta(table, [2], 1, 1_001_000))).toBe(
      '57470101' + '02000000' + '00000000508c2e41' + '01000000' + '0b' + 'a8' + '89' + '14',
    );
    expect(hex(encoder.encodeCatchUp(1, 1_001_000))).toBe(
      '57470102' + '02000000' + '00000000508c2e41' + '01000000' + '02' + '8eecb80b' + 'c0b5fa02' + '0400' + '4029' + '06' + '0a',
    );
  });

  it('are refused with a code when they are not what they claim', () => {
    const table = emptyTable();
    const encoder = new FrameEncoder();
    table.lng[1] = 120;
    table.fixAt[1] = START;
    const key = encoder.encodeKey(START).slice();
    const delta = (encoder.encodeDelta(table, [1], 1, START) ?? new Uint8Array()).slice();
    const codeOf = (bytes: Uint8Array, isInStep = true): string => {
      const decoder = new FrameDecoder();
      if (isInStep) decoder.decode(key);
      const frame = decoder.decode(bytes);
      return frame.ok ? 'ok' : frame.error.code;
    };
    expect(codeOf(delta)).toBe('ok');
    expect(codeOf(delta, false)).toBe('FRAME_OUT_OF_STEP');
    expect(codeOf(delta.with(4, 7))).toBe('FRAME_OUT_OF_STEP');
    expect(codeOf(delta.with(0, 0))).toBe('FRAME_MAGIC');
    expect(codeOf(delta.with(2, 9))).toBe('FRAME_VERSION');
    expect(codeOf(delta.with(3, 9))).toBe('FRAME_KIND');
    expect(codeOf(delta.with(18, 255))).toBe('FRAME_LENGTH');
    expect(codeOf(Uint8Array.of(...delta, 0))).toBe('FRAME_LENGTH');
    for (let length = 0; length < delta.length; length += 1) expect(codeOf(delta.subarray(0, length))).toBe('FRAME_LENGTH');
  });

  it('survive any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (tail) => {
      const decoder = new FrameDecoder();
      const frame = decoder.decode(Uint8Array.of(0x57, 0x47, 1, 0, ...tail));
      expect(frame.ok || frame.error.code.startsWith('FRAME_')).toBe(true);
    }));
  });
});

function hex(bytes: Uint8Array | null): string {
  return [...(bytes ?? [])].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
