import { describe, expect, it } from 'vitest';
import { onTimeRate, shownRate } from './rate.ts';

describe('a rate', () => {
  it('is a dash, never 0 or 100, when nothing was due', () => {
    expect(shownRate(0, 0)).toEqual({ percent: null, text: '—', isFew: false });
  });

  it('carries one decimal, and none at 100', () => {
    expect(shownRate(1_176, 1_204).text).toBe('97.7');
    expect(shownRate(37, 37).text).toBe('100');
  });

  it('never reads 100 while one is missing, nor 0 while one was done', () => {
    expect(shownRate(9_999, 10_000).text).toBe('99.9');
    expect(shownRate(1, 10_000).text).toBe('0.1');
  });

  it('says 样本少 below five', () => {
    expect(onTimeRate({ closed: 4, closedOnTime: 4, due: 4 }).isFew).toBe(true);
    expect(onTimeRate({ closed: 5, closedOnTime: 5, due: 5 }).isFew).toBe(false);
  });
});
