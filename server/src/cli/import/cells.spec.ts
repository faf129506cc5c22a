import { describe, expect, it } from 'vitest';
import { areaBbox, areaContains, areaM2, type Area, type LngLat } from '@wangge/shared/geo';
import { cellsInside } from './cells.ts';

/** A bent outline with a bay and a hole. */
const outline: Area = { type: 'Polygon', coordinates: [
  [[114.2, 22.6], [114.5, 22.6], [114.5, 22.8], [114.38, 22.8], [114.36, 22.66], [114.34, 22.8], [114.2, 22.8], [114.2, 22.6]],
  [[114.42, 22.68], [114.46, 22.68], [114.46, 22.72], [114.42, 22.72], [114.42, 22.68]],
] };

function lattice(area: Area): LngLat[] {
  const [west, south, east, north] = areaBbox(area);
  const places: LngLat[] = [];
  for (let i = 0; i < 60; i += 1) for (let j = 0; j < 60; j += 1) places.push([west + ((i + 0.31) / 60) * (east - west), south + ((j + 0.37) / 60) * (north - south)]);
  return places.filter((place) => areaContains(area, place));
}

describe('cells inside an outline', () => {
  const cells = cellsInside(outline, 23);

  it('share it without gap or overlap, in about the same sizes', () => {
    expect(cells).toHaveLength(23);
    const holders = lattice(outline).map((place) => cells.filter((cell) => areaContains(cell, place)).length);
    expect(holders.every((count) => count === 1)).toBe(true);
    const sizes = cells.map(areaM2);
    expect(sizes.reduce((a, b) => a + b, 0) / areaM2(outline)).toBeCloseTo(1, 2);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(2.5);
  });

  it('are the same every time', () => {
    expect(cellsInside(outline, 23)).toEqual(cells);
  });

  it('are the area itself when there is one', () => {
    expect(cellsInside(outline, 1)).toEqual([outline]);
  });
});
