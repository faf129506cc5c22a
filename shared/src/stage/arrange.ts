import { LEAST_ROWS, MOST_SHELF_ROWS, SHAPE_ROOM } from './check-scene.ts';
import type { PanelName } from './panels.ts';
import type { Composition, RailDraft, WallShape } from './scene.ts';

/** A place for a tile: the how-manieth of a rail, counted from the top, or of the shelf, counted from the left. Rails count from the left on each side. */
export interface TileSpot {
  readonly side: 'left' | 'shelf' | 'right';
  readonly rail: number;
  readonly at: number;
}

type Step = 'up' | 'down' | 'left' | 'right';

/** Where a tile lies; null where it is not shown. */
export function spotOf({ left, right, shelf }: Composition, panel: PanelName): TileSpot | null {
  for (const [side, rails] of [['left', left], ['right', right]] as const) {
    for (const [rail, draft] of rails.entries()) {
      const at = draft.findIndex(([name]) => name === panel);
      if (at >= 0) return { side, rail, at };
    }
  }
  const at = shelf.indexOf(panel);
  return at < 0 ? null : { side: 'shelf', rail: 0, at };
}

function withRail(composition: Composition, { side, rail }: TileSpot, draft: RailDraft): Composition {
  if (side === 'shelf') return composition;
  const rails = composition[side].length === rail ? [...composition[side], draft] : composition[side].map((old, index) => (index === rail ? draft : old));
  return { ...composition, [side]: rails.filter(({ length }) => length > 0) };
}

/** Whether the line under a tile is the joint of two screens, which no tile may cross. */
function endsAtJoint(draft: RailDraft, at: number, shape: WallShape): boolean {
  return draft.slice(0, at + 1).reduce((sum, [, rows]) => sum + rows, 0) === SHAPE_ROOM[shape].jointAfter;
}

/** The neighbour that shares its rows with a tile: the one below, or the one above where the joint or the rail's end lies below; null for a tile alone. */
function neighbourOf(draft: RailDraft, at: number, shape: WallShape): number | null {
  if (at + 1 < draft.length && !endsAtJoint(draft, at, shape)) return at + 1;
  return at > 0 && !endsAtJoint(draft, at - 1, shape) ? at - 1 : null;
}

const rowsAt = (draft: RailDraft, at: number): number => draft[at]?.[1] ?? 0;

/** Takes a tile off; its rows go to its neighbour, and a rail without tiles is gone. */
export function removeTile(composition: Composition, panel: PanelName, shape: WallShape): Composition {
  const spot = spotOf(composition, panel);
  if (spot === null) return composition;
  if (spot.side === 'shelf') return { ...composition, shelf: composition.shelf.filter((name) => name !== panel) };
  const draft = composition[spot.side][spot.rail] ?? [];
  const heir = neighbourOf(draft, spot.at, shape) ?? (spot.at > 0 ? spot.at - 1 : spot.at + 1);
  const freed = rowsAt(draft, spot.at);
  return withRail(composition, spot, draft.map(([name, rows], index) => [name, index === heir ? rows + freed : rows] as const).filter(([name]) => name !== panel));
}

/** Gives a tile more rows, or fewer, at the cost of its neighbour. Unchanged where one of the two would become too low, or the tile is alone. */
export function resizeTile(composition: Composition, panel: PanelName, by: number, shape: WallShape): Composition {
  const spot = spotOf(composition, panel);
  if (spot === null) return composition;
  if (spot.side === 'shelf') return { ...composition, shelfRows: Math.min(MOST_SHELF_ROWS, Math.max(LEAST_ROWS, composition.shelfRows + by)) };
  const draft = composition[spot.side][spot.rail] ?? [];
  const other = neighbourOf(draft, spot.at, shape);
  if (other === null || rowsAt(draft, spot.at) + by < LEAST_ROWS || rowsAt(draft, other) - by < LEAST_ROWS) return composition;
  return withRail(composition, spot, draft.map(([name, rows], index) => [name, rows + (index === spot.at ? by : index === other ? -by : 0)] as const));
}

