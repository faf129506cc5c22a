import { describe, expect, it } from 'vitest';
import type { Box } from '../../map/labels/box.ts';
import { planMosaic } from './mosaic.ts';

const room = { widthPx: 1_240, heightPx: 912, captionPx: 40, gapPx: 8, joints: [] as readonly Box[] };
/** Rows from the tops of the pictures. */
const rowsOf = (count: number, at = room): number[] => {
  const tops = planMosaic(count, at).map(({ top }) => Math.round(top));
  return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
};

describe('a mosaic of cameras', () => {
  it.each([[1, [1]], [2, [1, 1]], [4, [2, 2]], [6, [2, 2, 2]], [9, [3, 3, 3]], [3, [2, 1]], [5, [2, 2, 1]]])('[VD9] lays %i out beside a map in rows of %j', (count, rows) => {
    expect(rowsOf(count)).toEqual(rows);
  });

  it('[VD9] stands side by side on a very wide wall and one above the other upright', () => {
    expect(rowsOf(4, { ...room, widthPx: 2_600, heightPx: 912 })).toEqual([2, 2]);
    expect(rowsOf(3, { ...room, widthPx: 2_600, heightPx: 460 })).toEqual([3]);
    expect(rowsOf(2, { ...room, widthPx: 1_040, heightPx: 1_100 })).toEqual([1, 1]);
  });

  it('[VD9] has whole pictures of one size that do not cover each other and stay inside, a last row in the middle', () => {
    for (let count = 1; count <= 9; count += 1) {
      for (const [widthPx, heightPx] of [[1_240, 912], [2_600, 912], [1_040, 1_100], [600, 300]] as const) {
        const tiles = planMosaic(count, { ...room, widthPx, heightPx });
        expect(tiles).toHaveLength(count);
        for (const { left, top, width, height } of tiles) {
          expect(left >= -0.5 && top >= -0.5 && left + width <= widthPx + 0.5 && top + height <= heightPx + 0.5, `${count} in ${widthPx}×${heightPx}`).toBe(true);
          expect((width * 9) / 16 + 40).toBeCloseTo(height, 5);
        }
        tiles.forEach((a, i) => tiles.slice(i + 1).forEach((b) => {
          expect(a.left + a.width <= b.left + 0.5 || b.left + b.width <= a.left + 0.5 || a.top + a.height <= b.top + 0.5 || b.top + b.height <= a.top + 0.5).toBe(true);
        }));
        const last = tiles.filter(({ top }) => top === tiles.at(-1)?.top);
        expect((last[0]?.left ?? 0) + (last.at(-1)?.left ?? 0) + (last.at(-1)?.width ?? 0)).toBeCloseTo(widthPx, 5);
      }
    }
  });

  it('[VD9] writes a caption to the wider side of an upright joint, and under the picture where a level one runs through it', () => {
    const upright = planMosaic(1, { ...room, joints: [{ left: 400, right: 416, top: -100, bottom: 2_000 }] })[0];
    expect(upright?.caption.isBelow).toBe(false);
    expect((upright?.left ?? 0) + (upright?.caption.left ?? 0)).toBeCloseTo(416);
    const [first, second] = planMosaic(2, room);
    const level = planMosaic(2, { ...room, joints: [{ left: -10, right: 3_000, top: (second?.top ?? 0) + 4, bottom: (second?.top ?? 0) + 20 }] });
    expect([level[0]?.caption.isBelow, level[1]?.caption.isBelow, first?.caption.isBelow]).toEqual([false, true, false]);
  });

  it('shows nothing where nothing is opened', () => {
    expect(planMosaic(0, room)).toEqual([]);
  });
});
