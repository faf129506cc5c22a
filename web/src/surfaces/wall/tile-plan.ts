import type { Composition, PanelName, RailDraft, WallShape } from '@wangge/shared/stage';
import { layFromLeft, layFromRight, shareOut, spansOf, type Placed, type SpanU } from './tile-spans.ts';
import { layRail, neededRows, planRows, trackOf, type RowPlan } from './tile-rows.ts';
import type { Rail, WallPlan } from './composed-wall.ts';

/** A wall of several displays as one picture, design units. */
export interface TiledWall {
  readonly across: number;
  readonly down: number;
  readonly pictureWidthU: number;
  readonly pictureHeightU: number;
  readonly bezelU: number;
  /** Safe margin at the wall's edge, and heights of the bars above and below. */
  readonly edgeU: number;
  readonly topU: number;
  readonly stripU: number;
}

const GAP_U = 14;
const LEAST_SHELF_U = 300;
/** Less than this is no map between the rails: they get narrower, then an inner one is left out, then they get narrower still. */
const LEAST_MAP_U = 240;
const NARROWER = [{ isWhole: true, share: 1 }, { isWhole: true, share: 0.88 }, { isWhole: false, share: 1 }, { isWhole: false, share: 0.88 }, { isWhole: false, share: 0.72 }, { isWhole: false, share: 0.6 }];
const NEVER_DROPPED: readonly PanelName[] = ['lamps', 'overdue'];
const LEAST_SHELF_ROWS = 4;
/** Room beside which a live detail of the map finds its place, and its height. */
const INSET_U = { width: 450, height: 400 };
/** Widths of rails from the edge inward, by shape; others are as wide as their scene says. */
const RAILS_U: Readonly<Partial<Record<WallShape, readonly number[]>>> = { broad: [450, 450], band: [460, 446], long: [460, 446, 460] };
const USUAL_RAIL_U = 390;

/** What a composition becomes on a wall of displays. */
export interface TiledWish {
  readonly shape: WallShape;
  readonly composition: Composition;
  readonly left: readonly RailDraft[];
  readonly right: readonly RailDraft[];
  readonly shelf: readonly PanelName[];
  readonly wall: TiledWall;
  readonly rows: { readonly rows: number; readonly railFrom: number; readonly mapFrom: number; readonly mapTo: number };
}

/** Columns out of the edges of everything that is laid beside each other. */
function columnsOf(spans: readonly SpanU[], whole: SpanU): { readonly columnsU: (number | null)[]; at(span: SpanU): string } {
  const edges = [...new Set([whole, ...spans].flatMap(({ from, to }) => [from, to]).map((edge) => Math.round(edge * 100) / 100))].sort((a, b) => a - b);
  const index = (edge: number): number => edges.indexOf(Math.round(edge * 100) / 100) + 2;
  const widest = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0)).reduce((best, width, at, all) => (width > (all[best] ?? 0) ? at : best), 0);
  return {
    columnsU: edges.slice(1).map((edge, at) => (at === widest ? null : Math.round((edge - (edges[at] ?? 0)) * 100) / 100)),
    at: ({ from, to }) => `${index(from)} / ${index(to)}`,
  };
}

/** Under the map, on the lowest display that has room for it. */
function shelfRows(plan: RowPlan, wanted: number, mapTo: number): { readonly from: number; readonly to: number; readonly displayRow: number } | null {
  const displayRow = plan.parts.findIndex(({ from, to }) => mapTo >= from && mapTo <= to) + 1;
  const part = plan.parts[displayRow - 1];
  if (part === undefined) return null;
  const from = Math.max(part.from, mapTo - Math.max(wanted, neededRows('trend', wanted, part.rowU)) + 1);
  return mapTo - from + 1 >= Math.min(wanted, LEAST_SHELF_ROWS) ? { from, to: mapTo, displayRow } : null;
}

/** Rails from the edge inward without the innermost, unless that shows what is never left out. */
function withoutInner(drafts: readonly RailDraft[]): readonly RailDraft[] {
  const inner = drafts.length > 1 ? drafts.at(-1) : undefined;
  return inner === undefined || inner.some(([panel]) => NEVER_DROPPED.includes(panel)) ? drafts : drafts.slice(0, -1);
}

/**
 * Composes a scene on a wall of several displays (拼接): every tile lies on one display, clear of the bezels, whatever their number; only the map and the
 * bars above and below go on behind them. The same for each of its browsers.
 */
