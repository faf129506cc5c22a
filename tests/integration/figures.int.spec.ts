import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay, startOfMonth } from '@wangge/shared/base';
import { lampAt } from '@wangge/shared/calendar';
import type { Case } from '@wangge/shared/case';
import { isClosedState, isOpenState } from '@wangge/shared/district';
import { FigureBook, buildFigures, type Figures, type ForceFigures } from '@wangge/shared/figures';
import { HISTORY_START, happenings, historyCalendar, historyDistrict, play } from '../support/histories.ts';

const noForce: ForceFigures = { onDuty: 0, idle: 0, busy: 0, stale: 0, gridWorkersOnline: 0, gridWorkersTotal: 0, patrolKmToday: 0 };

function recount(cases: readonly Case[], now: number): Figures {
  const book = new FigureBook(historyCalendar);
  for (const item of cases) book.put(item, now);
  return buildFigures(book, historyDistrict, noForce, now);
}

describe('live figures', () => {
  it('[FG1] equal a recount from the cases after any history, and at any time later', () => {
    fc.assert(fc.property(happenings, fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 6 }), (list, waits) => {
      const live = new FigureBook(historyCalendar);
      const { cases, now } = play(list, ({ event, after }) => live.put(after, event.at));
      let at = now;
      expect(buildFigures(live, historyDistrict, noForce, at)).toEqual(recount(cases, at));
      for (const minutes of waits) {
        at += minutes * 60_000;
        expect(buildFigures(live, historyDistrict, noForce, at)).toEqual(recount(cases, at));
      }
    }), { numRuns: 200 });
  });

  it('[FG2] equal what a person would count by hand from the definitions', () => {
    fc.assert(fc.property(happenings, (list) => {
      const { cases, now } = play(list);
      const figures = recount(cases, now);
      const day = startOfDay(now);
      const month = startOfMonth(now);
      const open = cases.filter((c) => isOpenState(c.state));
      const closed = cases.filter((c) => isClosedState(c.state) && c.closedAt !== null);
      const lamp = (name: string) => open.filter((c) => lampAt(c.clock, now) === name).length;
      const isDue = (c: Case) => lampAt(c.clock, now) !== 'paused' && c.clock.dueAt < now && c.clock.dueAt >= month;
      expect(figures.today.reported).toBe(cases.filter((c) => c.reportedAt >= day).length);
      expect(figures.today.accepted).toBe(cases.filter((c) => c.acceptedAt !== null && c.acceptedAt >= day).length);
      expect(figures.today.closed).toBe(closed.filter((c) => c.closedAt! >= day).length);
      expect(figures.today.open).toBe(open.length);
      expect([figures.lamps.green, figures.lamps.yellow, figures.lamps.red, figures.lamps.paused]).toEqual(['green', 'yellow', 'red', 'paused'].map(lamp));
      const closedNow = closed.filter((c) => c.closedAt! >= month);
      expect(figures.month).toEqual({ closed: closedNow.length, closedOnTime: closedNow.filter((c) => c.closedOnTime).length, due: closedNow.length + open.filter(isDue).length });
    }), { numRuns: 200 });
  });

  it('[FG3] break down without losing a case: platforms, villages and ages add up to the whole', () => {
    fc.assert(fc.property(happenings, (list) => {
      const { cases, now } = play(list);
      const f = recount(cases, now);
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      expect(sum(f.platforms.map((p) => p.reportedToday))).toBe(f.today.reported);
      expect(sum(f.platforms.map((p) => p.open))).toBe(f.today.open);
      expect(sum(f.villages.map((v) => v.open))).toBe(f.today.open);
      expect(sum(f.villages.map((v) => v.month.due))).toBe(f.month.due);
      expect(sum(f.aging.map((a) => a.open))).toBe(f.today.open);
      expect(sum(f.lamps.histogram) + f.lamps.paused).toBe(f.today.open);
      expect(sum(f.trend.map((h) => h.reported))).toBe(cases.filter((c) => c.reportedAt >= f.trend[0]!.hourAt).length);
    }), { numRuns: 100 });
  });

  it('leaves suspended cases out of what is due', () => {
    const book = new FigureBook(historyCalendar);
    const { cases } = play([{ afterMin: 0, pick: 0, choice: 0 }]);
    const paused = { ...cases[0]!, state: 'suspended' as const, clock: { ...cases[0]!.clock, standing: 'paused' as const, runningSince: null } };
    book.put(paused, HISTORY_START + 90 * 86_400_000);
    const figures = buildFigures(book, historyDistrict, noForce, HISTORY_START + 90 * 86_400_000);
    expect(figures.lamps.paused).toBe(1);
    expect(figures.month.due).toBe(0);
  });
});
