import { describe, expect, it } from 'vitest';
import { shownNumber, shownRange, shownScore } from './shown-figure.ts';

describe('figures of appraisal as people read them', () => {
  it('show — for nothing, whole counts whole, and no share rounded up to 100', () => {
    expect([shownNumber(null, '%'), shownNumber(12, '件'), shownNumber(99.97, '%'), shownNumber(100, '%'), shownScore(null), shownScore(88.25)]).toEqual(['—', '12', '99.9', '100', '—', '88.3']);
  });

  it('name the ends of a band', () => {
    const say = (key: string, values: Readonly<Record<string, number>>): string => `${key} ${Object.values(values).join(' ')}`;
    expect([shownRange({ min: 95, max: null }, say), shownRange({ min: null, max: 5 }, say), shownRange({ min: 1, max: 5 }, say), shownRange({ min: 0, max: 0 }, say)]).toEqual(['from 95', 'to 5', 'between 1 5', '0']);
  });
});
