import type { CaseId } from '@wangge/shared/base';
import { HOUR_MS } from '@wangge/shared/base';
import { lampAt, type Lamp, type LimitClock } from '@wangge/shared/calendar';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';
import { markRank } from '../../map/marks/group-marks.ts';
import type { LabelRun, MapLabel, MapMark } from '../../map/scene.ts';

/** Words for a case's time on the map: 超 9 时, 余 12 分. */
export interface CaseTimeWords {
  over(spanMs: number): string;
  left(spanMs: number): string;
}

/** What is to be seen of the cases. */
export interface CaseWish {
  readonly rows: Iterable<CaseRow>;
  /** Server time, epoch ms. */
  readonly now: number;
  /** `overview`: red, yellow and grey lamps and what was reported within the hour; `all`: everything open. */
  readonly scope: 'overview' | 'all';
  readonly chosenId: CaseId | null;
  /** A case that is drawn and named by somebody else. */
  readonly pointedId?: string | null;
  /** The chosen case is marked red, whatever its lamp. */
  readonly isTakeover?: boolean;
  /** How many are written beside their marks at most, the worst first. */
  readonly labelled: number;
  /** Whether the data stands still: then no time is told. */
  readonly isStale: boolean;
  readonly words: CaseTimeWords;
}

const SHARE_STEPS = 20;
const YELLOW_SHARE = 0.8;

/** The marks of the cases to be seen, and labels for those that need somebody now: red ones and 特急. */
export function caseScene(wish: CaseWish): { readonly marks: MapMark[]; readonly labels: MapLabel[] } {
  const seen = [...wish.rows].filter((row) => isSeen(row, wish)).map((row) => ({ row, mark: markOf(row, wish) }));
  const labelled = seen
    .filter(({ row, mark: { look } }) => wish.labelled > 0 && !look.isChosen && row.id !== wish.pointedId && (look.lamp === 'red' || look.urgency === 'critical'))
    .sort((a, b) => markRank(b.mark.look) - markRank(a.mark.look) || dueAt(a.row) - dueAt(b.row))
    .slice(0, wish.labelled);
  return { marks: seen.map(({ mark }) => mark), labels: labelled.map(({ row, mark }) => labelOf(row, mark, wish)) };
}

/** The lamp of a case; one whose limit is not set yet is green. */
export function lampOf({ clock }: CaseRow, now: number): Lamp {
  return clock === null ? 'green' : lampAt(clock, now);
}

function isSeen(row: CaseRow, { scope, now, chosenId, pointedId }: CaseWish): boolean {
  if (row.id === chosenId || row.id === pointedId) return true;
  if (!isOpenState(row.state)) return false;
  return scope === 'all' || lampOf(row, now) !== 'green' || now - row.reportedAt < HOUR_MS;
}

function markOf(row: CaseRow, { now, chosenId, isTakeover = false }: CaseWish): MapMark {
  const share = row.clock === null ? 0 : roughShare(row.clock, now);
  return {
    key: row.id,
    lngLat: row.lngLat,
    look: {
      platform: row.platform, lamp: isTakeover && row.id === chosenId ? 'red' : lampOf(row, now), urgency: row.urgency, isChosen: row.id === chosenId,
      share: Math.min(1, Math.ceil(share * SHARE_STEPS) / SHARE_STEPS), ...(row.drillId === undefined ? {} : { isDrill: true }),
    },
  };
}

/** Share of the limit used, evenly between the instants that turn the lamp: near enough for an arc, and needs no calendar. */
function roughShare(clock: LimitClock, now: number): number {
  const usedShare = clock.totalMs === 0 ? 1 : clock.usedMs / clock.totalMs;
  if (clock.runningSince === null) return usedShare;
  const between = (from: readonly [at: number, share: number], to: readonly [at: number, share: number]): number =>
    from[1] + (to[1] - from[1]) * Math.min(1, Math.max(0, (now - from[0]) / Math.max(1, to[0] - from[0])));
  return now <= clock.yellowAt
    ? between([clock.runningSince, usedShare], [clock.yellowAt, YELLOW_SHARE])
    : between([clock.yellowAt, YELLOW_SHARE], [clock.dueAt, 1]);
}

function labelOf(row: CaseRow, { look }: MapMark, { now, isStale, words }: CaseWish): MapLabel {
  const runs: LabelRun[] = [{ text: shortMatter(row.matter), tone: 'plain' }];
  if (!isStale && row.clock?.standing === 'running') {
    const leftMs = row.clock.dueAt - now;
    const tone = look.lamp === 'red' || look.lamp === 'yellow' ? look.lamp : 'plain';
    runs.push({ text: leftMs < 0 ? words.over(-leftMs) : words.left(leftMs), tone });
  }
  return { key: `case ${row.id}`, kind: 'alarm', anchor: { mark: row.id }, runs };
}

/** The matter without what stands in brackets: 紧急诉求(12345 紧急件) is told as 紧急诉求. */
function shortMatter(matter: string): string {
  return matter.replace(/[(（][^)）]*[)）]/g, '') || matter;
}

function dueAt({ clock }: CaseRow): number {
  return clock?.dueAt ?? Infinity;
}
