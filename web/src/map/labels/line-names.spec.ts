import { describe, expect, it } from 'vitest';
import { placeLineName } from './line-names.ts';

const frame = { left: 0, top: 0, right: 1_000, bottom: 1_000 };
const open = { frame, boxes: [], discs: [] };

describe('placeLineName', () => {
  it('writes a name along a level line from west to east, whichever way the line runs', () => {
    for (const line of [[[100, 500], [900, 500]], [[900, 500], [100, 500]]] as const) {
      const placed = placeLineName(line, 4, 20, open);
      expect(placed.map(({ turnDeg }) => turnDeg)).toEqual([0, 0, 0, 0]);
      expect(placed.map(({ x }) => x)).toEqual([...placed.map(({ x }) => x)].sort((a, b) => a - b));
    }
  });

  it('writes downwards with upright characters along an upright line', () => {
    const placed = placeLineName([[500, 900], [500, 100]], 4, 20, open);
    expect(placed.map(({ turnDeg }) => Math.round(turnDeg))).toEqual([0, 0, 0, 0]);
    expect(placed.map(({ y }) => y)).toEqual([...placed.map(({ y }) => y)].sort((a, b) => a - b));
  });

  it('keeps clear of boxes and marks and leaves a name out where there is no room', () => {
    const boxes = [{ left: 380, top: 480, right: 640, bottom: 520 }];
    const placed = placeLineName([[100, 500], [900, 500]], 4, 20, { frame, boxes, discs: [{ x: 200, y: 500, radius: 30 }] });
    expect(placed).toHaveLength(4);
    for (const { x } of placed) expect(x < 160 || (x > 240 && x < 370) || x > 650).toBe(true);
    expect(placeLineName([[100, 500], [150, 500]], 4, 20, open)).toEqual([]);
    expect(placeLineName([[100, 500], [900, 500]], 4, 20, { frame, boxes: [frame], discs: [] })).toEqual([]);
  });

  it('chooses the straight part of a bent line', () => {
    const placed = placeLineName([[100, 100], [140, 200], [180, 100], [220, 200], [260, 150], [900, 150]], 4, 20, open);
    expect(Math.min(...placed.map(({ x }) => x))).toBeGreaterThan(260);
  });
});
