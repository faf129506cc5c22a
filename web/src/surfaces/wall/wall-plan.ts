import { GOVERNANCE, SHAPE_ROOM, type Composition, type GovernanceName, type PanelName, type RailDraft, type Scene, type WallShape } from '@wangge/shared/stage';
import type { Rail, Slot, WallPlan } from './composed-wall.ts';
import { planTiles, type TiledWall } from './tile-plan.ts';

const GAP_U = 14;
/** The gaps beside the map where the joint of two screens lies near its edge: what is written on the map keeps 8 units off it. */
const BAND_JOINT_GAP_U = 28;
const BROAD_JOINT_GAP_U = 34;
const BROAD_EDGE_GAP_U = 24;
/** The gap in the shelf under the map where a joint runs down its middle. */
const SHELF_JOINT_GAP_U = 20;
/** From a third rail of a long wall to the next joint, and the gap over that joint. */
const LONG_SHELF_U = 470;
const LONG_JOINT_GAP_U = 16;
/** Width of a rail that no joint fixes. */
const RAIL_U = 390;
/** What goes first when space is short (§ drop order); the rest is never dropped. */
const DROP_ORDER: readonly PanelName[] = ['ticker', 'rank-shelf', 'platform', 'trend', 'turn'];
/** Above this enlargement each rail gives up one tile instead of all shrinking. */
const ROOMY_K = 1.25;

/** The shape of a screen by its ratio. */
export function shapeOf(ratio: number): WallShape {
  if (ratio <= 0.8) return 'tall';
  if (ratio < 2.2) return 'wide';
  if (ratio < 2.5) return 'ultra';
  return ratio < 3 ? 'broad' : ratio < 4.4 ? 'band' : 'long';
}

/** Takes one tile out of a rail and shares its rows out among the tiles on its side of the joint. */
function without(draft: RailDraft, panel: PanelName | undefined, jointAfter: number | null): RailDraft {
  const slots = stack(draft);
  const gone = slots.find((slot) => slot.panel === panel);
  if (gone === undefined) return draft;
  const isBelow = ({ from }: Slot): boolean => jointAfter !== null && from > jointAfter;
  const heirs = slots.filter((slot) => slot !== gone && isBelow(slot) === isBelow(gone));
  const rows = new Map(draft.filter((entry) => entry[0] !== panel));
  for (let freed = gone.to - gone.from + 1, turn = 0; freed > 0 && heirs.length > 0; freed -= 1, turn += 1) {
    const heir = heirs[turn % heirs.length]?.panel ?? gone.panel;
    rows.set(heir, (rows.get(heir) ?? 0) + 1);
  }
  return [...rows];
}

function stack(draft: RailDraft, start = 1): Slot[] {
  let from = start;
  return draft.map(([panel, rows]) => {
    const slot = { panel, from, to: from + rows - 1 };
    from += rows;
    return slot;
  });
}

