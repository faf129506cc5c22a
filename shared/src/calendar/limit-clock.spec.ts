import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes, shanghai, specCalendar as calendar } from './calendar.fixture.ts';
import { extendClock, haltClock, lampAt, resumeClock, shareBin, shareUsed, startClock } from './limit-clock.ts';

const nine = shanghai('2026-01-05 09:00');

describe('limit clock', () => {
  it('[SLA5] is green to 80 %, yellow to 100 %, red beyond', () => {
    const clock = startClock(calendar, { value: 100, unit: 'minute' }, nine);
    expect(lampAt(clock, nine + minutes(80))).toBe('green');
    expect(lampAt(clock, nine + minutes(80) + 1)).toBe('yellow');
    expect(lampAt(clock, nine + minutes(100))).toBe('yellow');
    expect(lampAt(clock, nine + minutes(100) + 1)).toBe('red');
  });

  it('[SLA6] is grey while paused and gets the paused time added', () => {
    const clock = startClock(calendar, { value: 4, unit: 'work_hour' }, nine);
    const paused = haltClock(calendar, clock, nine + minutes(60), 'paused');
    expect(lampAt(paused, nine + minutes(10_000))).toBe('paused');
    const resumed = resumeClock(calendar, paused, shanghai('2026-01-08 08:30'));
    expect(resumed.dueAt).toBe(shanghai('2026-01-08 11:30'));
    expect(shareUsed(calendar, resumed, shanghai('2026-01-08 11:30'))).toBeCloseTo(1, 9);
  });

  it('[SLA7] keeps the lamp it was handed in with, however long it is looked at', () => {
    const clock = startClock(calendar, { value: 100, unit: 'minute' }, nine);
    expect(lampAt(haltClock(calendar, clock, nine + minutes(90), 'stopped'), nine + minutes(9_000))).toBe('yellow');
    expect(lampAt(haltClock(calendar, clock, nine + minutes(101), 'stopped'), nine + minutes(9_000))).toBe('red');
  });

  it('[SLA8] takes a new due time when extended', () => {
    const clock = startClock(calendar, { value: 2, unit: 'hour' }, nine);
    const extended = extendClock(calendar, clock, nine + minutes(60), nine + minutes(240));
    expect(extended.dueAt).toBe(nine + minutes(240));
    expect(lampAt(extended, nine + minutes(150))).toBe('green');
    expect(lampAt(extended, nine + minutes(241))).toBe('red');
  });

  it('[SLA8] takes a new due time on a day off as it was given', () => {
    const clock = startClock(calendar, { value: 4, unit: 'work_hour' }, nine);
    const saturday = shanghai('2026-01-10 16:00');
    const extended = extendClock(calendar, clock, nine + minutes(60), saturday);
    expect(extended.dueAt).toBe(saturday);
    expect([lampAt(extended, saturday), lampAt(extended, saturday + 1)]).toEqual(['yellow', 'red']);
  });

  it('stays red after a late hand-in was sent back', () => {
    const clock = startClock(calendar, { value: 10, unit: 'minute' }, nine);
    const late = haltClock(calendar, clock, nine + minutes(30), 'stopped');
    expect(lampAt(resumeClock(calendar, late, nine + minutes(60)), nine + minutes(61))).toBe('red');
  });

  it('puts the share into the bin whose lamp is shown, at any time and for any unit', () => {
    const unit = fc.constantFrom('work_minute', 'work_hour', 'work_day', 'minute', 'hour', 'day');
    fc.assert(fc.property(unit, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 60 * 24 * 60 }), (u, value, later) => {
      const clock = startClock(calendar, { value, unit: u as 'hour' }, nine);
      const now = nine + minutes(later);
      const found = shareBin(calendar, clock, now);
      const lamp = found!.bin < 8 ? 'green' : found!.bin < 10 ? 'yellow' : 'red';
      expect(lamp).toBe(lampAt(clock, now));
      expect(found!.nextAt).toBeGreaterThanOrEqual(now);
      if (found!.nextAt < Infinity) expect(shareBin(calendar, clock, found!.nextAt + 1)!.bin).toBeGreaterThan(found!.bin);
    }));
  });
});

describe('a clock that was sent back after most of its limit was used', () => {
  it('is yellow from its first instant, in lamp and bin alike', () => {
    const clock = startClock(calendar, { value: 100, unit: 'minute' }, nine);
    const resumed = resumeClock(calendar, haltClock(calendar, clock, nine + minutes(95), 'stopped'), nine + minutes(500));
    expect(lampAt(resumed, nine + minutes(500))).toBe('yellow');
    expect(shareBin(calendar, resumed, nine + minutes(500))!.bin).toBe(9);
  });
});
