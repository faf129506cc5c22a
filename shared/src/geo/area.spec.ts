import { describe, expect, it } from 'vitest';
import { areaCentroid, areaContains, areaM2 } from './area.ts';
import { areaBbox, bboxContains } from './bbox.ts';
import type { Area, Ring } from './geojson.ts';
import { labelPoint } from './label-point.ts';
import { distanceM } from './lng-lat.ts';
import { createPlane } from './plane.ts';

const plane = createPlane([120.28, 31.78]);
const ring = (...corners: [number, number][]): Ring => [...corners, corners[0] ?? [0, 0]].map(plane.toLngLat);
const square = (half: number): Ring => ring([-half, -half], [half, -half], [half, half], [-half, half]);

const solid: Area = { type: 'Polygon', coordinates: [square(1_000)] };
const holed: Area = { type: 'Polygon', coordinates: [square(1_000), square(400)] };
const exclave: Area = { type: 'MultiPolygon', coordinates: [[square(1_000)], [ring([3_000, 0], [4_000, 0], [4_000, 1_000], [3_000, 1_000])]] };
const horseshoe: Area = {
  type: 'Polygon',
  coordinates: [ring([0, 0], [3_000, 0], [3_000, 3_000], [2_600, 3_000], [2_600, 400], [400, 400], [400, 3_000], [0, 3_000])],
};

describe('areas', () => {
  it('holds what is inside, not what lies in a hole or outside', () => {
    expect(areaContains(holed, plane.toLngLat([700, 0]))).toBe(true);
    expect(areaContains(holed, plane.toLngLat([0, 0]))).toBe(false);
    expect(areaContains(holed, plane.toLngLat([1_001, 0]))).toBe(false);
    expect(areaContains(exclave, plane.toLngLat([3_500, 500]))).toBe(true);
    expect(areaContains(exclave, plane.toLngLat([2_000, 500]))).toBe(false);
  });

  it('gives a place on a shared border to exactly one neighbour', () => {
    const west: Area = { type: 'Polygon', coordinates: [ring([0, 0], [1_000, 0], [1_000, 1_000], [0, 1_000])] };
    const east: Area = { type: 'Polygon', coordinates: [ring([1_000, 0], [2_000, 0], [2_000, 1_000], [1_000, 1_000])] };
    for (const northM of [0.5, 250, 500, 999]) {
      const claims = [west, east].filter((area) => areaContains(area, plane.toLngLat([1_000, northM])));
      expect(claims).toHaveLength(1);
    }
  });

  it('measures surfaces in square metres', () => {
    expect(areaM2(solid) / 4e6).toBeCloseTo(1, 4);
    expect(areaM2(holed) / (4e6 - 0.64e6)).toBeCloseTo(1, 4);
    expect(areaM2(exclave) / 5e6).toBeCloseTo(1, 3);
  });

  it('finds the centre of mass whatever way the ring runs', () => {
    const backwards: Area = { type: 'Polygon', coordinates: [[...square(1_000)].reverse()] };
    for (const area of [solid, holed, backwards]) expect(distanceM(areaCentroid(area), plane.origin)).toBeLessThan(1);
  });

  it('puts the label of a bent area inside it, far from the borders', () => {
    const label = labelPoint(horseshoe);
    expect(areaContains(horseshoe, areaCentroid(horseshoe))).toBe(false);
    expect(areaContains(horseshoe, label)).toBe(true);
    expect(distanceM(labelPoint(solid), plane.origin)).toBeLessThan(20);
  });

  it('boxes every part', () => {
    const box = areaBbox(exclave);
    expect(bboxContains(box, plane.toLngLat([3_900, 900]))).toBe(true);
    expect(bboxContains(box, plane.toLngLat([4_100, 900]))).toBe(false);
  });
});