/** The columns of a screen from edge to edge, and which of them each rail, each tile of the shelf and the map cover. */
interface Columns {
  readonly columnsU: readonly (number | null)[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly shelf: readonly string[];
  readonly map: string;
}

/** Where the joints of screens fix the columns: rails from the edges inward, the shelf between. `map`: from the first column that no rail takes. */
const FIXED: Readonly<Partial<Record<WallShape, Columns>>> = {
  broad: {
    columnsU: [450, GAP_U, 450, BROAD_JOINT_GAP_U, null, GAP_U, null, BROAD_EDGE_GAP_U, 455, GAP_U, 455], left: ['2', '4'], map: '6 / 9', shelf: ['6', '8'], right: ['10', '12'],
  },
  band: {
    columnsU: [460, GAP_U, 446, BAND_JOINT_GAP_U, null, GAP_U, null, SHELF_JOINT_GAP_U, null, GAP_U, null, BAND_JOINT_GAP_U, 446, GAP_U, 460],
    left: ['2', '4'], map: '6 / 13', shelf: ['6', '8', '10', '12'], right: ['14', '16'],
  },
  long: {
    columnsU: [
      460, GAP_U, 446, BAND_JOINT_GAP_U, 460, GAP_U, LONG_SHELF_U, LONG_JOINT_GAP_U, null, LONG_JOINT_GAP_U, null, LONG_JOINT_GAP_U, LONG_SHELF_U, GAP_U, 460, BAND_JOINT_GAP_U, 446, GAP_U, 460,
    ],
    left: ['2', '4', '6'], map: '8 / 15', shelf: ['8', '10', '12', '14'], right: ['16', '18', '20'],
  },
};

/** Columns where nothing but the scene decides: its rails as wide as it says, its shelf in equal parts. */
function freeColumns({ left, right, shelf, leftU = RAIL_U, rightU = RAIL_U }: Composition, isTall: boolean): Columns {
  if (isTall) return { columnsU: [null, GAP_U, null], left: ['2'], map: '2 / 5', shelf: ['2 / 5'], right: ['4'] };
  const parts = Math.max(1, shelf.length);
  const spread = (count: number, widthU: number | null): (number | null)[] => Array.from({ length: count }, () => [widthU, GAP_U]).flat();
  const at = (from: number, count: number): string[] => Array.from({ length: count }, (_, index) => String(from + 2 * index));
  const mapFrom = 2 + 2 * left.length;
  const mapTo = mapFrom + 2 * parts - 1;
  return {
    columnsU: [...spread(left.length, leftU), ...spread(parts, null), ...spread(right.length, rightU)].slice(0, -1),
    left: at(2, left.length), shelf: at(mapFrom, parts), right: at(mapTo + 1, right.length), map: `${mapFrom} / ${mapTo}`,
  };
}

/** Rails lie at the edges: where a side has fewer than its shape has room for, the map takes what they leave. */
function columnsOf(shape: WallShape, composition: Composition): Columns {
  const fixed = FIXED[shape];
  if (fixed === undefined) return freeColumns(composition, shape === 'tall');
  const left = fixed.left.slice(0, composition.left.length);
  const right = fixed.right.slice(fixed.right.length - composition.right.length);
  const [from, to] = fixed.map.split(' / ');
  const isWhole = left.length === fixed.left.length && right.length === fixed.right.length;
  if (isWhole) return fixed;
  const mapFrom = left.length === fixed.left.length ? from : fixed.left[left.length];
  const outermost = fixed.right[fixed.right.length - right.length - 1];
  const mapTo = right.length === fixed.right.length ? to : String(Number(outermost) + 1);
  return { ...fixed, left, right, map: `${mapFrom ?? '2'} / ${mapTo ?? '-2'}` };
}

/** Rows of a wall and of its parts. */
const TALL = { rows: 44, railFrom: 25, mapFrom: 5, mapTo: 24 };
const FLAT = { rows: 24, railFrom: 1, mapFrom: 1, mapTo: 24 };

const BLANK: Composition = { left: [], right: [], shelf: [], shelfRows: 0 };

/** What a wall shows before it was told its scenes: the map alone. */
export const BLANK_SCENE: Pick<Scene, 'shapes' | 'hasInsets'> = { shapes: { wide: BLANK, ultra: BLANK, broad: BLANK, band: BLANK, long: BLANK, tall: BLANK }, hasInsets: false };

/** A screen to be composed. `has`: the tiles of governance this wall may show; one that is missing leaves its place to its neighbours. */
export interface WallWish {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Enlargement of everything. */
  readonly k: number;
  readonly scene: Pick<Scene, 'shapes' | 'hasInsets'>;
  readonly has: readonly GovernanceName[];
  /** The displays it is made of where several browsers show it; null for one screen. */
  readonly tiled?: TiledWall | null;
}

/** Composes a scene on a screen. */
export function planWall({ widthPx, heightPx, k, scene, has, tiled = null }: WallWish): WallPlan {
  const shape = shapeOf(widthPx / heightPx);
  const isTight = k > ROOMY_K;
  const jointAfter = tiled === null ? SHAPE_ROOM[shape].jointAfter : null;
  const composition = scene.shapes[shape];
  const { left, right, shelf } = composition;
  const columns = columnsOf(shape, composition);
  const { rows, railFrom, mapFrom, mapTo } = shape === 'tall' ? TALL : FLAT;
  const shelfFrom = mapTo - composition.shelfRows + 1;
  const placed = new Set<PanelName>([...[...left, ...right].flatMap((draft) => draft.map(([panel]) => panel)), ...shelf]);
  const turning = has.filter((name) => !placed.has(name));
  const missing: readonly PanelName[] = [...GOVERNANCE.filter((name) => !has.includes(name)), ...(turning.length === 0 ? ['turn' as const] : [])];
  const kept = shelf.filter((panel) => !(isTight && panel === 'rank-shelf') && !missing.includes(panel));

  /** A rail without what is missing here, and without what goes first where space is short. */
  function present(draft: RailDraft): RailDraft {
    const here = missing.reduce((rest, name) => without(rest, name, jointAfter), draft);
    const dropped = here.length > 1 ? DROP_ORDER.find((name) => here.some(([panel]) => panel === name)) : undefined;
    return isTight ? without(here, dropped, jointAfter) : here;
  }

  const railsOf = (drafts: readonly RailDraft[], where: readonly string[]): Rail[] =>
    drafts.map((draft, index) => ({ columns: where[index] ?? '', slots: stack(present(draft), railFrom) })).filter(({ slots }) => slots.length > 0);

  const hasInsets = scene.hasInsets && (shape === 'band' || shape === 'long');
  if (tiled !== null) {
    const rails = [left, right].map((side) => side.map(present));
    const { hasInsetRoom, ...plan } = planTiles({ shape, composition, left: rails[0] ?? [], right: rails[1] ?? [], shelf: kept, wall: tiled, rows: { rows, railFrom, mapFrom, mapTo } });
    return { ...plan, shape, turning, hasInsets: hasInsets && hasInsetRoom };
  }

  const rails: Rail[] = [
    ...(shape === 'tall' ? [{ columns: columns.map, slots: [{ panel: 'today', from: 1, to: 4 } as const] }] : []),
    ...railsOf(left, columns.left),
    ...kept.map((panel): Rail => ({ columns: columns.shelf[shelf.indexOf(panel)] ?? '', slots: [{ panel, from: shelfFrom, to: mapTo }] })),
    ...railsOf(right, columns.right),
  ];
  return {
    shape, rows, rowTemplate: `repeat(${rows}, minmax(0, 1fr))`, columnsU: columns.columnsU, rails, jointAfter, hasInsets,
    free: { columns: columns.map, from: mapFrom, to: kept.length > 0 ? shelfFrom - 1 : mapTo },
    turning,
  };
}