/** The rail with a tile put in: it takes half of the tile it is laid on, or of the highest one; null where all are too low to share. */
function insert(draft: RailDraft, panel: PanelName, at: number, shape: WallShape): RailDraft | null {
  if (draft.length === 0) return [[panel, SHAPE_ROOM[shape].railRows]];
  const laidOn = Math.min(at, draft.length - 1);
  const highest = draft.findIndex(([, rows]) => rows === Math.max(...draft.map(([, each]) => each)));
  const donor = rowsAt(draft, laidOn) >= 2 * LEAST_ROWS ? laidOn : highest;
  const taken = Math.floor(rowsAt(draft, donor) / 2);
  if (taken < LEAST_ROWS) return null;
  const rest = draft.map(([name, rows], index) => [name, index === donor ? rows - taken : rows] as const);
  return [...rest.slice(0, at), [panel, taken], ...rest.slice(at)];
}

/** Lays a tile on a place, taking it from where it was; `rail` may be one more than there are where the shape has room. Null where it cannot lie there. */
export function placeTile(composition: Composition, panel: PanelName, to: TileSpot, shape: WallShape): Composition | null {
  const room = SHAPE_ROOM[shape];
  const rest = removeTile(composition, panel, shape);
  if (to.side === 'shelf') {
    if (rest.shelf.length >= room.shelf) return null;
    return { ...rest, shelf: [...rest.shelf.slice(0, to.at), panel, ...rest.shelf.slice(to.at)] };
  }
  if (to.rail >= room[to.side]) return null;
  const from = spotOf(composition, panel);
  const isGone = from !== null && from.side === to.side && rest[to.side].length < composition[to.side].length;
  const rail = isGone && from.rail < to.rail ? to.rail - 1 : to.rail;
  const draft = insert(rest[to.side][rail] ?? [], panel, Math.min(to.at, rest[to.side][rail]?.length ?? 0), shape);
  return draft && withRail(rest, { ...to, rail: Math.min(rail, rest[to.side].length) }, draft);
}

/** Exchanges a tile with its neighbour. Rows go along with the tiles, but at a joint every place keeps its own. */
function exchange(composition: Composition, spot: TileSpot, other: number, shape: WallShape): Composition {
  if (spot.side === 'shelf') {
    const shelf = [...composition.shelf];
    [shelf[spot.at], shelf[other]] = [shelf[other]!, shelf[spot.at]!];
    return { ...composition, shelf };
  }
  const draft = composition[spot.side][spot.rail] ?? [];
  const isFixed = SHAPE_ROOM[shape].jointAfter !== null;
  const order = draft.map((_, index) => (index === spot.at ? other : index === other ? spot.at : index));
  return withRail(composition, spot, order.map((from, index) => [draft[from]![0], rowsAt(draft, isFixed ? index : from)] as const));
}

/**
 * Moves a tile one step, as an arrow key does: up and down in its rail, left and right to the next column of tiles, the shelf being one
 * between the sides. Unchanged where there is nowhere to go.
 */
export function stepTile(composition: Composition, panel: PanelName, step: Step, shape: WallShape): Composition {
  const spot = spotOf(composition, panel);
  if (spot === null) return composition;
  const isAlong = spot.side === 'shelf' ? step === 'left' || step === 'right' : step === 'up' || step === 'down';
  const by = step === 'up' || step === 'left' ? -1 : 1;
  if (isAlong) {
    const length = spot.side === 'shelf' ? composition.shelf.length : composition[spot.side][spot.rail]?.length ?? 0;
    if (spot.at + by >= 0 && spot.at + by < length) return exchange(composition, spot, spot.at + by, shape);
  }
  if (step === 'up' || step === 'down') return composition;
  const columns: TileSpot[] = [
    ...composition.left.map((_, rail) => ({ side: 'left', rail, at: spot.at }) as const), { side: 'shelf', rail: 0, at: by > 0 ? 0 : composition.shelf.length },
    ...composition.right.map((_, rail) => ({ side: 'right', rail, at: spot.at }) as const),
  ];
  const here = columns.findIndex(({ side, rail }) => side === spot.side && rail === spot.rail);
  for (let to = here + by; columns[to] !== undefined; to += by) {
    const moved = placeTile(composition, panel, columns[to]!, shape);
    if (moved) return moved;
  }
  return composition;
}
