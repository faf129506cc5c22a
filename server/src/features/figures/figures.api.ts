import { setImmediate } from 'node:timers/promises';
import { isInArea } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';
import { FigureBook, buildFigures, type Figures, type ForceFigures } from '@wangge/shared/figures';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import { isCaseIn } from './case-area.api.ts';
import type { DistrictApi } from '../district/district.api.ts';

/** The live figures: a book of counters for each area that is looked at, fed by every change of a case. */
export interface FiguresApi {
  /** The figures of an area as of `now`. */
  read(now: number, areaCode: string): Figures;
  /** The same figures counted anew from all cases, for proof. */
  recount(now: number, areaCode: string): Figures;
  /** Turns from loading history to keeping up: before this call changes are only remembered by the book of cases. */
  start(now: number): void;
  /** The same for a feed that stands still meanwhile: everybody else has their turn in between. */
  startInTurns(now: number): Promise<void>;
}

const CASES_IN_A_TURN = 500;

export function createFiguresApi(feed: CaseFeed, district: DistrictApi, force: (now: number, areaCode: string) => ForceFigures): FiguresApi {
  const { calendar } = district.current();
  const live = new Map<string, FigureBook>();
  let isStarted = false;
  let lastNow = 0;
  feed.onChanges((changes) => {
    if (!isStarted) return;
    // Several events of one case in one batch: its last state is what counts.
    const latest = new Map<string, Case>(changes.map((c) => [c.after.id, c.after]));
    for (const item of latest.values()) {
      for (const [area, book] of live) if (isCaseIn(item, area)) book.put(item, Math.max(lastNow, item.stateSince));
    }
  });

  /** The widest name of an area: one that holds the whole district is the district. */
  function areaOf(areaCode: string): string {
    return isInArea(district.current().code, areaCode) ? '' : areaCode;
  }

  function count(area: string, now: number): FigureBook {
    const book = new FigureBook(calendar);
    for (const item of feed.all()) if (isCaseIn(item, area)) book.put(item, now);
    return book;
  }

  function liveBook(area: string, now: number): FigureBook {
    let book = live.get(area);
    if (!book) live.set(area, (book = count(area, now)));
    return book;
  }

  const build = (book: FigureBook, now: number, areaCode: string): Figures => buildFigures(book, district.within(areaCode), force(now, areaCode), now);

  return {
    start(now) {
      isStarted = true;
      lastNow = now;
      liveBook('', now);
    },
    async startInTurns(now) {
      const book = new FigureBook(calendar);
      let counted = 0;
      for (const item of feed.all()) {
        book.put(item, now);
        counted += 1;
        if (counted % CASES_IN_A_TURN === 0) await setImmediate();
      }
      live.set('', book);
      isStarted = true;
      lastNow = now;
    },
    read(now, areaCode) {
      lastNow = Math.max(lastNow, now);
      return build(liveBook(areaOf(areaCode), now), now, areaCode);
    },
    recount: (now, areaCode) => build(count(areaOf(areaCode), now), now, areaCode),
  };
}
