import { itemAt } from '../geo/index.ts';
import type { PlanePoint } from '../geo/index.ts';

const CELL_M = 250;
const KEYS_PER_COLUMN = 65_536;

/** One straight piece of an edge: edge number and the vertex it starts at. */
export interface SegmentRef {
  readonly edge: number;
  readonly vertex: number;
}

/** Square cells of a plane, each listing the road pieces that pass through its box. */
export type SegmentGrid = ReadonlyMap<number, readonly SegmentRef[]>;

/** Sorts the straight pieces of edges into square cells, so that the ones near a point are found without a full search. */
export function buildSegmentGrid(edges: readonly { readonly points: readonly PlanePoint[] }[]): SegmentGrid {
  const cells = new Map<number, SegmentRef[]>();
  for (const [edge, { points }] of edges.entries()) {
    for (let vertex = 0; vertex + 1 < points.length; vertex += 1) {
      const a = itemAt(points, vertex);
      const b = itemAt(points, vertex + 1);
      for (let column = cellOf(Math.min(a[0], b[0])); column <= cellOf(Math.max(a[0], b[0])); column += 1) {
        for (let row = cellOf(Math.min(a[1], b[1])); row <= cellOf(Math.max(a[1], b[1])); row += 1) {
          addTo(cells, cellKey(column, row), { edge, vertex });
        }
      }
    }
  }
  return cells;
}

/**
 * The pieces within `withinM` of a point, and some farther ones, nearest cells first in square rings. `visit` answers the
 * nearest distance found so far, metres; the search ends when no farther ring can hold anything nearer.
 */
export function visitSegmentsNear(
  { grid, point, withinM }: { grid: SegmentGrid; point: PlanePoint; withinM: number },
  visit: (ref: SegmentRef) => number,
): void {
  const column = cellOf(point[0]);
  const row = cellOf(point[1]);
  let nearestM = withinM;
  const look = (right: number, up: number): void => {
    for (const ref of grid.get(cellKey(column + right, row + up)) ?? []) nearestM = visit(ref);
  };
  for (let ring = 0; nearestM > (ring - 1) * CELL_M; ring += 1) {
    for (let right = -ring; right <= ring; right += 1) {
      look(right, ring);
      if (ring > 0) look(right, -ring);
    }
    for (let up = -ring + 1; up < ring; up += 1) {
      look(ring, up);
      look(-ring, up);
    }
  }
}

function cellOf(metres: number): number {
  return Math.floor(metres / CELL_M);
}

function cellKey(column: number, row: number): number {
  return column * KEYS_PER_COLUMN + row;
}

function addTo(cells: Map<number, SegmentRef[]>, key: number, ref: SegmentRef): void {
  const cell = cells.get(key);
  if (cell === undefined) cells.set(key, [ref]);
  else cell.push(ref);
}
