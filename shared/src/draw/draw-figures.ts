import type { Draw } from './draw.ts';
import { RECORD_FORMAT, type DrawRecord } from './record.ts';

/** What a draw has come to. `inTime` and `late` count results against the limit of making them public; `waiting` are neither yet. */
export interface DrawFigures {
  readonly objects: number;
  readonly inspectors: number;
  readonly checked: number;
  readonly problems: number;
  readonly inTime: number;
  readonly late: number;
  readonly waiting: number;
}

/** Counts a draw at `now`. A result that is still not public when its limit has passed is late already. */
export function drawFigures({ drawn, recusals }: Pick<Draw, 'drawn' | 'recusals'>, now: number): DrawFigures {
  const results = drawn.flatMap(({ result }) => result ?? []);
  const isLate = ({ publishedAt, clock }: (typeof results)[number]): boolean => (publishedAt ?? now) > clock.dueAt;
  const late = results.filter(isLate).length;
  const inTime = results.filter((r) => r.publishedAt !== null && !isLate(r)).length;
  const people = new Set([...drawn.flatMap(({ slot }) => slot.inspectorCodes), ...recusals.map(({ replacementCode }) => replacementCode)]);
  return {
    objects: drawn.length, inspectors: people.size, checked: results.length, problems: results.filter(({ outcome }) => outcome === 'problem').length,
    inTime, late, waiting: results.length - inTime - late,
  };
}

/** The record of a draw whose pools are frozen; null before. */
export function recordOf(draw: Draw): DrawRecord | null {
  const { id, no, title, lastDay, drawAt, drawnAt, seed, recusals, frozen, committedAt } = draw;
  if (!frozen || committedAt === null) return null;
  return {
    format: RECORD_FORMAT, id, no, title, lastDay, pools: frozen.pools, poolHashes: frozen.hashes, commitment: frozen.commitment, committedAt, drawAt, drawnAt, seed,
    slots: draw.drawn.map(({ slot }) => slot), recusals,
  };
}
