import { describe, expect, it } from 'vitest';
import { distanceM } from './lng-lat.ts';
import type { LngLat } from './lng-lat.ts';
import { createPlane } from './plane.ts';
import { lineLengthM, nearestOnLine, pointAlong, sliceLine } from './polyline.ts';
import { simplifyLine } from './simplify.ts';

const plane = createPlane([120.28, 31.78]);
const corner: LngLat[] = ([[0, 0], [1_000, 0], [1_000, 500]] as const).map(plane.toLngLat);

describe('lines', () => {
  it('measures their length', () => {
    expect(lineLengthM(corner)).toBeCloseTo(1_500, 0);
    expect(lineLengthM([plane.origin])).toBe(0);
  });

  it('finds the place some way along, with the heading there', () => {
    const place = pointAlong(corner, 1_200);
    expect(distanceM(place.lngLat, plane.toLngLat([1_000, 200]))).toBeLessThan(1);
    expect(place.headingDeg).toBeCloseTo(0, 1);
    expect(pointAlong(corner, 400).headingDeg).toBeCloseTo(90, 0);
  });

  it('stays at the ends beyond them', () => {
    expect(pointAlong(corner, -5).lngLat).toEqual(corner[0]);
    expect(distanceM(pointAlong(corner, 9_999).lngLat, plane.toLngLat([1_000, 500]))).toBeLessThan(0.01);
    expect(pointAlong([plane.origin], 10)).toEqual({ lngLat: plane.origin, alongM: 0, headingDeg: 0 });
  });

  it('finds the nearest place on them', () => {
    const near = nearestOnLine(corner, plane.toLngLat([1_040, 300]));
    expect(near.offM).toBeCloseTo(40, 0);
    expect(near.alongM).toBeCloseTo(1_300, 0);
  });

  it('cuts out a part that keeps the corner between', () => {
    const part = sliceLine(corner, 900, 1_100);
    expect(part).toHaveLength(3);
    expect(part[1]).toEqual(corner[1]);
    expect(lineLengthM(part)).toBeCloseTo(200, 0);
  });

  it('are simplified within the tolerance, ends kept', () => {
    const wavy = Array.from({ length: 101 }, (_, i) => plane.toLngLat([i * 20, 30 * Math.sin(i / 8)]));
    const simple = simplifyLine(wavy, 5);
    expect(simple.length).toBeLessThan(40);
    expect([simple[0], simple.at(-1)]).toEqual([wavy[0], wavy.at(-1)]);
    for (const place of wavy) expect(nearestOnLine(simple, place).offM).toBeLessThan(5.1);
  });
});
