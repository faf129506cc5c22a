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
/** What goes first when space is short (§ drop order); the rest is never dropped. */
const DROP_ORDER: readonly PanelName[] = ['ticker', 'rank-shelf', 'platform', 'trend', 'call'];
/** Above this enlargement each rail gives up one tile instead of all shrinking. */
const ROOMY_K = 1.25;

function shapeOf(ratio: number): WallShape {
  if (ratio <= 0.8) return 'tall';
  return ratio < 2.5 ? 'wide' : ratio < 3 ? 'broad' : 'band';
}

/** Takes the first tile by drop order out of a rail that has several and gives its rows to the one above, or to the one below when it led. */
function withoutOne(draft: Draft): Draft {
  const dropped = draft.length > 1 ? DROP_ORDER.find((name) => draft.some(([panel]) => panel === name)) : undefined;
  if (dropped === undefined) return draft;
  const at = draft.findIndex(([panel]) => panel === dropped);
  const heir = at === 0 ? 1 : at - 1;
  const freed = draft[at]?.[1] ?? 0;
  return draft.map(([panel, rows], index) => [panel, index === heir ? rows + freed : rows] as const).filter((_, index) => index !== at);
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
  const rail = (columns: string, draft: Draft, start = 1): Rail => ({ columns, slots: stack(isTight ? withoutOne(draft) : draft, start) });
  const shelf = (columns: string, panel: PanelName, from: number, to: number): Rail[] => (isTight && panel === 'rank-shelf' ? [] : [{ columns, slots: [{ panel, from, to }] }]);
  const freeTo = (below: number): number => (isTight ? 24 : below);
  switch (shape) {
    case 'wide': return {
      shape, rows: 24, columnsU: [390, GAP_U, null, GAP_U, 390], hasInsets: false, jointAfter: null, free: { columns: '4', from: 1, to: freeTo(20) },
      rails: [rail('2', LEFT), ...shelf('4', 'rank-shelf', 21, 24), rail('6', [['lamps', 8], ['overdue', 6], ['force', 5], ['call', 5]])],
    };
    case 'broad': return {
      shape, rows: 24, columnsU: [450, GAP_U, null, GAP_U, 455, GAP_U, 455], hasInsets: false, jointAfter: 12, free: { columns: '4', from: 1, to: freeTo(20) },
      rails: [rail('2', LEFT), ...shelf('4', 'rank-shelf', 21, 24), rail('6', [['lamps', 12], ['overdue', 12]]), rail('8', [['force', 12], ['call', 5], ['ticker', 7]])],
    };
    case 'band': return {
      shape, rows: 24, columnsU: [460, GAP_U, 446, GAP_U, null, GAP_U, 446, GAP_U, 460], hasInsets: true, jointAfter: 12, free: { columns: '6', from: 1, to: 19 },
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
