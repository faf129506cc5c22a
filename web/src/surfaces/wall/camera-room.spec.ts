import { describe, expect, it } from 'vitest';
import { cameraRoomPx } from './camera-room.ts';
import { jointBands } from './joints.ts';
import { shapeOf } from './wall-plan.ts';

const roomOf = (widthPx: number, heightPx: number): number => {
  const shape = shapeOf(widthPx / heightPx);
  const uPx = Math.min(widthPx, heightPx) / 1_080;
  return Math.round(cameraRoomPx({ widthPx, heightPx, edgePx: 20 * uPx, shape, joints: jointBands({ shape, widthPx, heightPx, uPx, cells: null }) }));
};

describe('the room of opened cameras', () => {
  it.each([
    ['leaves a third of the wall to the map', 1_920, 1_080, 1_209],
    ['begins at a joint of a wall of several screens', 5_760, 2_160, 3_784],
    ['and of a band', 3_840, 1_080, 2_852],
    ['has the whole width of an upright one', 1_080, 1_920, 1_040],
  ])('[VD9] %s', (_, widthPx, heightPx, room) => {
    expect(roomOf(widthPx, heightPx)).toBe(room);
  });
});
