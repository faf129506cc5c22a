import { describe, expect, it } from 'vitest';
import { pixelShift, readHours } from './wall-rest.ts';

const STEP_MS = 15_000;

describe('the deck against burn-in', () => {
  const way = Array.from({ length: 16 }, (_, step) => pixelShift(1_760_000_000_000 + step * STEP_MS));

  it('goes around in four minutes, never further than two units from its place', () => {
    expect(new Set(way.map(({ x, y }) => `${x} ${y}`)).size).toBe(16);
    expect(way.every(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) === 2)).toBe(true);
    expect(pixelShift(1_760_000_000_000 + 240_000)).toEqual(way[0]);
  });

  it('goes one unit at a time, and stands still between', () => {
    way.forEach(({ x, y }, index) => {
      const next = way[(index + 1) % 16]!;
      expect(Math.abs(next.x - x) + Math.abs(next.y - y)).toBe(1);
    });
    const start = Math.ceil(1_760_000_000_000 / STEP_MS) * STEP_MS;
    expect(pixelShift(start + STEP_MS - 1)).toEqual(pixelShift(start));
  });
});

describe('hours in an address', () => {
  it('are two times of day', () => {
    expect(readHours('22:30-06:00')).toEqual({ from: '22:30', to: '06:00' });
    expect(['7:00-18:00', '24:00-06:00', '22:00', 'night', null].map(readHours)).toEqual([null, null, null, null, null]);
  });
});
