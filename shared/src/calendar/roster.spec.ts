import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes, shanghai, specCalendar } from './calendar.fixture.ts';
import { startClock } from './limit-clock.ts';
import { addWorkMs, calendarOfDepartment, endOfWorkDay, isOpenAt, isWorkday, missingYears, nextOpening, sessionsOn, workMsBetween, type WorkCalendar } from './work-calendar.ts';

const winter = [{ startMin: 510, endMin: 720 }, { startMin: 810, endMin: 1020 }];
const summer = [{ startMin: 510, endMin: 720 }, { startMin: 840, endMin: 1050 }];

/** Summer and winter hours, a half day before the Spring Festival, 1–7 October off, Saturday 10 October worked, and three rosters. */
const calendar: WorkCalendar = {
  ...specCalendar,
  seasons: [{ from: '05-01', to: '09-30', sessions: summer }, { from: '10-01', to: '04-30', sessions: winter }],
  exceptions: [
    { date: '2026-02-16', isWorkday: true, name: '除夕半天', sessions: [{ startMin: 510, endMin: 720 }] },
    ...[1, 2, 5, 6, 7].map((day) => ({ date: `2026-10-0${day}`, isWorkday: false, name: '国庆' })),
    { date: '2026-10-10', isWorkday: true, name: '国庆调休' },
  ],
  rosters: [
    { name: '全天', departments: ['派出所'], shifts: [{ days: 'every-day', startMin: 0, endMin: 1440 }] },
    { name: '夜班', departments: ['夜巡队'], shifts: [{ days: 'every-day', startMin: 1200, endMin: 1920 }] },
    { name: '周末值守', departments: ['执法队'], shifts: [{ days: 'workdays', startMin: 480, endMin: 1080 }, { days: 'rest-days', startMin: 540, endMin: 720 }] },
  ],
};
const of = (name: string): WorkCalendar => calendarOfDepartment(calendar, name);

describe('seasons, half days and 调休', () => {
  it('[SLA9] keeps summer and winter hours, and a half day for what it is', () => {
    expect(isOpenAt(calendar, shanghai('2026-09-30 17:15'))).toBe(true);
    expect(isOpenAt(calendar, shanghai('2026-11-02 17:15'))).toBe(false);
    expect(workMsBetween(calendar, shanghai('2026-02-16 00:00'), shanghai('2026-02-17 00:00'))).toBe(minutes(210));
  });

  it('[SLA9] carries four working hours filed at 16:30 before the October holiday to the first day after it', () => {
    expect(startClock(calendar, { value: 4, unit: 'work_hour' }, shanghai('2026-09-30 16:30')).dueAt).toBe(shanghai('2026-10-08 11:30'));
  });

  it('[SLA9] counts the 调休 Saturday after it as any working day', () => {
    expect(startClock(calendar, { value: 4, unit: 'work_hour' }, shanghai('2026-10-09 16:30')).dueAt).toBe(shanghai('2026-10-10 12:00'));
    expect(endOfWorkDay(calendar, shanghai('2026-10-08 10:00'), 2)).toBe(shanghai('2026-10-10 17:00'));
  });
});

describe('duty rosters', () => {
  it('[SLA10] run working hours of a department by its own shifts, past midnight and over holidays', () => {
    const limit = { value: 4, unit: 'work_hour' } as const;
    expect(startClock(of('派出所'), limit, shanghai('2026-10-03 23:00')).dueAt).toBe(shanghai('2026-10-04 03:00'));
    expect(startClock(of('夜巡队'), limit, shanghai('2026-10-03 06:00')).dueAt).toBe(shanghai('2026-10-03 22:00'));
    expect(startClock(of('执法队'), limit, shanghai('2026-10-04 11:00')).dueAt).toBe(shanghai('2026-10-05 12:00'));
    expect(startClock(of('没有值班表的'), limit, shanghai('2026-10-03 23:00')).dueAt).toBe(shanghai('2026-10-08 14:00'));
  });

  it('[SLA10] leave working days the public ones', () => {
    expect(startClock(of('派出所'), { value: 1, unit: 'work_day' }, shanghai('2026-09-30 10:00')).dueAt).toBe(shanghai('2026-10-08 17:00'));
  });

  it('say who is on duty and when somebody will be', () => {
    expect(isOpenAt(of('夜巡队'), shanghai('2026-01-05 07:59'))).toBe(true);
    expect(isOpenAt(of('夜巡队'), shanghai('2026-01-05 08:00'))).toBe(false);
    expect(nextOpening(of('夜巡队'), shanghai('2026-01-05 12:00'))).toBe(shanghai('2026-01-05 20:00'));
  });
});

describe('any calendar', () => {
  const start = shanghai('2026-01-01 00:00');
  const any = fc.constantFrom(calendar, of('派出所'), of('夜巡队'), of('执法队'));
  const from = fc.integer({ min: 0, max: 330 * 24 * 60 }).map((offset) => start + minutes(offset));

  it('[SLA11] never ends working time outside a session, and adds exactly what it was asked for', () => {
    fc.assert(fc.property(any, from, fc.integer({ min: 1, max: 3_000 }), (cal, at, length) => {
      const end = addWorkMs(cal, at, minutes(length));
      expect(sessionsOn(cal, end - 1).some((s) => s.from < end && end <= s.to)).toBe(true);
      expect(workMsBetween(cal, at, end)).toBe(minutes(length));
    }));
  });

  it('[SLA11] is monotone: more time or a later start never ends earlier', () => {
    fc.assert(fc.property(any, from, fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 500 }), (cal, at, later, length, more) => {
      expect(addWorkMs(cal, at + minutes(later), minutes(length))).toBeGreaterThanOrEqual(addWorkMs(cal, at, minutes(length)));
      expect(addWorkMs(cal, at, minutes(length + more))).toBeGreaterThanOrEqual(addWorkMs(cal, at, minutes(length)));
    }));
  });

  it('[SLA11] ends a limit of working days on a day the public works', () => {
    fc.assert(fc.property(any, from, fc.integer({ min: 1, max: 20 }), (cal, at, days) => {
      expect(isWorkday(cal, endOfWorkDay(cal, at, days) - 1)).toBe(true);
    }));
  });

  it('[SLA4] names the years that a date was reckoned through without their notice', () => {
    expect(missingYears(calendar, shanghai('2026-12-20 09:00'), shanghai('2026-12-31 17:00'))).toEqual([]);
    expect(missingYears(calendar, shanghai('2026-12-20 09:00'), shanghai('2028-01-04 17:00'))).toEqual([2027, 2028]);
  });
});
