import { itemAt, planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { createNoise } from './noise.ts';
import { createRandom } from './random.ts';

/** Half extents of the land that carries a full road network, metres; trunk roads and rivers run on beyond. */
export const LAND_HALF_EAST_M = 18_000;
export const LAND_HALF_NORTH_M = 12_000;

const STEP_M = 105;
const SHAKE = 0.24;
const COLUMNS = Math.ceil((2 * LAND_HALF_EAST_M) / STEP_M);
const ROWS = Math.ceil((2 * LAND_HALF_NORTH_M) / (STEP_M * 0.866));

/**
 * A shaken triangular lattice over the land. Paths are sought on it, so that roads laid on the same edges merge and never
 * cross but at nodes. `groundCost` says how unwelcome each node is (1 plain).
 */
export interface Lattice {
  readonly points: readonly PlanePoint[];
  readonly groundCost: Float64Array;
  /** Six slots a node; -1 where the lattice ends. */
  readonly neighbours: Int32Array;
}

export const NEIGHBOUR_SLOTS = 6;

/** Lays the lattice; `groundCostAt` prices a place, on top of a little noise that makes roads bend. */
export function layLattice(seed: number, groundCostAt: (point: PlanePoint) => number): Lattice {
  const random = createRandom(seed, 'lattice');
  const bends = createNoise(seed, 'lattice bends', 620);
  const points: PlanePoint[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const shift = row % 2 === 0 ? 0.25 : 0.75;
      points.push([
        (column + shift + (random.next() - 0.5) * 2 * SHAKE) * STEP_M - LAND_HALF_EAST_M,
        (row + 0.5 + (random.next() - 0.5) * 2 * SHAKE) * STEP_M * 0.866 - LAND_HALF_NORTH_M,
      ]);
    }
  }
  const groundCost = Float64Array.from(points, (point) => groundCostAt(point) * (1 + 0.55 * Math.max(-1, bends(point))));
  const neighbours = new Int32Array(points.length * NEIGHBOUR_SLOTS);
  for (let slot = 0; slot < neighbours.length; slot += 1) {
    neighbours[slot] = neighbourAt(Math.floor(slot / NEIGHBOUR_SLOTS), slot % NEIGHBOUR_SLOTS);
  }
  return { points, groundCost, neighbours };
}

const UP = [0, 0, -1, -1, 1, 1] as const;
const RIGHT_EVEN_ROW = [-1, 1, -1, 0, -1, 0] as const;
const RIGHT_ODD_ROW = [-1, 1, 0, 1, 0, 1] as const;

function neighbourAt(node: number, slot: number): number {
  const row = Math.floor(node / COLUMNS);
  const toRow = row + itemAt(UP, slot);
  const toColumn = (node % COLUMNS) + itemAt(row % 2 === 0 ? RIGHT_EVEN_ROW : RIGHT_ODD_ROW, slot);
  return toRow < 0 || toRow >= ROWS || toColumn < 0 || toColumn >= COLUMNS ? -1 : toRow * COLUMNS + toColumn;
}

/** The node nearest to a place on the land. */
export function latticeNodeAt(lattice: Lattice, place: PlanePoint): number {
  const row = Math.min(ROWS - 1, Math.max(0, Math.round((place[1] + LAND_HALF_NORTH_M) / (STEP_M * 0.866) - 0.5)));
  const column = Math.min(COLUMNS - 1, Math.max(0, Math.round((place[0] + LAND_HALF_EAST_M) / STEP_M - 0.5)));
  const first = row * COLUMNS + column;
  const around = [...lattice.neighbours.subarray(first * NEIGHBOUR_SLOTS, (first + 1) * NEIGHBOUR_SLOTS)].filter((node) => node >= 0);
  return [first, ...around].reduce((best, node) =>
    (planeDistanceM(itemAt(lattice.points, node), place) < planeDistanceM(itemAt(lattice.points, best), place) ? node : best));
}

/** A name for the edge between two adjoining nodes, the same in both directions. */
export function latticeEdgeKey(a: number, b: number): number {
  return Math.min(a, b) * COLUMNS * ROWS + Math.max(a, b);
}
