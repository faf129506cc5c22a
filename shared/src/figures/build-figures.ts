import { DAY_MS, HOUR_MS, startOfDay, startOfHour, startOfMonth } from '../base/index.ts';
import { SHARE_EDGES } from '../calendar/index.ts';
import { PLATFORMS, type District } from '../district/index.ts';
import type { FigureBook } from './figure-book.ts';
import type { Figures, ForceFigures, HourFigure, LampFigures, RateFigure } from './figures.ts';
import { countBetween } from './sorted-instants.ts';
import { AGE_STEPS_MS } from './time-phase.ts';

const TREND_HOURS = 24;
const MEAN_DAYS = 7;

function rate(book: FigureBook, month: number, dimension = ''): RateFigure {
  const closed = book.count('closed-month', month, dimension);
  return {
    closed,
    closedOnTime: book.count('on-time-month', month, dimension),
    due: closed + book.count('past-due-month', month, dimension),
  };
}

function lamps(book: FigureBook): LampFigures {
  const histogram = Array.from({ length: SHARE_EDGES.length + 1 }, (_, bin) => book.count('bin', bin));
  const sum = (from: number, to: number) => histogram.slice(from, to).reduce((a, b) => a + b, 0);
  return { green: sum(0, 8), yellow: sum(8, 10), red: sum(10, histogram.length), paused: book.count('paused'), histogram };
}

function trend(book: FigureBook, now: number): HourFigure[] {
  const last = startOfHour(now);
  return Array.from({ length: TREND_HOURS }, (_, i) => {
    const hourAt = last - (TREND_HOURS - 1 - i) * HOUR_MS;
    let before = 0;
    for (let d = 1; d <= MEAN_DAYS; d += 1) before += countBetween(book.reportedAts, hourAt - d * DAY_MS, hourAt - d * DAY_MS + HOUR_MS);
    return {
      hourAt, reported: countBetween(book.reportedAts, hourAt, hourAt + HOUR_MS),
      closed: book.count('closed-hour', hourAt), meanReported: before / MEAN_DAYS,
    };
  });
}

/** Reads all figures off a book that has been advanced to `now`. Only what the district lists is broken out. */
export function buildFigures(book: FigureBook, district: District, force: ForceFigures, now: number): Figures {
  book.advance(now);
  const day = startOfDay(now);
  const month = startOfMonth(now);
  return {
    at: now, monthAt: month,
    today: {
      reported: book.count('reported', day), accepted: book.count('accepted', day), closed: book.count('closed', day),
      closedOnTime: book.count('on-time', day), open: book.count('open'),
      reportedYesterdayByNow: countBetween(book.reportedAts, day - DAY_MS, now - DAY_MS),
    },
    month: rate(book, month),
    targetRate: district.rules.targetRate,
    lamps: lamps(book),
    aging: AGE_STEPS_MS.map((fromMs, step) => ({ fromMs, open: book.count('age', step) })),
    platforms: PLATFORMS.map((platform) => ({
      platform, reportedToday: book.count('reported', day, `p:${platform}`), open: book.count('open', 0, `p:${platform}`), month: rate(book, month, `p:${platform}`),
    })),
    types: district.caseTypes
      .map((t) => ({ typeCode: t.code, reportedToday: book.count('reported', day, `t:${t.code}`), open: book.count('open', 0, `t:${t.code}`) }))
      .filter((t) => t.reportedToday + t.open > 0)
      .sort((a, b) => b.reportedToday - a.reportedToday || b.open - a.open),
    villages: district.villages.map((v) => ({ villageCode: v.code, open: book.count('open', 0, `v:${v.code}`), month: rate(book, month, `v:${v.code}`) })),
    departments: district.departments
      .map((d) => ({ departmentId: d.id, open: book.count('open', 0, `d:${d.id}`), red: book.count('red', 0, `d:${d.id}`), month: rate(book, month, `d:${d.id}`) }))
      .filter((d) => d.open + d.month.due > 0),
    trend: trend(book, now),
    force,
  };
}
