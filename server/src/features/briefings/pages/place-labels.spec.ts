import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const ROOM = { x: 0, y: 0, width: 200, height: 100 };

describe('names on a printed map', () => {
  it('stay where they belong, and step aside for a lamp and for each other', () => {
    const label = { at: [100, 50] as const, width: 40, height: 8 };
    expect(placeLabels([label], [], ROOM)[0]?.[0]).toBe(100);
    const [first, second] = placeLabels([label, label], [{ x: 100, y: 50, radius: 6 }], ROOM) as [[number, number], [number, number]];
    for (const [x, y] of [first, second]) expect(Math.abs(y - 3 - 50) > 9 || Math.abs(x - 100) > 26).toBe(true);
    expect(Math.abs(first[1] - second[1]) >= 8 || Math.abs(first[0] - second[0]) >= 40).toBe(true);
  });
});
