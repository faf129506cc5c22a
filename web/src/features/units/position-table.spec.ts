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

function shownLng(table: PositionTable, now: number): number {
  table.interpolate(now);
  return table.columns.shownLng[0] ?? NaN;
}

describe('position table', () => {
  it('shows a first position at once and glides to later ones within a second', () => {
    const [source, table] = [new Source(), new PositionTable()];
    table.apply(source.move(0, 0, 1_000_000), 50_000);
    expect(shownLng(table, 50_000)).toBeCloseTo(120, 6);
    table.apply(source.move(0, 1, 1_010_000), 60_000);
    expect(shownLng(table, 60_000)).toBeCloseTo(120, 6);
    expect(shownLng(table, 60_500)).toBeCloseTo(120.0005, 6);
    expect(table.interpolate(60_999)).toBe(true);
    expect(shownLng(table, 61_000)).toBeCloseTo(120.001, 6);
    expect(table.interpolate(61_000)).toBe(false);
  });

  it('goes on from where it is shown when a position comes early', () => {
    const [source, table] = [new Source(), new PositionTable()];
    table.apply(source.move(0, 0, 1_000_000), 0);
    table.apply(source.move(0, 2, 1_001_000), 1_000);
    table.apply(source.move(0, 4, 1_002_000), 1_500);
    expect(shownLng(table, 1_500)).toBeCloseTo(120.001, 6);
    expect(shownLng(table, 2_500)).toBeCloseTo(120.004, 6);
  });

  it('turns the short way round', () => {
    const [source, table] = [new Source(), new PositionTable()];
    table.apply(source.move(0, 0, 1_000_000, 351.5625), 0);
    table.apply(source.move(0, 0, 1_001_000, 8.4375), 1_000);
    table.interpolate(1_500);
    const shownDeg = table.columns.shownHeadingDeg[0] ?? NaN;
    expect(Math.min(shownDeg, 360 - shownDeg)).toBeCloseTo(0, 3);
  });

  it('grows with the fleet, keeps what it holds and forgets it with a key frame', () => {
    const [source, table] = [new Source(), new PositionTable()];
    table.apply(source.move(0, 0, 1_000_000), 0);
    table.apply(source.move(5_000, 7, 1_000_000), 0);
    expect([table.size, table.has(0), table.has(1), table.has(5_000)]).toEqual([5_001, true, false, true]);
    expect(table.columns.lng[5_000]).toBeCloseTo(120.007, 6);
    const version = table.version;
    table.apply(new Source().key(), 0);
    expect([table.size, table.has(0)]).toEqual([0, false]);
    expect(table.version).toBeGreaterThan(version);
  });
});
