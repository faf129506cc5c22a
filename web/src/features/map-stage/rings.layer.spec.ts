import { createPlane, nearestOnLine, type LngLat, type MultiPolygon } from '@wangge/shared/geo';
import { describe, expect, it } from 'vitest';
import { ringScene } from './rings.layer.ts';

const PLACE: LngLat = [120.28, 31.78];
const plane = createPlane(PLACE);
const square = (halfM: number, eastM = 0): LngLat[] => ([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]] as const).map(([x, y]) => plane.toLngLat([eastM + x * halfM, y * halfM]));
const area = (...rings: LngLat[][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) });

describe('arrival rings on the map', () => {
  const { shapes, labels } = ringScene([{ minutes: 10, area: area(square(300, 9_000), square(4_000)) }, { minutes: 5, area: area(square(2_000)) }], PLACE, (n) => `${n} 分钟`);

  it('are numbered from the narrowest, which is drawn last', () => {
    expect(shapes.features.map(({ properties: { rank } }) => rank)).toEqual([1, 0]);
  });

  it('are each named once, on the line that goes around the place, from its north on', () => {
    expect(labels.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(['5 分钟', '10 分钟']);
    for (const [index, { anchor }] of labels.entries()) {
      const spots = 'spots' in anchor ? anchor.spots : [];
      expect(spots.length).toBeGreaterThan(20);
      for (const spot of spots) expect(nearestOnLine(square([2_000, 4_000][index] ?? 0), spot).offM).toBeLessThan(1);
      const [eastM, northM] = plane.toPlane(spots[0] ?? PLACE);
      expect(northM).toBeGreaterThan(Math.abs(eastM) * 4);
    }
  });
});
