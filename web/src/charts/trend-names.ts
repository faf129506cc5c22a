import type { HourFigure } from '@wangge/shared/figures';

/** A place on the chart: an hour by its place in the series, and a value. */
export interface NamePlace {
  readonly index: number;
  readonly value: number;
}

/** Where the names of the three series stand; null where there is no place for one. */
export interface NamePlaces {
  readonly reported: NamePlace | null;
  readonly closed: NamePlace | null;
  readonly mean: NamePlace | null;
}

/** Hours at the right end that belong to the name of the closed line. */
const CLOSED_REACH = 5;
const MEAN_REACH = 2;

function heightOf({ reported, closed, meanReported }: HourFigure): number {
  return Math.max(reported, closed, meanReported);
}

/**
 * Finds places so that no name covers a mark or another name: 办结 at its last point, 上报 over the highest hour that is clear of it, 7 日均线 over
 * the calmest stretch of hours.
 */
export function namePlaces(hours: readonly HourFigure[]): NamePlaces {
  const last = hours.length - 1;
  const end = hours[last];
  if (end === undefined) return { reported: null, closed: null, mean: null };
  const free = hours.slice(1, Math.max(1, last - CLOSED_REACH)).map((hour, index) => ({ hour, index: index + 1 }));
  const top = free.reduce<{ hour: HourFigure; index: number } | null>((best, next) => (best === null || next.hour.reported >= best.hour.reported ? next : best), null);
  const reported = top === null || top.hour.reported === 0 ? null : { index: top.index, value: heightOf(top.hour) };

  let mean: NamePlace | null = null;
  for (let index = MEAN_REACH + 1; index < last - CLOSED_REACH; index += 1) {
    const value = Math.max(...hours.slice(index - MEAN_REACH, index + MEAN_REACH + 1).map(heightOf));
    const isClear = reported === null || Math.abs(index - reported.index) > 2 * MEAN_REACH;
    if (isClear && (mean === null || value < mean.value)) mean = { index, value };
  }
  return { reported, closed: { index: last, value: end.closed }, mean };
}
