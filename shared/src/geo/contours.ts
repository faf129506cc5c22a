import { ringContains, signedRingArea } from './area.ts';
import type { PlanePoint } from './plane.ts';

/** Values on a square lattice of a plane, row after row; row 0 is the southernmost. */
export interface Lattice {
  /** Where the first value lies. */
  readonly originM: PlanePoint;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

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
 * The closed lines along which the lattice has the value `level`, metres on its plane, first point repeated at the end. Rings around high
 * ground run counter-clockwise, rings around hollows clockwise. Needs a lattice whose outermost values are below the level.
 */
function contourRings(lattice: Lattice, level: number): PlanePoint[][] {
  const next = new Map<number, { to: number; point: PlanePoint }>();
  for (let row = 0; row < lattice.rows - 1; row += 1) {
    for (let column = 0; column < lattice.columns - 1; column += 1) {
      for (const [from, to] of LINES[patternAt(lattice, column, row, level)] ?? []) {
        next.set(edgeKey(lattice, column, row, from), { to: edgeKey(lattice, column, row, to), point: crossing(lattice, column, row, from, level) });
      }
    }
  }
  return chain(next);
}

/**
 * The areas in which a lattice is at or above `level`, each a hill's outer ring (counter-clockwise) followed by its hollows (clockwise), metres on its plane.
 * Needs a lattice whose outermost values are below the level.
 */
export function contourAreas(lattice: Lattice, level: number): PlanePoint[][][] {
  const rings = contourRings(lattice, level);
  const hills = rings.filter((ring) => signedRingArea(ring) > 0).sort((a, b) => signedRingArea(a) - signedRingArea(b)).map((ring) => [ring]);
  for (const hollow of rings.filter((ring) => signedRingArea(ring) < 0)) {
    const [spot] = hollow;
    if (spot !== undefined) hills.find(([hill]) => hill !== undefined && ringContains(hill, spot))?.push(hollow);
  }
  return hills;
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

function valueAt(lattice: Lattice, column: number, row: number): number {
  return lattice.values[row * lattice.columns + column] ?? 0;
}

function patternAt(lattice: Lattice, column: number, row: number, level: number): number {
  return Number(valueAt(lattice, column, row) >= level)
    + 2 * Number(valueAt(lattice, column + 1, row) >= level)
    + 4 * Number(valueAt(lattice, column + 1, row + 1) >= level)
    + 8 * Number(valueAt(lattice, column, row + 1) >= level);
}

/** One number for each edge of the lattice, the same from both cells that share it: even for level edges, odd for upright ones. */
function edgeKey(lattice: Lattice, column: number, row: number, edge: Edge): number {
  const corner = (edge === 2 ? row + 1 : row) * lattice.columns + (edge === 1 ? column + 1 : column);
  return corner * 2 + (edge === 1 || edge === 3 ? 1 : 0);
}

function crossing(lattice: Lattice, column: number, row: number, edge: Edge, level: number): PlanePoint {
  const fromColumn = edge === 1 ? column + 1 : column;
  const fromRow = edge === 2 ? row + 1 : row;
  const isUpright = edge === 1 || edge === 3;
  const from = valueAt(lattice, fromColumn, fromRow);
  const to = isUpright ? valueAt(lattice, fromColumn, fromRow + 1) : valueAt(lattice, fromColumn + 1, fromRow);
  const share = to === from ? 0.5 : (level - from) / (to - from);
  return [
    lattice.originM[0] + (fromColumn + (isUpright ? 0 : share)) * lattice.cellM,
    lattice.originM[1] + (fromRow + (isUpright ? share : 0)) * lattice.cellM,
  ];
}
