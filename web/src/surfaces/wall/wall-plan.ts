/** Tiles of governance (治理): orders of supervision, calls to the county, joint matters, appraisal, enforcement, draws, windows, grids. */
export const GOVERNANCE = ['oversight', 'calls', 'joint', 'appraisal', 'enforcement', 'draws', 'services', 'patrol'] as const;
export type GovernanceName = (typeof GOVERNANCE)[number];

/** Tiles of the wall by name. `turn` shows, one after the other, those tiles of governance that have no place of their own. */
export type PanelName = GovernanceName | 'today' | 'rate' | 'platform' | 'trend' | 'lamps' | 'overdue' | 'force' | 'turn' | 'rank-shelf' | 'rank-list' | 'ticker';

/** What the wall shows as a whole (场景): everything at a glance, or the loop of governance in large. */
export const SCENES = ['overview', 'governance'] as const;
export type SceneName = (typeof SCENES)[number];

/** A tile in a rail, from its first to its last row, both counted from 1. */
export interface Slot {
  readonly panel: PanelName;
  readonly from: number;
  readonly to: number;
}

/** A column of tiles (栏): the grid columns it covers and its tiles from top to bottom. */
export interface Rail {
  readonly columns: string;
  readonly slots: readonly Slot[];
}

/** `wide` to 2.5, `broad` to 3, `band` beyond, `tall` up to 4:5. */
export type WallShape = 'wide' | 'broad' | 'band' | 'tall';

/** How one screen is composed: never stretched, but laid out anew for its ratio. */
export interface WallPlan {
  readonly shape: WallShape;
  readonly rows: number;
  /** Grid columns in design units; `null` takes what is left. Edges come on top. */
  readonly columnsU: readonly (number | null)[];
  readonly rails: readonly Rail[];
  /** Where the map lies free. */
  readonly free: { readonly columns: string; readonly from: number; readonly to: number };
  readonly hasInsets: boolean;
  /** What `turn` goes through. */
  readonly turning: readonly GovernanceName[];
  /** The row that ends at the joint of a wall of two rows of screens; tiles keep clear of it. */
  readonly jointAfter: number | null;
}

type Draft = readonly (readonly [PanelName, number])[];

const GAP_U = 14;
/** The gaps beside the map where the joint of two screens lies near its edge: what is written on the map keeps 8 units off it. */
const BAND_JOINT_GAP_U = 28;
const BROAD_JOINT_GAP_U = 34;
const BROAD_EDGE_GAP_U = 24;
/** The gap in the shelf under the map where a joint runs down its middle. */
const SHELF_JOINT_GAP_U = 20;
/** What goes first when space is short (§ drop order); the rest is never dropped. */
const DROP_ORDER: readonly PanelName[] = ['ticker', 'rank-shelf', 'platform', 'trend', 'turn'];
/** The row that ends at half the height. */
const JOINT_ROW = 12;
/** Above this enlargement each rail gives up one tile instead of all shrinking. */
const ROOMY_K = 1.25;

function shapeOf(ratio: number): WallShape {
  if (ratio <= 0.8) return 'tall';
  return ratio < 2.5 ? 'wide' : ratio < 3 ? 'broad' : 'band';
}

