import { describe, expect, it } from 'vitest';
import { signedRingArea } from './area.ts';
import { contourAreas } from './contours.ts';

const lattice = (rows: readonly (readonly number[])[]) => ({ originM: [0, 0] as const, cellM: 10, columns: rows[0]?.length ?? 0, rows: rows.length, values: Float64Array.from(rows.flat()) });

describe('areas at or above a level', () => {
  it('close around a hill, where the level lies between two values', () => {
    expect(contourAreas(lattice([[0, 0, 0], [0, 4, 0], [0, 0, 0]]), 1)).toHaveLength(1);
    const corners = contourAreas(lattice([[0, 0, 0], [0, 4, 0], [0, 0, 0]]), 1)[0]?.[0] ?? [];
    expect(corners.map(([x, y]) => `${x} ${y}`).toSorted()).toEqual(['10 17.5', '10 2.5', '17.5 10', '2.5 10', corners[0]?.join(' ')].toSorted());
  });

  it('give a hollow to the smallest hill around it, the other way round', () => {
    const [area, ...others] = contourAreas(lattice([[0, 0, 0, 0, 0], [0, 2, 2, 2, 0], [0, 2, 0, 2, 0], [0, 2, 2, 2, 0], [0, 0, 0, 0, 0]]), 1);
    expect(others).toEqual([]);
    expect(area?.map((ring) => Math.sign(signedRingArea(ring)))).toEqual([1, -1]);
  });
});
