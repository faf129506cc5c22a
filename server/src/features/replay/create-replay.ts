import { MINUTE_MS, startOfDay } from '@wangge/shared/base';
import type { Feature } from '../../platform/feature.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import { BoardsAt } from './boards-at.ts';
import { DayStrip } from './day-strip.ts';
import { HistoryIndex } from './history-index.ts';
import { PastDay } from './past-day.ts';
import type { OpenPastBoards } from './past-boards.api.ts';
import type { OpenPastRoom, ReadPast } from './past-room.api.ts';
import { replayRoutes, type SeesCase } from './replay.routes.ts';

/** Days held at once: each is the cases and events of a day, and up to four rooms. */
const MOST_DAYS = 3;
/** What nobody asked for so long is given up. */
const IDLE_MS = 10 * MINUTE_MS;

export interface ReplayNeeds {
  readonly ledger: Ledger;
  readonly events: EventStore;
  readonly feed: CaseFeed;
  readonly clock: Clock;
  readonly openRoom: OpenPastRoom;
  readonly openBoards: OpenPastBoards;
  readonly sees: SeesCase;
}

/** 回放 with its way for who reads the past. */
export interface ReplayFeature extends Feature {
  readonly past: ReadPast;
}

/** 回放: the room as it was known at any instant of the history. To be made before the ledger reads. */
export function createReplay({ ledger, events, feed, clock, openRoom, openBoards, sees }: ReplayNeeds): ReplayFeature {
  const index = new HistoryIndex();
  ledger.onFolded((folded) => index.take(folded));
  const needs = { events, feed, index };
  const boards = new BoardsAt({ ...needs, clock, openBoards, lastSeq: () => ledger.lastSeq });
  const dayOf = lastUsed((day) => new PastDay(day, { ...needs, openRoom, lastSeq: () => ledger.lastSeq }), clock);
  const stripOf = lastUsed((day) => new DayStrip(day, needs), clock);

  return { past: (at, read) => dayOf(startOfDay(at)).roomAt(at, true, ({ sources }) => read(sources)), routes: (http) => replayRoutes(http, { index, dayOf, stripOf, boards, feed, clock, sees }) };
}

/** What was made of a day, from the ones held or anew; the one asked for longest ago is given up, and all of them once nobody asks any more. */
function lastUsed<T extends { readonly day: number }>(make: (day: number) => T, clock: Clock): (day: number) => T {
  let held: T[] = [];
  let forgetLater: (() => void) | undefined;
  return (day) => {
    forgetLater?.();
    forgetLater = clock.after(IDLE_MS, () => (held = []));
    const found = held.find((one) => one.day === day) ?? make(day);
    held = [...held.filter((one) => one !== found), found].slice(-MOST_DAYS);
    return found;
  };
}
