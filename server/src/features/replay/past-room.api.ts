import type { Actor } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';
import type { CaseRow, PastPeople, PastPicture } from '@wangge/shared/wire';
import type { FigureName } from '@wangge/shared/figures';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { FiguresApi } from '../figures/figures.api.ts';
import type { KnownEvent } from './read-known.ts';

/** Figures and cases of a room of the past, to be read at its moment only. */
export interface PastSources {
  readonly figures: Pick<FiguresApi, 'read'>;
  readonly cases: Pick<CaseFeed, 'get' | 'all'>;
}

/** Reads the room as it was known at an instant that is not in the future. */
export type ReadPast = <T>(at: number, read: (sources: PastSources) => T) => Promise<T>;

/** The whole room as it was known at one instant, made of the same parts as the live one; it moves forward only. */
export interface PastRoom {
  readonly at: number;
  /** How many events of its day it holds. */
  readonly seq: number;
  /** Goes on to `to`, over the events that became known by then, in their order. `isExact` false: on the way, people's places may be some steps old. */
  move(to: number, events: readonly KnownEvent[], isExact: boolean): Promise<void>;
  /** The cases that a number of that moment adds up to, those due first before the others: how many, and the first `limit` that `actor` may see. */
  members(actor: Actor, asked: { readonly figure: FigureName; readonly area: string | null; readonly limit: number }): { readonly total: number; readonly cases: readonly CaseRow[] };
  /** What the figures of that moment are counted from, for who freezes them. */
  readonly sources: PastSources;
  /** What `actor` may see of it; the difference from `fromSeq` where that can be told, and with it the places of people that were found after the cursor stood at `peopleSince`. */
  picture(actor: Actor, asked: { readonly fromSeq: number | null; readonly peopleSince: number | null }): PastPicture;
  /** Everybody who is not of a squad, of whom there may be tens of thousands. */
  people(actor: Actor): PastPeople;
}

/** Sets up the room as of `at` from the cases as they were then. */
export type OpenPastRoom = (cases: readonly Case[], at: number) => Promise<PastRoom>;
