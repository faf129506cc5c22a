import { MINUTE_MS } from '../base/index.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A calendar for specs: 8:30–12:00 and 13:30–17:00; New Year's Day off, Sunday 4 January worked. */
export const specCalendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 720 }, { startMin: 810, endMin: 1020 }] }],
  exceptions: [
    { date: '2026-01-01', isWorkday: false, name: '元旦' }, { date: '2026-01-02', isWorkday: false, name: '元旦' },
    { date: '2026-01-04', isWorkday: true, name: '元旦调休' },
  ],
};

/** An instant by its Shanghai wall clock, `2026-01-05 09:00`. */
export function shanghai(text: string): number {
  const at = Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
  if (Number.isNaN(at)) throw new Error(`not a time: ${text}`);
  return at;
}

export const minutes = (n: number): number => n * MINUTE_MS;
