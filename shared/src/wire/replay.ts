import type { Figures } from '../figures/index.ts';
import type { CaseRow, TickerItem, UnitRow } from './rows.ts';

/**
 * The room as it was known at an instant (回放): the same rows as are pushed live. `seq` counts the events of its day up to then;
 * with `fromSeq` it is the difference from there, with null it is everything. `units` are squads. `frames`: key frames of positions in
 * base64, as they were by the time of their fixes: of all squads, and where they were asked for of people who moved.
 */
export interface PastPicture {
  readonly at: number;
  readonly seq: number;
  readonly fromSeq: number | null;
  readonly figures: Figures;
  readonly cases: readonly CaseRow[];
  readonly gone: readonly string[];
  readonly ticker: readonly TickerItem[];
  readonly units: readonly UnitRow[];
  readonly frames: readonly string[];
}

/** Everybody of that moment who is not of a squad, as rows and as a key frame of positions in base64: what follows the first picture. */
export interface PastPeople {
  readonly at: number;
  readonly units: readonly UnitRow[];
  readonly frame: string;
}

/** A day that can be played: what was reported in each of its hours, and the instants at which something worth a jump happened, ascending. */
export interface PastDay {
  readonly date: string;
  readonly from: number;
  /** Its end, or the present for a day that is not over. */
  readonly to: number;
  readonly reportedByHour: readonly number[];
  readonly marks: readonly { readonly at: number; readonly event: string; readonly matter: string; readonly villageCode: string }[];
}

/** The days of which there is a history, oldest first, with the number of events of cases. */
export interface PastDays {
  readonly days: readonly { readonly date: string; readonly events: number }[];
}

/** Boards as they were known at an instant, by name: those that can be told of the past and that the asker may read. */
export interface PastBoards {
  readonly at: number;
  readonly boards: Readonly<Record<string, object>>;
}
