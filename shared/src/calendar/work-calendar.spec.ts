import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes, shanghai, specCalendar as calendar } from './calendar.fixture.ts';
import { addWorkMs, endOfWorkDay, isWorkday, isYearCovered, workMsBetween } from './work-calendar.ts';

describe('work calendar', () => {
  it('[SLA1] takes a holiday off and works a 调休 Sunday', () => {
    expect(isWorkday(calendar, shanghai('2026-01-01 10:00'))).toBe(false);
    expect(isWorkday(calendar, shanghai('2026-01-04 10:00'))).toBe(true);
    expect(isWorkday(calendar, shanghai('2026-01-03 10:00'))).toBe(false);
    expect(isWorkday(calendar, shanghai('2026-01-05 10:00'))).toBe(true);
  });

  it('[SLA2] carries four working hours begun at 16:30 into the next working day', () => {
    expect(addWorkMs(calendar, shanghai('2026-01-05 16:30'), minutes(240))).toBe(shanghai('2026-01-06 12:00'));
  });

  it('[SLA2] begins to count at the next opening when reported at night or in the lunch break', () => {
    expect(addWorkMs(calendar, shanghai('2026-01-05 22:00'), minutes(30))).toBe(shanghai('2026-01-06 09:00'));
    expect(addWorkMs(calendar, shanghai('2026-01-05 12:30'), minutes(30))).toBe(shanghai('2026-01-05 14:00'));
  });

  it('[SLA3] ends the second working day after a Friday on Tuesday, the day of report being day 0', () => {
    expect(endOfWorkDay(calendar, shanghai('2026-01-09 10:00'), 2)).toBe(shanghai('2026-01-13 17:00'));
  });

  it('[SLA3] jumps the holiday and counts the worked Sunday', () => {
    expect(endOfWorkDay(calendar, shanghai('2025-12-31 10:00'), 1)).toBe(shanghai('2026-01-04 17:00'));
  });

  it('[SLA4] says when a year has not been entered', () => {
    expect(isYearCovered(calendar, shanghai('2026-12-31 23:59'))).toBe(true);
    expect(isYearCovered(calendar, shanghai('2027-01-01 00:00'))).toBe(false);
  });

  it('adds exactly the working time it is asked for', () => {
    const start = shanghai('2026-01-01 00:00');
    fc.assert(fc.property(fc.integer({ min: 0, max: 20 * 24 * 60 }), fc.integer({ min: 1, max: 3000 }), (offset, length) => {
      const from = start + minutes(offset);
      expect(workMsBetween(calendar, from, addWorkMs(calendar, from, minutes(length)))).toBe(minutes(length));
    }));
  });
});
