import { describe, expect, it } from 'vitest';
import { ageStep } from './age-step.ts';

describe('the age that is shown', () => {
  it.each([
    ['a fresh one as one second', 120, 1_000],
    ['a clock that runs ahead as one second', -5_000, 1_000],
    ['below ten to the second', 9_999, 9_000],
    ['below a minute in tens, so that it does not tick', 59_000, 50_000],
    ['below an hour in minutes', 3_599_000, 3_540_000],
    ['then in hours', 7_300_000, 7_200_000],
  ])('tells %s', (_, ageMs, shownMs) => {
    expect(ageStep(ageMs)).toBe(shownMs);
  });
});
