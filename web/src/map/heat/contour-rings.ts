import type { PlanePoint } from '@wangge/shared/geo';
import type { DensityGrid } from './density-grid.ts';

/** Edges of a cell by number: south, east, north, west. */
type Edge = 0 | 1 | 2 | 3;

/**
 * Marching squares: for each of the 16 patterns of corners at or above the level (bit 0 south-west, 1 south-east, 2 north-east, 3 north-west)
 * the lines across the cell, drawn with the high side on their left. The saddles 5 and 10 are cut apart.
 */
const LINES: readonly (readonly (readonly [from: Edge, to: Edge])[])[] = [
  [], [[0, 3]], [[1, 0]], [[1, 3]], [[2, 1]], [[0, 3], [2, 1]], [[2, 0]], [[2, 3]],
  [[3, 2]], [[0, 2]], [[1, 0], [3, 2]], [[1, 2]], [[3, 1]], [[0, 1]], [[3, 0]], [],
];

/**
 * The closed lines along which the grid has the value `level`, metres on the grid's plane, first point repeated at the end. Rings around high
 * ground run counter-clockwise, rings around hollows clockwise. Needs a grid whose outermost cells are below the level.
 */
export function contourRings(grid: DensityGrid, level: number): PlanePoint[][] {
  const next = new Map<number, { to: number; point: PlanePoint }>();
  for (let row = 0; row < grid.rows - 1; row += 1) {
    for (let column = 0; column < grid.columns - 1; column += 1) {
      for (const [from, to] of LINES[patternAt(grid, column, row, level)] ?? []) {
        next.set(edgeKey(grid, column, row, from), { to: edgeKey(grid, column, row, to), point: crossing(grid, column, row, from, level) });
      }
    }
  }
  return chain(next);
}

function chain(next: Map<number, { to: number; point: PlanePoint }>): PlanePoint[][] {
  const rings: PlanePoint[][] = [];
  for (const [start] of next) {
    const ring: PlanePoint[] = [];
    for (let key = start, step = next.get(key); step !== undefined; step = next.get(key)) {
      ring.push(step.point);
      next.delete(key);
      key = step.to;
    }
    const [first] = ring;
    if (first !== undefined) rings.push([...ring, first]);
  }
  return rings;
}

function valueAt(grid: DensityGrid, column: number, row: number): number {
  return grid.values[row * grid.columns + column] ?? 0;
}

function patternAt(grid: DensityGrid, column: number, row: number, level: number): number {
  return Number(valueAt(grid, column, row) >= level)
    + 2 * Number(valueAt(grid, column + 1, row) >= level)
    + 4 * Number(valueAt(grid, column + 1, row + 1) >= level)
    + 8 * Number(valueAt(grid, column, row + 1) >= level);
}

/** One number for each edge of the lattice, the same from both cells that share it: even for level edges, odd for upright ones. */
function edgeKey(grid: DensityGrid, column: number, row: number, edge: Edge): number {
  const corner = (edge === 2 ? row + 1 : row) * grid.columns + (edge === 1 ? column + 1 : column);
  return corner * 2 + (edge === 1 || edge === 3 ? 1 : 0);
}

function crossing(grid: DensityGrid, column: number, row: number, edge: Edge, level: number): PlanePoint {
  const fromColumn = edge === 1 ? column + 1 : column;
  const fromRow = edge === 2 ? row + 1 : row;
  const isUpright = edge === 1 || edge === 3;
  const from = valueAt(grid, fromColumn, fromRow);
  const to = isUpright ? valueAt(grid, fromColumn, fromRow + 1) : valueAt(grid, fromColumn + 1, fromRow);
  const share = to === from ? 0.5 : (level - from) / (to - from);
  return [
    grid.originM[0] + (fromColumn + (isUpright ? 0 : share)) * grid.cellM,
    grid.originM[1] + (fromRow + (isUpright ? share : 0)) * grid.cellM,
  ];
}
