import { describe, expect, it } from 'vitest';
import { FrameDecoder, FrameEncoder } from '@wangge/shared/frames';
import type { FrameBatch } from '@wangge/shared/frames';
import { PositionTable } from './position-table.ts';

/** Frames of units on a line: unit `index` at longitude 120 + `step` / 1000. */
class Source {
  readonly #encoder = new FrameEncoder();
  readonly #decoder = new FrameDecoder();

  constructor() {
    this.key();
  }

  move(index: number, step: number, fixAt: number, headingDeg = 0): FrameBatch {
    const column = (value: number): number[] => Array.from({ length: index + 1 }, () => value);
    const columns = { lng: column(120 + step / 1_000), lat: column(31), headingDeg: column(headingDeg), speedKmh: column(36), fixAt: column(fixAt) };
    return this.#read(this.#encoder.encodeDelta(columns, [index], 1, fixAt));
  }

  key(): FrameBatch {
    return this.#read(this.#encoder.encodeKey(1_000));
  }

  #read(bytes: Uint8Array | null): FrameBatch {
    const frame = this.#decoder.decode(bytes ?? new Uint8Array());
    if (!frame.ok) throw new Error(frame.error.sentence);
    return frame.value;
  }
}

describe('position table', () => {
  it('holds the newest position of each unit', () => {
    const [source, table] = [new Source(), new PositionTable()];
    table.apply(source.move(0, 0, 1_000_000));
    table.apply(source.move(0, 1, 1_010_000, 90));
    const { columns } = table;
    expect(columns.lng[0]).toBeCloseTo(120.001, 6);
    expect([columns.lat[0], columns.headingDeg[0], columns.speedKmh[0], columns.fixAt[0]]).toEqual([31, 90, 36, 1_010_000]);
  });

  it('grows with the fleet, keeps what it holds and forgets it with a key frame', () => {
    const [source, table] = [new Source(), new PositionTable()];
    table.apply(source.move(0, 0, 1_000_000));
    table.apply(source.move(5_000, 7, 1_000_000));
    expect([table.size, table.has(0), table.has(1), table.has(5_000)]).toEqual([5_001, true, false, true]);
    expect(table.columns.lng[5_000]).toBeCloseTo(120.007, 6);
    const version = table.version;
    table.apply(new Source().key());
    expect([table.size, table.has(0)]).toEqual([0, false]);
    expect(table.version).toBeGreaterThan(version);
  });
});
