import type { Polygon } from '@wangge/shared/geo';
import { describe, expect, it } from 'vitest';
import { sharedBorders } from './shared-borders.ts';

const square = (x: number, y: number): Polygon => ({
  type: 'Polygon', coordinates: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]],
});

describe('sharedBorders', () => {
  it('draws the border of two areas once and leaves the outer border out', () => {
    const { features } = sharedBorders([square(0, 0), square(1, 0)]);
    expect(features.map(({ geometry }) => [...geometry.coordinates].sort())).toEqual([[[1, 0], [1, 1]]]);
  });

  it('parts its lines where borders meet', () => {
    const { features } = sharedBorders([square(0, 0), square(1, 0), square(0, 1), square(1, 1)]);
    expect(features).toHaveLength(4);
    for (const { geometry } of features) expect(geometry.coordinates).toContainEqual([1, 1]);
  });

  it('goes round an area that lies inside another', () => {
    const hole = square(1, 1).coordinates[0] ?? [];
    const outer: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]], [...hole].reverse()] };
    const { features } = sharedBorders([outer, square(1, 1)]);
    expect(features).toHaveLength(1);
    expect(features[0]?.geometry.coordinates).toHaveLength(5);
  });
});
