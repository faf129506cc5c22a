import type { Draw, DrawnObject } from './draw.ts';
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

/** The drawn objects behind each figure of a draw, and the codes of its inspectors. */
export type DrawSets = Readonly<Record<Exclude<keyof DrawFigures, 'inspectors'>, readonly DrawnObject[]>> & { readonly inspectors: readonly string[] };

/** Sorts a draw into its figures at `now`. A result that is still not public when its limit has passed is late already. */
export function drawSets({ drawn, recusals }: Pick<Draw, 'drawn' | 'recusals'>, now: number): DrawSets {
  const checked = drawn.filter(({ result }) => result !== null);
  const isPublic = ({ result }: DrawnObject): boolean => result !== null && result.publishedAt !== null;
  const isLate = ({ result }: DrawnObject): boolean => result !== null && (result.publishedAt ?? now) > result.clock.dueAt;
  return {
    objects: drawn, inspectors: [...new Set([...drawn.flatMap(({ slot }) => slot.inspectorCodes), ...recusals.map(({ replacementCode }) => replacementCode)])],
    checked, problems: checked.filter(({ result }) => result?.outcome === 'problem'), late: checked.filter(isLate),
    inTime: checked.filter((one) => isPublic(one) && !isLate(one)), waiting: checked.filter((one) => !isPublic(one) && !isLate(one)),
  };
}

/** Counts a draw at `now`. */
export function drawFigures(draw: Pick<Draw, 'drawn' | 'recusals'>, now: number): DrawFigures {
  const { objects, inspectors, checked, problems, inTime, late, waiting } = drawSets(draw, now);
  return {
    objects: objects.length, inspectors: inspectors.length, checked: checked.length, problems: problems.length, inTime: inTime.length, late: late.length, waiting: waiting.length,
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
