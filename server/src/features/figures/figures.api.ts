import type { Case } from '@wangge/shared/case';
import { FigureBook, buildFigures, type Figures, type ForceFigures } from '@wangge/shared/figures';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { DistrictApi } from '../district/district.api.ts';

/** The live figures: one book of counters fed by every change of a case. */
export interface FiguresApi {
  /** The figures as of `now`. */
  read(now: number): Figures;
  /** The same figures counted anew from all cases, for proof. */
  recount(now: number): Figures;
  /** Turns from loading history to keeping up: before this call changes are only remembered by the book of cases. */
  start(now: number): void;
}

export function createFiguresApi(book: CaseFeed, district: DistrictApi, force: (now: number) => ForceFigures): FiguresApi {
  const { calendar } = district.current();
  const live = new FigureBook(calendar);
  let isStarted = false;
  let lastNow = 0;
  book.onChanges((changes) => {
    if (!isStarted) return;
    // Several events of one case in one batch: its last state is what counts.
    const latest = new Map<string, Case>(changes.map((c) => [c.after.id, c.after]));
    for (const item of latest.values()) live.put(item, Math.max(lastNow, item.stateSince));
  });

  function fill(into: FigureBook, now: number): void {
    for (const item of book.all()) if (item.state !== 'draft') into.put(item, now);
  }

  return {
    start(now) {
      isStarted = true;
      lastNow = now;
      fill(live, now);
    },
    read(now) {
      lastNow = Math.max(lastNow, now);
      return buildFigures(live, district.current(), force(now), now);
    },
    recount(now) {
      const fresh = new FigureBook(calendar);
      fill(fresh, now);
      return buildFigures(fresh, district.current(), force(now), now);
    },
  };
}
