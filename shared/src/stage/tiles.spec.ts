import { describe, expect, it } from 'vitest';
import { enlargementFor, glyphMm, isTileOf, readTile, wallFrame } from './index.ts';

const wall = { across: 3, down: 2, bezelMm: 10, heightMm: 1_210 };
const picture = { widthPx: 1_920, heightPx: 1_080 };

describe('the tiles of a wall', () => {
  it('[PR1] make one picture that goes on behind the bezels', () => {
    // 2 × 1080 px stand on 1200 mm: 1.8 px each mm, so that a bezel of 10 mm hides 18 px.
    expect(wallFrame(wall, picture, { column: 1, row: 1 })).toEqual({ widthPx: 5_796, heightPx: 2_178, leftPx: 0, topPx: 0, tileWidthPx: 1_920, tileHeightPx: 1_080, bezelPx: 18 });
    expect(wallFrame(wall, picture, { column: 3, row: 2 })).toMatchObject({ leftPx: 3_876, topPx: 1_098 });
    const [left, right] = [1, 2].map((column) => wallFrame(wall, picture, { column, row: 1 }));
    expect(left!.leftPx + left!.tileWidthPx + left!.bezelPx).toBe(right!.leftPx);
  });

  it('[PR1] of a single display are that display, whatever its frame', () => {
    expect(wallFrame({ ...wall, across: 1, down: 1 }, picture, { column: 1, row: 1 })).toEqual({ widthPx: 1_920, heightPx: 1_080, leftPx: 0, topPx: 0, tileWidthPx: 1_920, tileHeightPx: 1_080, bezelPx: expect.any(Number) });
  });

  it('are named by column and row', () => {
    expect([readTile('2,1'), readTile('0,1'), readTile('2'), readTile(null), readTile('2,1,3')]).toEqual([{ column: 2, row: 1 }, null, null, null, null]);
    expect([{ column: 3, row: 2 }, { column: 4, row: 1 }, { column: 1, row: 0 }].map((tile) => isTileOf(wall, tile))).toEqual([true, false, false]);
  });
});

describe('the size of what is written', () => {
  it('[PR2] is at least 16 minutes of arc for who stands farthest', () => {
    expect(enlargementFor({ heightMm: 2_000, distanceM: 5 })).toBe(1);
    const far = enlargementFor({ heightMm: 2_000, distanceM: 10 });
    expect(glyphMm(20, 2_000, far)).toBeCloseTo(4.65 * 10, 0);
    expect(enlargementFor({ heightMm: 500, distanceM: 60 })).toBe(2);
  });
});
