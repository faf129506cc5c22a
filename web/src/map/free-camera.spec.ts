import { describe, expect, it } from 'vitest';
import { fitCamera, shownBy } from './free-camera.ts';
import { mercatorOf, toScreen, viewportOf } from './viewport.ts';

const BOX = [120.2, 31.7, 120.4, 31.8] as const;

describe('the camera of a free rectangle', () => {
  it('has the box just in it, in its middle', () => {
    const [widthPx, heightPx] = [1_920, 1_080];
    const insets = { left: 424, right: 424, top: 100, bottom: 300 };
    const camera = fitCamera([...BOX], { widthPx: widthPx - insets.left - insets.right, heightPx: heightPx - insets.top - insets.bottom });
    if (camera === undefined) throw new Error('no camera');
    const view = viewportOf({ center: shownBy(camera, [(insets.left - insets.right) / 2, (insets.top - insets.bottom) / 2]), zoom: camera.zoom, pitchDeg: 0, widthPx, heightPx });
    const [left, top] = toScreen(view, mercatorOf([BOX[0], BOX[3]]));
    const [right, bottom] = toScreen(view, mercatorOf([BOX[2], BOX[1]]));
    expect([left, right]).toEqual([expect.closeTo(424, 3), expect.closeTo(1_496, 3)]);
    expect((top + bottom) / 2).toBeCloseTo((100 + 780) / 2, 3);
    expect(top).toBeGreaterThanOrEqual(100);
  });

  it('[PR1] continues from one display to the next, one bezel on', () => {
    // Two displays of 1920 px with 30 px hidden between them; the free rectangle lies over both.
    const camera = fitCamera([...BOX], { widthPx: 2_000, heightPx: 900 });
    if (camera === undefined) throw new Error('no camera');
    const seen = [0, 1_950].map((leftPx) => {
      const insets = { left: 935 - leftPx, right: 1_920 - (2_935 - leftPx) };
      const view = viewportOf({ center: shownBy(camera, [(insets.left - insets.right) / 2, 0]), zoom: camera.zoom, pitchDeg: 0, widthPx: 1_920, heightPx: 1_080 });
      return toScreen(view, mercatorOf([120.31, 31.76]));
    });
    expect((seen[0]?.[0] ?? 0) - (seen[1]?.[0] ?? 0)).toBeCloseTo(1_950, 3);
    expect(seen[0]?.[1]).toBeCloseTo(seen[1]?.[1] ?? NaN, 6);
  });

  it('is none where nothing is free', () => {
    expect(fitCamera([...BOX], { widthPx: 0, heightPx: 100 })).toBeUndefined();
  });
});