/** Takes one tile out of a rail and shares its rows out among the tiles on its side of the joint. */
function without(draft: Draft, panel: PanelName | undefined, jointAfter: number | null): Draft {
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

function stack(draft: Draft, start = 1): Slot[] {
  let from = start;
  return draft.map(([panel, rows]) => {
    const slot = { panel, from, to: from + rows - 1 };
    from += rows;
    return slot;
  });
}

const LEFT: Draft = [['today', 6], ['rate', 6], ['platform', 5], ['trend', 7]];

/** The rails of a scene, each a draft from top to bottom, and what lies under the map. */
interface Composition {
  readonly left: readonly Draft[];
  readonly right: readonly Draft[];
  /** Under the map, side by side. */
  readonly shelf: readonly PanelName[];
}

/** What goes where. The lamps and who is late stay in every scene: red is never turned away. */
const COMPOSITIONS: Readonly<Record<SceneName, Readonly<Record<WallShape, Composition>>>> = {
  overview: {
    wide: { left: [LEFT], right: [[['lamps', 8], ['overdue', 6], ['force', 5], ['turn', 5]]], shelf: ['rank-shelf'] },
    broad: {
      left: [LEFT, [['rank-list', 24]]], shelf: ['calls', 'joint'],
      right: [[['lamps', 12], ['overdue', 6], ['oversight', 6]], [['force', 12], ['appraisal', 6], ['turn', 6]]],
    },
    band: {
      left: [[['today', 6], ['platform', 6], ['rate', 12]], [['rank-list', 24]]], shelf: ['trend', 'calls', 'joint', 'appraisal'],
      right: [[['lamps', 12], ['overdue', 6], ['oversight', 6]], [['force', 12], ['turn', 6], ['ticker', 6]]],
    },
    tall: { left: [[['lamps', 8], ['rate', 6], ['platform', 6]]], right: [[['overdue', 6], ['force', 5], ['trend', 4], ['turn', 5]]], shelf: ['rank-shelf'] },
  },
  governance: {
    wide: { left: [[['oversight', 8], ['calls', 8], ['joint', 8]]], right: [[['lamps', 8], ['overdue', 5], ['appraisal', 6], ['turn', 5]]], shelf: ['rank-shelf'] },
    broad: {
      left: [[['oversight', 12], ['calls', 12]], [['joint', 12], ['appraisal', 12]]], shelf: ['draws', 'services'],
      right: [[['lamps', 12], ['overdue', 12]], [['enforcement', 12], ['patrol', 12]]],
    },
    band: {
      left: [[['oversight', 12], ['calls', 12]], [['joint', 12], ['appraisal', 12]]], shelf: ['enforcement', 'draws', 'services', 'patrol'],
      right: [[['lamps', 12], ['overdue', 12]], [['force', 12], ['ticker', 12]]],
    },
    tall: { left: [[['lamps', 8], ['overdue', 6], ['joint', 6]]], right: [[['oversight', 7], ['calls', 7], ['turn', 6]]], shelf: ['rank-shelf'] },
  },
};

/** The columns of a shape from edge to edge, and which of them each rail and each tile of the shelf covers. */
interface Columns {
  readonly columnsU: readonly (number | null)[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly shelf: readonly string[];
  readonly map: string;
}

const COLUMNS: Readonly<Record<WallShape, Columns>> = {
  wide: { columnsU: [390, GAP_U, null, GAP_U, 390], left: ['2'], map: '4', shelf: ['4'], right: ['6'] },
  broad: {
    columnsU: [450, GAP_U, 450, BROAD_JOINT_GAP_U, null, GAP_U, null, BROAD_EDGE_GAP_U, 455, GAP_U, 455], left: ['2', '4'], map: '6 / 9', shelf: ['6', '8'], right: ['10', '12'],
  },
  band: {
    columnsU: [460, GAP_U, 446, BAND_JOINT_GAP_U, null, GAP_U, null, SHELF_JOINT_GAP_U, null, GAP_U, null, BAND_JOINT_GAP_U, 446, GAP_U, 460],
    left: ['2', '4'], map: '6 / 13', shelf: ['6', '8', '10', '12'], right: ['14', '16'],
  },
  tall: { columnsU: [null, GAP_U, null], left: ['2'], map: '2 / 5', shelf: ['2 / 5'], right: ['4'] },
};

/** Rows of the wall, where the rails begin, and the shelf under the map. */
const ROWS: Readonly<Record<WallShape, { readonly rows: number; readonly railFrom: number; readonly mapFrom: number; readonly shelf: readonly [from: number, to: number] }>> = {
  wide: { rows: 24, railFrom: 1, mapFrom: 1, shelf: [21, 24] },
  broad: { rows: 24, railFrom: 1, mapFrom: 1, shelf: [18, 24] },
  band: { rows: 24, railFrom: 1, mapFrom: 1, shelf: [18, 24] },
  tall: { rows: 44, railFrom: 25, mapFrom: 5, shelf: [21, 24] },
};

/** A screen to be composed. `has`: the tiles of governance this wall may show; one that is missing leaves its place to its neighbours. */
export interface WallWish {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Enlargement of everything. */
  readonly k: number;
  readonly scene: SceneName;
  readonly has: readonly GovernanceName[];
}

/** Composes a scene on a screen. */
export function planWall({ widthPx, heightPx, k, scene, has }: WallWish): WallPlan {
  const shape = shapeOf(widthPx / heightPx);
  const isTight = k > ROOMY_K;
  const jointAfter = shape === 'broad' || shape === 'band' ? JOINT_ROW : null;
  const { left, right, shelf } = COMPOSITIONS[scene][shape];
  const columns = COLUMNS[shape];
  const { rows, railFrom, mapFrom, shelf: [shelfFrom, shelfTo] } = ROWS[shape];
  const placed = new Set<PanelName>([...[...left, ...right].flatMap((draft) => draft.map(([panel]) => panel)), ...shelf]);
  const turning = has.filter((name) => !placed.has(name));
  const missing: readonly PanelName[] = [...GOVERNANCE.filter((name) => !has.includes(name)), ...(turning.length === 0 ? ['turn' as const] : [])];
  const kept = shelf.filter((panel) => !(isTight && panel === 'rank-shelf') && !missing.includes(panel));

  function railsOf(drafts: readonly Draft[], where: readonly string[]): Rail[] {
    return drafts.map((draft, index) => {
      const present = missing.reduce((rest, name) => without(rest, name, jointAfter), draft);
      const dropped = present.length > 1 ? DROP_ORDER.find((name) => present.some(([panel]) => panel === name)) : undefined;
      return { columns: where[index] ?? '', slots: stack(isTight ? without(present, dropped, jointAfter) : present, railFrom) };
    }).filter(({ slots }) => slots.length > 0);
  }

  const rails: Rail[] = [
    ...(shape === 'tall' ? [{ columns: columns.map, slots: [{ panel: 'today', from: 1, to: 4 } as const] }] : []),
    ...railsOf(left, columns.left),
    ...kept.map((panel): Rail => ({ columns: columns.shelf[shelf.indexOf(panel)] ?? '', slots: [{ panel, from: shelfFrom, to: shelfTo }] })),
    ...railsOf(right, columns.right),
  ];
  return {
    shape, rows, columnsU: columns.columnsU, rails, jointAfter, hasInsets: shape === 'band',
    free: { columns: columns.map, from: mapFrom, to: kept.length > 0 ? shelfFrom - 1 : shelfTo },
    turning,
  };
}
