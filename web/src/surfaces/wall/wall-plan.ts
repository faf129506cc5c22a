/** Tiles of the wall by name. */
export type PanelName = 'today' | 'rate' | 'platform' | 'trend' | 'lamps' | 'overdue' | 'force' | 'call' | 'rank-shelf' | 'rank-list' | 'ticker';

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
  /** The row that ends at the joint of a wall of two rows of screens; tiles keep clear of it. */
  readonly jointAfter: number | null;
}

type Draft = readonly (readonly [PanelName, number])[];

const GAP_U = 14;
/** The gaps beside the map where the joint of two screens lies near its edge: what is written on the map keeps 8 units off it. */
const BAND_JOINT_GAP_U = 28;
const BROAD_JOINT_GAP_U = 24;
/** What goes first when space is short (§ drop order); the rest is never dropped. */
const DROP_ORDER: readonly PanelName[] = ['ticker', 'rank-shelf', 'platform', 'trend', 'call'];
/** The row that ends at half the height. */
const JOINT_ROW = 12;
/** Above this enlargement each rail gives up one tile instead of all shrinking. */
const ROOMY_K = 1.25;

function shapeOf(ratio: number): WallShape {
  if (ratio <= 0.8) return 'tall';
  return ratio < 2.5 ? 'wide' : ratio < 3 ? 'broad' : 'band';
}

/** Takes the first tile by drop order out of a rail of several and shares its rows out among the tiles on its side of the joint. */
function withoutOne(draft: Draft, jointAfter: number | null): Draft {
  const dropped = draft.length > 1 ? DROP_ORDER.find((name) => draft.some(([panel]) => panel === name)) : undefined;
  const slots = stack(draft);
  const gone = slots.find(({ panel }) => panel === dropped);
  if (gone === undefined) return draft;
  const isBelow = ({ from }: Slot): boolean => jointAfter !== null && from > jointAfter;
  const heirs = slots.filter((slot) => slot !== gone && isBelow(slot) === isBelow(gone));
  const rows = new Map(draft.filter(([panel]) => panel !== dropped));
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

/** Composes a screen of `widthPx` × `heightPx` with everything enlarged by `k`. */
export function planWall({ widthPx, heightPx, k }: { widthPx: number; heightPx: number; k: number }): WallPlan {
  const shape = shapeOf(widthPx / heightPx);
  const isTight = k > ROOMY_K;
  const rail = (columns: string, draft: Draft, start = 1): Rail => ({ columns, slots: stack(isTight ? withoutOne(draft, shape === 'broad' || shape === 'band' ? JOINT_ROW : null) : draft, start) });
  const shelf = (columns: string, panel: PanelName, from: number, to: number): Rail[] => (isTight && panel === 'rank-shelf' ? [] : [{ columns, slots: [{ panel, from, to }] }]);
  const freeTo = (below: number): number => (isTight ? 24 : below);
  switch (shape) {
    case 'wide': return {
      shape, rows: 24, columnsU: [390, GAP_U, null, GAP_U, 390], hasInsets: false, jointAfter: null, free: { columns: '4', from: 1, to: freeTo(20) },
      rails: [rail('2', LEFT), ...shelf('4', 'rank-shelf', 21, 24), rail('6', [['lamps', 8], ['overdue', 6], ['force', 5], ['call', 5]])],
    };
    case 'broad': return {
      shape, rows: 24, columnsU: [450, GAP_U, null, BROAD_JOINT_GAP_U, 455, GAP_U, 455], hasInsets: false, jointAfter: JOINT_ROW, free: { columns: '4', from: 1, to: freeTo(20) },
      rails: [rail('2', LEFT), ...shelf('4', 'rank-shelf', 21, 24), rail('6', [['lamps', 12], ['overdue', 12]]), rail('8', [['force', 12], ['call', 5], ['ticker', 7]])],
    };
    case 'band': return {
      shape, rows: 24, columnsU: [460, GAP_U, 446, BAND_JOINT_GAP_U, null, BAND_JOINT_GAP_U, 446, GAP_U, 460], hasInsets: true, jointAfter: JOINT_ROW, free: { columns: '6', from: 1, to: 19 },
      rails: [
        rail('2', [['today', 6], ['platform', 6], ['rate', 12]]), rail('4', [['rank-list', 24]]), ...shelf('6', 'trend', 20, 24),
        rail('8', [['lamps', 12], ['overdue', 12]]), rail('10', [['force', 12], ['call', 5], ['ticker', 7]]),
      ],
    };
    case 'tall': return {
      shape, rows: 44, columnsU: [null, GAP_U, null], hasInsets: false, jointAfter: null, free: { columns: '2 / 5', from: 5, to: isTight ? 24 : 20 },
      rails: [
        { columns: '2 / 5', slots: [{ panel: 'today', from: 1, to: 4 }] }, ...shelf('2 / 5', 'rank-shelf', 21, 24),
        rail('2', [['lamps', 8], ['rate', 6], ['platform', 6]], 25), rail('4', [['overdue', 6], ['force', 5], ['trend', 4], ['call', 5]], 25),
      ],
    };
  }
}
