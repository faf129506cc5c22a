import { startOfDay } from '@wangge/shared/base';
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

/** Width of the closed line's name, and half the widths of the other two, design units. */
const CLOSED_WIDE_U = 60;
const REPORTED_HALF_U = 18;
const MEAN_HALF_U = 34;

function heightOf({ reported, closed, meanReported }: HourFigure): number {
  return Math.max(reported, closed, meanReported);
}

function highestAround(hours: readonly HourFigure[], index: number, reach: number): number {
  return Math.max(...hours.slice(Math.max(0, index - reach), index + reach + 1).map(heightOf));
}

/**
 * Finds places so that no name covers a mark or another name: 办结 over the last hours, 上报 over the highest hour of today that is clear of it
 * (of yesterday while the day is young), 7 日均线 over the calmest stretch of hours, off the rule at midnight where there is room. An hour is `slotU` units wide.
 */
export function namePlaces(hours: readonly HourFigure[], slotU: number): NamePlaces {
  const last = hours.length - 1;
  const end = hours[last];
  if (end === undefined) return { reported: null, closed: null, mean: null };
  const today = startOfDay(end.hourAt);
  const closedReach = Math.max(1, Math.floor(CLOSED_WIDE_U / slotU));
  const reportedReach = Math.floor(REPORTED_HALF_U / slotU);
  const meanReach = Math.floor(MEAN_HALF_U / slotU);
  const lastFree = last - closedReach - reportedReach;
  const free = hours.map((hour, index) => ({ hour, index })).filter(({ hour, index }) => index >= reportedReach && index <= lastFree && hour.reported > 0);
  const ofToday = free.filter(({ hour }) => hour.hourAt >= today);
  const top = [...(ofToday.length > 0 ? ofToday : free)].sort((a, b) => b.hour.reported - a.hour.reported || b.index - a.index)[0];
  const reported = top === undefined ? null : { index: top.index, value: highestAround(hours, top.index, reportedReach) };

  const midnight = hours.findIndex(({ hourAt }) => hourAt === today) - 0.5;
  const crosses = (index: number): boolean => midnight > 0 && Math.abs(index - midnight) <= meanReach;
  let mean: NamePlace | null = null;
  for (let index = meanReach + 1; index <= lastFree - reportedReach; index += 1) {
    const value = highestAround(hours, index, meanReach);
    const isClear = reported === null || Math.abs(index - reported.index) > reportedReach + meanReach + 1;
    const isCalmer = mean === null || (crosses(index) === crosses(mean.index) ? value < mean.value : !crosses(index));
    if (isClear && isCalmer) mean = { index, value };
  }
  return { reported, closed: { index: last, value: highestAround(hours, last, closedReach - 1) }, mean };
}