export function planTiles({ shape, composition, left, right, shelf, wall, rows }: TiledWish): Pick<WallPlan, 'columnsU' | 'rails' | 'rows' | 'rowTemplate' | 'free' | 'jointAfter'> & { readonly hasInsetRoom: boolean } {
  const widthU = wall.across * wall.pictureWidthU + (wall.across - 1) * wall.bezelU;
  const heightU = wall.down * wall.pictureHeightU + (wall.down - 1) * wall.bezelU;
  const whole: SpanU = { from: wall.edgeU, to: widthU - wall.edgeU };
  const across = { count: wall.across, pictureU: wall.pictureWidthU, bezelU: wall.bezelU };
  const spans = spansOf(whole, across);
  const rowPlan = planRows(rows.rows, spansOf({ from: wall.topU, to: heightU - wall.stripU }, { count: wall.down, pictureU: wall.pictureHeightU, bezelU: wall.bezelU }));

  const isTall = shape === 'tall';
  const half = (whole.to - whole.from - GAP_U) / 2;
  const lay = ({ isWhole, share }: (typeof NARROWER)[number]) => {
    const lengths = (count: number, usual: number): number[] => Array.from({ length: count }, (_, at) => (isTall ? half : share * (RAILS_U[shape]?.[at] ?? usual)));
    const [onLeft, onRight] = isWhole ? [left, right] : [withoutInner(left), withoutInner(right.toReversed()).toReversed()];
    const leftAt = layFromLeft(lengths(onLeft.length, composition.leftU ?? USUAL_RAIL_U), spans, GAP_U);
    const rightAt = layFromRight(lengths(onRight.length, composition.rightU ?? USUAL_RAIL_U).toReversed(), spans, GAP_U);
    const middle: SpanU = isTall ? whole : { from: leftAt.length === 0 ? whole.from : (leftAt.at(-1)?.to ?? 0) + GAP_U, to: rightAt.length === 0 ? whole.to : (rightAt[0]?.from ?? 0) - GAP_U };
    return { onLeft, onRight, leftAt, rightAt, middle, hasMap: middle.to - middle.from >= LEAST_MAP_U };
  };
  const tries = NARROWER.map(lay);
  const { onLeft, onRight, leftAt, rightAt, middle } = tries.find(({ hasMap }) => hasMap) ?? tries.at(-1)!;
  const shelfSpan = shelfRows(rowPlan, composition.shelfRows, rows.mapTo);
  const shelfAt = shelfSpan === null ? [] : shareOut(shelf.length, spansOf(middle, across), GAP_U, LEAST_SHELF_U);
  const [first = whole] = spans;
  const headAt: Placed[] = isTall ? [{ ...first, display: 1 }] : [];

  const columns = columnsOf([middle, ...leftAt, ...rightAt, ...shelfAt, ...headAt], whole);
  const rail = (at: Placed, draft: RailDraft, from: number, to: number): Rail => ({ columns: columns.at(at), displayColumn: at.display, slots: layRail(draft, rowPlan, from, to) });
  const rails = [
    ...headAt.map((at) => rail(at, [['today', rows.mapFrom - 1]], 1, rows.mapFrom - 1)),
    ...leftAt.map((at, index) => rail(at, onLeft[index] ?? [], rows.railFrom, rows.rows)),
    ...shelfAt.map((at, index): Rail => ({
      columns: columns.at(at), displayColumn: at.display,
      slots: [{ panel: shelf[index] ?? 'ticker', from: trackOf(shelfSpan?.from ?? 1, rowPlan), to: trackOf(shelfSpan?.to ?? 1, rowPlan), displayRow: shelfSpan?.displayRow ?? 1 }],
    })),
    ...rightAt.map((at, index) => rail(at, onRight[index] ?? [], rows.railFrom, rows.rows)),
  ].filter(({ slots }) => slots.length > 0);

  const freeTo = shelfAt.length > 0 && shelfSpan !== null ? shelfSpan.from - 1 : rows.mapTo;
  const [firstFree, lastFree] = [spansOf(middle, across).find(({ from, to }) => to > from), spansOf(middle, across).findLast(({ from, to }) => to > from)];
  const hasInsetRoom = [firstFree, lastFree].every((span) => span !== undefined && span.to - span.from >= INSET_U.width) && wall.pictureHeightU - wall.topU >= INSET_U.height;
  return {
    columnsU: columns.columnsU, rails, rows: rowPlan.tracks, rowTemplate: rowPlan.template, jointAfter: null, hasInsetRoom,
    free: { columns: columns.at(middle), from: trackOf(rows.mapFrom, rowPlan), to: trackOf(freeTo, rowPlan) },
  };
}

/** What of a plan one display shows. */
export function railsOn(rails: readonly Rail[], tile: { readonly column: number; readonly row: number }): Rail[] {
  return rails.filter(({ displayColumn }) => displayColumn === undefined || displayColumn === tile.column)
    .map((rail) => ({ ...rail, slots: rail.slots.filter(({ displayRow }) => displayRow === undefined || displayRow === tile.row) }))
    .filter(({ slots }) => slots.length > 0);
}
