import { describe, expect, it } from 'vitest';
import { restOfPath } from './ribbon.ts';
import { MESH_FLOATS, strokeMesh } from './stroke-mesh.ts';

const corners = (mesh: Float32Array): number[][] =>
  Array.from({ length: mesh.length / MESH_FLOATS }, (_, i) => [...mesh.subarray(i * MESH_FLOATS, (i + 1) * MESH_FLOATS)]);

describe('strokeMesh', () => {
  it('lays two corners at each point, half the width and a feather to both sides', () => {
    const mesh = corners(strokeMesh([[0, 0], [10, 0]], [4, 4]));
    expect(mesh.map(([x, y]) => [x, y])).toEqual([[0, -3], [0, 3], [10, -3], [10, 3]]);
    expect(mesh.map(([, , , half, along, share]) => [half, along, share])).toEqual([[2, 0, 0], [2, 0, 0], [2, 10, 1], [2, 10, 1]]);
  });

  it('mitres a right angle to the diagonal', () => {
    const [, , inner, outer] = corners(strokeMesh([[0, 0], [10, 0], [10, 10]], [4, 4]));
    expect(inner?.slice(0, 2)).toEqual([13, -3]);
    expect(outer?.slice(0, 2)).toEqual([7, 3]);
  });

  it('stays finite where the path turns back or repeats a point', () => {
    const mesh = strokeMesh([[0, 0], [10, 0], [10, 0], [0, 0]], [2, 8]);
    expect(mesh.length).toBe(3 * 2 * MESH_FLOATS);
    expect(mesh.every(Number.isFinite)).toBe(true);
    expect(strokeMesh([[5, 5], [5, 5]], [2, 2])).toHaveLength(0);
  });
});

describe('restOfPath', () => {
  it('begins at the mover and drops what lies behind it', () => {
    expect(restOfPath([[0, 0], [10, 0], [10, 10], [20, 10]], [10.4, 5])).toEqual([[10.4, 5], [10, 10], [20, 10]]);
  });

  it('keeps the end when the mover is past it', () => {
    expect(restOfPath([[0, 0], [10, 0]], [12, 0])).toEqual([[12, 0], [10, 0]]);
  });
});
