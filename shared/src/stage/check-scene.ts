import type { Composition, Scene, WallShape } from './scene.ts';
import { SHAPES } from './scene.ts';

/** Rails a shape has room for on each side, tiles under its map, and rows of a rail. `jointAfter`: the row that ends at a joint. */
export interface ShapeRoom {
  readonly left: number;
  readonly right: number;
  readonly shelf: number;
  readonly railRows: number;
  readonly jointAfter: number | null;
}

export const SHAPE_ROOM: Readonly<Record<WallShape, ShapeRoom>> = {
  wide: { left: 1, right: 1, shelf: 2, railRows: 24, jointAfter: null },
  ultra: { left: 1, right: 2, shelf: 2, railRows: 24, jointAfter: null },
  broad: { left: 2, right: 2, shelf: 2, railRows: 24, jointAfter: 12 },
  band: { left: 2, right: 2, shelf: 4, railRows: 24, jointAfter: 12 },
  long: { left: 3, right: 3, shelf: 4, railRows: 24, jointAfter: 12 },
  tall: { left: 1, right: 1, shelf: 1, railRows: 20, jointAfter: null },
};

/** The list that parts at the joint by itself. */
const PARTS_AT_JOINT = 'rank-list';
/** A lower tile shows nothing. */
export const LEAST_ROWS = 4;
/** A higher shelf leaves no map. */
export const MOST_SHELF_ROWS = 12;

/** Why a scene cannot be laid on one of its shapes. `row`: rail and tile in words of the data. */
export interface SceneFault {
  readonly shape: WallShape;
  readonly rule: 'rail-count' | 'rail-rows' | 'tile-rows' | 'across-joint' | 'shelf' | 'twice' | 'never-dropped';
  readonly row: string;
}

function faultsOf(shape: WallShape, { left, right, shelf, shelfRows }: Composition): SceneFault[] {
  const room = SHAPE_ROOM[shape];
  const faults: SceneFault[] = [];
  const fault = (rule: SceneFault['rule'], row: string): void => void faults.push({ shape, rule, row });
  if (left.length > room.left || right.length > room.right) fault('rail-count', `${left.length}+${right.length}`);
  for (const [at, rail] of [...left, ...right].entries()) {
    let to = 0;
    for (const [panel, rows] of rail) {
      if (!Number.isInteger(rows) || rows < LEAST_ROWS) fault('tile-rows', `${at}:${panel}`);
      const from = to + 1;
      to += rows;
      if (room.jointAfter !== null && panel !== PARTS_AT_JOINT && from <= room.jointAfter && to > room.jointAfter) fault('across-joint', `${at}:${panel}`);
    }
    if (to !== room.railRows) fault('rail-rows', `${at}:${to}`);
  }
  const isFull = shelf.length === room.shelf || (room.jointAfter === null && shelf.length < room.shelf) || shelf.length === 0;
  if (!isFull || (shelf.length > 0 && (shelfRows < LEAST_ROWS || shelfRows > MOST_SHELF_ROWS))) fault('shelf', `${shelf.length}×${shelfRows}`);
  const panels = [...[...left, ...right].flatMap((rail) => rail.map(([panel]) => panel)), ...shelf];
  for (const panel of new Set(panels)) if (panels.indexOf(panel) !== panels.lastIndexOf(panel)) fault('twice', panel);
  for (const panel of ['lamps', 'overdue'] as const) if (!panels.includes(panel)) fault('never-dropped', panel);
  return faults;
}

/**
 * Everything that keeps a scene from being laid on a wall: too many rails, rails that do not fill their rows, tiles across a joint or shown twice, and the
 * lamps or who is late left out, for red is never turned away.
 */
export function sceneFaults(scene: Pick<Scene, 'shapes'>): readonly SceneFault[] {
  return SHAPES.flatMap((shape) => faultsOf(shape, scene.shapes[shape]));
}
