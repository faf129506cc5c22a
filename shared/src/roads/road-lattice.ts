import { itemAt } from '../geo/index.ts';
import type { Lattice } from '../geo/index.ts';
import type { RoadPieces } from './road-pieces.ts';

/** The spots of a lattice, and for each the nearest road: which edge (-1: none), how far along it, and how far off, metres. */
export interface RoadLattice extends Omit<Lattice, 'values'> {
  readonly edge: Int32Array;
  readonly alongM: Float64Array;
  readonly offM: Float64Array;
}

/**
 * Finds the nearest road of all spots at once: those beside a road first, then each learns from its neighbours, there and back twice. Of two roads about equally far
 * it may take the one that is farther by a little. Spots farther than `farthestM` from every road have none.
 */
export function layRoadLattice(pieces: RoadPieces, { originM, cellM, columns, rows, farthestM }: Omit<Lattice, 'values'> & { readonly farthestM: number }): RoadLattice {
  const nearest = new Int32Array(columns * rows).fill(-1);
  const alongM = new Float64Array(columns * rows);
  const offM = new Float64Array(columns * rows).fill(farthestM);

  function offer(column: number, row: number, piece: number): void {
    if (piece < 0 || column < 0 || column >= columns || row < 0 || row >= rows) return;
    const spot = row * columns + column;
    if (nearest[spot] === piece) return;
    const x = itemAt(pieces.ends, 4 * piece);
    const y = itemAt(pieces.ends, 4 * piece + 1);
    const wayX = itemAt(pieces.ends, 4 * piece + 2) - x;
    const wayY = itemAt(pieces.ends, 4 * piece + 3) - y;
    const toX = originM[0] + column * cellM - x;
    const toY = originM[1] + row * cellM - y;
    const squared = wayX * wayX + wayY * wayY;
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (toX * wayX + toY * wayY) / squared));
    const asideX = toX - wayX * share;
    const asideY = toY - wayY * share;
    const asideM = Math.sqrt(asideX * asideX + asideY * asideY);
    if (asideM >= itemAt(offM, spot)) return;
    nearest[spot] = piece;
    offM[spot] = asideM;
    alongM[spot] = itemAt(pieces.startM, piece) + share * Math.sqrt(squared);
  }
  const learn = (column: number, row: number, fromColumn: number, fromRow: number): void => {
    if (fromColumn >= 0 && fromColumn < columns && fromRow >= 0 && fromRow < rows) offer(column, row, itemAt(nearest, fromRow * columns + fromColumn));
  };

  for (let piece = 0; piece < pieces.count; piece += 1) beside(pieces, piece, { originM, cellM, columns, rows }, offer);
  for (const by of [1, -1, 1, -1]) {
    for (let y = 0; y < rows; y += 1) {
      const row = by > 0 ? y : rows - 1 - y;
      for (let x = 0; x < columns; x += 1) {
        const column = by > 0 ? x : columns - 1 - x;
        learn(column, row, column - by, row);
        learn(column, row, column - 1, row - by);
        learn(column, row, column, row - by);
        learn(column, row, column + 1, row - by);
      }
    }
  }
  return { originM, cellM, columns, rows, alongM, offM, edge: nearest.map((piece) => (piece < 0 ? -1 : itemAt(pieces.edge, piece))) };
}

/** The corners of the cells that a piece passes. */
function beside({ ends }: RoadPieces, piece: number, { originM, cellM, columns, rows }: Omit<Lattice, 'values'>, visit: (column: number, row: number, piece: number) => void): void {
  const x = (itemAt(ends, 4 * piece) - originM[0]) / cellM;
  const y = (itemAt(ends, 4 * piece + 1) - originM[1]) / cellM;
  const endX = (itemAt(ends, 4 * piece + 2) - originM[0]) / cellM;
  const endY = (itemAt(ends, 4 * piece + 3) - originM[1]) / cellM;
  if (Math.max(x, endX) < -1 || Math.min(x, endX) > columns || Math.max(y, endY) < -1 || Math.min(y, endY) > rows) return;
  const steps = Math.ceil(Math.max(Math.abs(endX - x), Math.abs(endY - y)));
  for (let step = 0; step <= steps; step += 1) {
    const share = steps === 0 ? 0 : step / steps;
    const column = Math.floor(x + (endX - x) * share);
    const row = Math.floor(y + (endY - y) * share);
    visit(column, row, piece);
    visit(column + 1, row, piece);
    visit(column, row + 1, piece);
    visit(column + 1, row + 1, piece);
  }
}
