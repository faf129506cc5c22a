import type { Feature } from '../../platform/feature.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import { HistoryIndex } from './history-index.ts';
import { PastDay } from './past-day.ts';
import type { OpenPastRoom } from './past-room.api.ts';
import { replayRoutes, type SeesCase } from './replay.routes.ts';

/** Days held at once: each is the cases and events of a day, and up to four rooms. */
const MOST_DAYS = 3;

export interface ReplayNeeds {
  readonly ledger: Ledger;
  readonly events: EventStore;
  readonly feed: CaseFeed;
  readonly clock: Clock;
  readonly openRoom: OpenPastRoom;
  readonly sees: SeesCase;
}

/** 回放: the room as it was known at any instant of the history. To be made before the ledger reads. */
export function createReplay({ ledger, events, feed, clock, openRoom, sees }: ReplayNeeds): Feature {
  const index = new HistoryIndex();
  ledger.onFolded((folded) => index.take(folded));
  let days: PastDay[] = [];

  /** The day, from the ones held or anew; the one asked for longest ago is given up. */
  function dayOf(day: number): PastDay {
    const found = days.find((one) => one.day === day) ?? new PastDay(day, { events, feed, index, openRoom, lastSeq: () => ledger.lastSeq });
    days = [...days.filter((one) => one !== found), found].slice(-MOST_DAYS);
    return found;
  }

  return { routes: (http) => replayRoutes(http, { index, dayOf, feed, clock, sees }) };
}
