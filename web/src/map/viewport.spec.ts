import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubicBezier } from './easing.ts';
import { fromScreen, lngLatOf, mercatorOf, metresPerPx, toScreen, viewportOf } from './viewport.ts';

const view = viewportOf({ center: [120.45, 31.82], zoom: 12.4, pitchDeg: 0, widthPx: 1_920, heightPx: 1_080 });

describe('the viewport', () => {
  it('shows its centre in the middle and finds every place again', () => {
    expect(toScreen(view, mercatorOf([120.45, 31.82]))).toEqual([960, 540]);
    for (const place of [[120.3, 31.7], [120.6, 31.95]] as const) {
      const back = fromScreen(view, toScreen(view, mercatorOf(place)));
      expect(back[0]).toBeCloseTo(place[0], 9);
      expect(back[1]).toBeCloseTo(place[1], 9);
    }
  });

  it('finds every place again when it is tilted, the middle unmoved and the far side smaller', () => {
    const tilted = viewportOf({ center: [120.45, 31.82], zoom: 12.4, pitchDeg: 50, widthPx: 1_920, heightPx: 1_080 });
    expect(toScreen(tilted, mercatorOf([120.45, 31.82]))).toEqual([960, 540]);
    fc.assert(fc.property(fc.double({ min: 0, max: 1_920, noNaN: true }), fc.double({ min: 0, max: 1_080, noNaN: true }), (x, y) => {
      const [backX, backY] = toScreen(tilted, mercatorOf(fromScreen(tilted, [x, y])));
      return Math.abs(backX - x) < 1e-3 && Math.abs(backY - y) < 1e-3;
    }));
    const widthAt = (lat: number): number => toScreen(tilted, mercatorOf([120.46, lat]))[0] - toScreen(tilted, mercatorOf([120.45, lat]))[0];
    expect(widthAt(31.9)).toBeLessThan(widthAt(31.82));
    expect(widthAt(31.78)).toBeGreaterThan(widthAt(31.82));
  });

  it('has north up and east right', () => {
    const [x, y] = toScreen(view, mercatorOf([120.46, 31.83]));
    expect(x).toBeGreaterThan(960);
    expect(y).toBeLessThan(540);
  });

  it('knows the ground length of a pixel', () => {
    const east = lngLatOf([view.center[0] + 100 / view.worldPx, view.center[1]]);
    expect((east[0] - 120.45) * 111_320 * Math.cos((31.82 * Math.PI) / 180)).toBeCloseTo(100 * metresPerPx(view, 31.82), 0);
  });
});

describe('cubicBezier', () => {
  it('begins at 0, ends at 1, never turns back, and matches the linear curve', () => {
    const ease = cubicBezier(0.2, 0, 0, 1);
    const steps = Array.from({ length: 21 }, (_, i) => ease(i / 20));
    expect([steps[0], steps[20]]).toEqual([0, 1]);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(cubicBezier(1 / 3, 1 / 3, 2 / 3, 2 / 3)(0.3)).toBeCloseTo(0.3, 5);
  });
});
