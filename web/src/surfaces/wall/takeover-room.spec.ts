import { describe, expect, it } from 'vitest';
import { jointBands } from './joints.ts';
import { takeoverRoom } from './takeover-room.ts';
import type { WallShape } from '@wangge/shared/stage';

/** A wall by its size in units, one pixel each; `cells` as the address gives them. */
function room(shape: WallShape, widthPx: number, heightPx = 1080, cells: { across: number; down: number } | null = null) {
  const joints = jointBands({ shape, widthPx, heightPx, uPx: 1, cells });
  return { ...takeoverRoom({ widthPx, heightPx, uPx: 1, edgePx: 20, shape, joints }), joints };
}

describe('the room of a takeover', () => {
  it('is 760 units at the right of one screen, and the width of an upright one under its map', () => {
    expect(room('wide', 1920)).toMatchObject({ rightPx: 20, widthPx: 760, isBelow: false, isSplit: false });
    expect(room('wide', 2560)).toMatchObject({ rightPx: 20, widthPx: 760 });
    expect(room('tall', 1080, 1920)).toMatchObject({ rightPx: 20, widthPx: 1040, isBelow: true });
  });

  it.each([['broad', 2880], ['band', 3840], ['band', 3360], ['band', 5760]] as const)('never lies across a joint of a %s wall of %d units, and breaks at its middle', (shape, width) => {
    const { rightPx, widthPx, joints, isSplit } = room(shape, width);
    const [left, right] = [width - rightPx - widthPx, width - rightPx];
    const uprights = joints.filter(({ top, bottom }) => top <= 0 && bottom >= 1080);
    expect(uprights.length).toBeGreaterThan(0);
    expect(uprights.filter((joint) => joint.left < right && joint.right > left)).toEqual([]);
    expect(widthPx).toBeGreaterThanOrEqual(640);
    expect(isSplit).toBe(true);
  });

  it('stays whole on a wall of one row', () => {
    expect(room('band', 3840, 1080, { across: 2, down: 1 })).toMatchObject({ rightPx: 20, widthPx: 880, isSplit: false });
  });
});
