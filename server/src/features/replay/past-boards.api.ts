import type { Case } from '@wangge/shared/case';
import type { Board } from '../../platform/feature.ts';
import type { StoredEvent } from '../../store/event-store.ts';

/** All boards (看板) as they were known at one instant, made by the features that make the live ones; it moves forward only. */
export interface PastBoards {
  readonly at: number;
  /** The board of that name; undefined for one that can't be told of the past. */
  find(name: string): Board | undefined;
  /** Takes a case as it stands, with what the live boards know of its life up to its last event at `lastAt`; false where that can't be, and its events must be told. Before anything is told. */
  hold(item: Case, lastAt: number): boolean;
  /** Goes on to `to`, over events that became known by then; those of a stream in their order. */
  tell(events: readonly StoredEvent[], to: number): Promise<void>;
  /** Counts a part of what was told, so that a board that is read does not count all of it at once; answers whether that was all. */
  settle(): boolean;
}

/** Sets up the boards of a district in which nothing has happened yet, to be told what did by `at` or later. */
export type OpenPastBoards = (at: number) => PastBoards;
