import { describe, expect, it } from 'vitest';
import { lastDueAt, nextDueAt, type BriefingPlan } from './index.ts';

const base: BriefingPlan = { id: 'p', name: '日报', kind: 'day', which: 'running', areaCode: '', day: null, minute: 18 * 60, figureIds: ['open'] };
const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('[BF8] a plan is due', () => {
  it('each day at its time', () => {
    expect(lastDueAt(base, at('2026-11-20T17:59:59'))).toBe(at('2026-11-19T18:00:00'));
    expect(lastDueAt(base, at('2026-11-20T18:00:00'))).toBe(at('2026-11-20T18:00:00'));
    expect(nextDueAt(base, at('2026-11-20T18:00:00'))).toBe(at('2026-11-21T18:00:00'));
  });

  it('each week on its day', () => {
    const week: BriefingPlan = { ...base, kind: 'week', day: 1, minute: 510 };
    expect(lastDueAt(week, at('2026-11-22T23:00:00'))).toBe(at('2026-11-16T08:30:00'));
    expect(nextDueAt(week, at('2026-11-22T23:00:00'))).toBe(at('2026-11-23T08:30:00'));
  });

  it('each month on its day, through a month of 31 days and over the year', () => {
    const month: BriefingPlan = { ...base, kind: 'month', day: 28, minute: 510 };
    expect(lastDueAt(month, at('2027-01-28T08:29:00'))).toBe(at('2026-12-28T08:30:00'));
    expect(nextDueAt(month, at('2026-12-28T08:30:00'))).toBe(at('2027-01-28T08:30:00'));
  });
});
