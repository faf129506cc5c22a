import type { PanelName, RailDraft } from '@wangge/shared/stage';
import { lengthOf, type SpanU } from './tile-spans.ts';

/** How the rows of a wall fall on the displays from top to bottom. Tracks are counted from 1; one more lies on each joint. */
export interface RowPlan {
  /** `grid-template-rows` of what lies between top bar and strip. */
  readonly template: string;
  readonly tracks: number;
  /** Rows of each display. */
  readonly parts: readonly { readonly from: number; readonly to: number; readonly rowU: number }[];
}

/** A tile of a rail with its tracks and the display it lies on, counted from 1. */
export interface PlacedSlot {
  readonly panel: PanelName;
  readonly from: number;
  readonly to: number;
  readonly displayRow: number;
}

/** Height of a row as tiles are drawn for, and how many of its rows a tile must have to be read: the lamps with their bars more than others. */
const DRAWN_ROW_U = 36;
const LEAST_ROWS = { lamps: 8, others: 6 };
/** What is never left out, and what goes first where displays are too low for all. */
const NEVER_DROPPED: readonly PanelName[] = ['lamps', 'overdue', 'today'];
const DROP_ORDER: readonly PanelName[] = ['ticker', 'platform', 'trend', 'turn'];

/** Shares `total` out by weight in whole numbers; the largest remainders get what is left. */
export function shareRows(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0) || 1;
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const order = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (let left = total - whole.reduce((all, value) => all + value, 0), turn = 0; left > 0; left -= 1, turn += 1) {
    const { at = 0 } = order[turn % Math.max(1, order.length)] ?? {};
    whole[at] = (whole[at] ?? 0) + 1;
  }
  return whole;
}

/** Rows of equal height on each display, and a track over each joint. `spans`: what of each display lies between top bar and strip. */
export function planRows(rows: number, spans: readonly SpanU[]): RowPlan {
  const counts = shareRows(rows, spans.map(lengthOf));
  let row = 0;
  const parts = counts.map((count, at) => {
    const from = row + 1;
    row += count;
    return { from, to: row, rowU: lengthOf(spans[at] ?? { from: 0, to: 0 }) / Math.max(1, count) };
  });
  const pieces = spans.flatMap((span, at) => {
    const count = counts[at] ?? 0;
    const own = count === 0 ? `${lengthOf(span).toFixed(2)}fr` : `repeat(${count}, minmax(0, ${(lengthOf(span) / count).toFixed(3)}fr))`;
    const before = spans[at - 1];
    return before === undefined ? [own] : [`minmax(0, ${(span.from - before.to).toFixed(2)}fr)`, own];
  });
  return { template: pieces.join(' '), tracks: rows + spans.length - 1, parts };
}

/** The track a row lies in: each display above adds the track over its joint. */
export function trackOf(row: number, { parts }: RowPlan): number {
  return row + Math.max(0, parts.findIndex(({ from, to }) => row >= from && row <= to));
}

/** All ways to cut a rail into consecutive parts, one for each display. */
function cuts(length: number, parts: number): number[][] {
  if (parts <= 1) return [[length]];
  return Array.from({ length: length + 1 }, (_, first) => cuts(length - first, parts - 1).map((rest) => [first, ...rest])).flat();
}

/** Rows that a tile must have where a row is `rowU` high, so that nothing of it is cut off. */
export function neededRows(panel: PanelName, rows: number, rowU: number): number {
  return Math.ceil((Math.min(rows, panel === 'lamps' ? LEAST_ROWS.lamps : LEAST_ROWS.others) * DRAWN_ROW_U) / rowU - 0.05);
}

/** The rail without the tile that goes first; null where nothing may go. */
function without(draft: RailDraft): RailDraft | null {
  const goes = DROP_ORDER.find((name) => draft.some(([panel]) => panel === name)) ?? draft.findLast(([panel]) => !NEVER_DROPPED.includes(panel))?.[0];
  return goes === undefined || draft.length < 2 ? null : draft.filter(([panel]) => panel !== goes);
}

/**
 * Lays a rail on rows `from` to `to` so that no tile crosses a joint: each display takes the tiles that fit it best, and they fill it. Where the displays
 * are too low for all of them, some are left out.
 */
export function layRail(draft: RailDraft, plan: RowPlan, from: number, to: number): PlacedSlot[] {
  const rooms = plan.parts.map((part) => ({ from: Math.max(from, part.from), rowU: part.rowU, rows: Math.max(0, Math.min(to, part.to) - Math.max(from, part.from) + 1) }));
  const total = rooms.reduce((sum, { rows }) => sum + rows, 0);
  const needs = (here: RailDraft, rowU: number): number[] => here.map(([panel, rows]) => neededRows(panel, rows, rowU));
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

  function place(tiles: RailDraft): { readonly here: RailDraft; readonly room: (typeof rooms)[number]; readonly display: number }[] | null {
    const scale = total / (sumOf(tiles.map(([, rows]) => rows)) || 1);
    const ways = cuts(tiles.length, rooms.length).map((cut) => {
      let at = 0;
      return rooms.map((room, index) => {
        const here = tiles.slice(at, at + (cut[index] ?? 0));
        at += here.length;
        return { here, room, display: index + 1 };
      });
    }).filter((way) => way.every(({ here, room }) => sumOf(needs(here, room.rowU)) <= room.rows));
    const cost = (way: (typeof ways)[number]): number => sumOf(way.map(({ here, room }) => (sumOf(here.map(([, rows]) => rows * scale)) - room.rows) ** 2));
    return ways.length === 0 ? null : ways.reduce((best, way) => (cost(way) < cost(best) ? way : best));
  }

  let tiles = draft;
  let placed = place(tiles);
  while (placed === null) {
    const fewer = without(tiles);
    if (fewer === null) break;
    tiles = fewer;
    placed = place(tiles);
  }
  // Too low for what must be there: it shares what there is.
  const roomiest = rooms.reduce((best, { rows }, index) => (rows > (rooms[best]?.rows ?? 0) ? index : best), 0);
  placed ??= rooms.map((room, index) => ({ here: index === roomiest ? tiles : [], room, display: index + 1 }));
  return placed.flatMap(({ here, room, display }) => {
    const needed = needs(here, room.rowU);
    const spare = room.rows - sumOf(needed);
    const weights = here.map(([, rows]) => rows);
    const rows = spare < 0 ? shareRows(room.rows, weights) : shareRows(spare, weights).map((more, index) => more + (needed[index] ?? 0));
    let row = room.from;
    return here.flatMap(([panel], index) => {
      const count = rows[index] ?? 0;
      if (count === 0) return [];
      const slot = { panel, from: trackOf(row, plan), to: trackOf(row + count - 1, plan), displayRow: display };
      row += count;
      return [slot];
    });
  });
}
