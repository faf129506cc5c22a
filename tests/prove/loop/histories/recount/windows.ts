import { DAY_MS, HOUR_MS } from '@wangge/shared/base';
import { midnight } from './work-time.ts';
import type { Window } from './tally.ts';

const EAST = 8 * HOUR_MS;

/** The months of a year that a period of this kind holds: the month, its quarter, the year. */
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
export const KINDS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Kind = (typeof KINDS)[number];

/** The day, week, month, quarter or year in Shanghai that holds an instant. */
export function windowAt(kind: Kind, at: number): Window {
  const day = midnight(at);
  const local = new Date(day + EAST);
  if (kind === 'day') return { from: day, to: day + DAY_MS };
  if (kind === 'week') {
    const monday = day - ((local.getUTCDay() + 6) % 7) * DAY_MS;
    return { from: monday, to: monday + 7 * DAY_MS };
  }
  const count = MONTHS[kind];
  const first = Math.floor(local.getUTCMonth() / count) * count;
  const year = local.getUTCFullYear();
  return { from: Date.UTC(year, first, 1) - EAST, to: Date.UTC(year, first + count, 1) - EAST };
}
