import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '@wangge/shared/base';
import type { HourFigure } from '@wangge/shared/figures';
import { hourLabels, type TrendWords } from './trend.ts';
import { namePlaces } from './trend-names.ts';

/** 24 hours that end with the hour from `lastHour` o'clock in Shanghai. */
function hoursTo(lastHour: number, reported: (index: number) => number): HourFigure[] {
  const lastAt = Date.UTC(2026, 10, 20) + (lastHour - 8) * HOUR_MS;
  return Array.from({ length: 24 }, (_, index) => ({ hourAt: lastAt - (23 - index) * HOUR_MS, reported: reported(index), closed: 1, meanReported: 0.5 }));
}

const words: TrendWords = { hour: (n) => `${n} 时`, yesterday: (n) => `昨 ${n}`, now: '此时', reported: '上报', closed: (n) => `办结 ${n}`, mean: '7 日均线' };

describe('the hours below the trend', () => {
  it('name the first, midnight, the quarters of the day and now', () => {
    expect([...hourLabels(hoursTo(15, () => 1), words)]).toEqual([[0, '昨 16'], [8, '0 时'], [14, '6'], [20, '12'], [23, '此时']]);
  });

  it('leave out what would touch its neighbour', () => {
    const labels = hourLabels(hoursTo(1, () => 1), words);
    expect(labels.has(22)).toBe(false);
    expect(labels.get(23)).toBe('此时');
  });
});

describe('the names on the trend', () => {
  it('keep off the end, where 办结 stands', () => {
    const { reported, closed } = namePlaces(hoursTo(15, (index) => index), 14.5);
    expect(closed?.index).toBe(23);
    expect(reported?.index).toBeLessThanOrEqual(23 - 4 - 1);
  });

  it('write 上报 over today, and over yesterday while today has nothing to show', () => {
    expect(namePlaces(hoursTo(15, (index) => (index === 3 ? 9 : 5)), 14.5).reported?.index).toBeGreaterThanOrEqual(8);
    expect(namePlaces(hoursTo(1, (index) => (index === 3 ? 9 : 5)), 14.5).reported?.index).toBe(3);
  });

  it('write the mean over calm hours, clear of 上报', () => {
    const { mean, reported } = namePlaces(hoursTo(15, (index) => (index > 8 && index < 14 ? 0 : 8)), 14.5);
    expect(mean).toMatchObject({ index: 11 });
    expect(Math.abs((mean?.index ?? 0) - (reported?.index ?? 0))).toBeGreaterThan(3);
  });

  it('write the mean off the rule at midnight, unless only there is room', () => {
    const calm = (from: number, to: number): number | undefined => namePlaces(hoursTo(15, (index) => (index >= from && index <= to ? 1 : index === 20 ? 12 : 8)), 14.5).mean?.index;
    expect(Math.abs((calm(5, 11) ?? NaN) - 7.5)).toBeGreaterThan(2);
    expect(namePlaces(hoursTo(15, () => 8), 14.5).mean).not.toBeNull();
  });

  it('are none without hours, and without reports none for them', () => {
    expect(namePlaces([], 14.5)).toEqual({ reported: null, closed: null, mean: null });
    expect(namePlaces(hoursTo(15, () => 0), 14.5).reported).toBeNull();
  });
});
