import { describe, expect, it } from 'vitest';
import { T0 } from './appraisal.fixture.ts';
import { letterOf, scoreTerms, type Term } from './composite.ts';
import { figureOf } from './figure.ts';
import { bandOf, type Indicator, type IndicatorId } from './indicator.ts';
import { periodAt } from './period.ts';
import { rank } from './ranking.ts';

const indicator = (id: IndicatorId): Indicator => ({
  id, name: id, objects: ['area'], posts: [], better: 'higher', unit: '%', bands: { green: { min: 95, max: null }, yellow: { min: 85, max: null } },
  formula: '', denominator: '', note: '', source: 'F', bandSource: 'F',
});
const month = periodAt('month', T0);
const asOf = month.endAt;
const AREA: readonly Term[] = [
  { indicator: 'I38', weight: 0.1, as: 'inverse' },
  { indicator: 'I11', weight: 0.2, as: 'steps', steps: [{ from: 0, score: 100 }, { from: 1, score: 90 }, { from: 3, score: 75 }, { from: 9, score: 0 }] },
  { indicator: 'I20', weight: 0.3, as: 'value' }, { indicator: 'I21', weight: 0.4, as: 'value' },
];
const readings = (values: Partial<Record<IndicatorId, number>>, n = 20) => (id: IndicatorId) => ({ value: values[id] ?? null, n });

describe('figures', () => {
  it('[AP8] a denominator of zero gives no value, no band, never 0 % or 100 %', () => {
    expect(figureOf(indicator('I20'), { numerator: 0, denominator: 0 })).toMatchObject({ value: null, band: null, n: 0 });
  });

  it('[AP9] a mean tells its median, its 90th percentile and its n, and fewer than five are marked', () => {
    const hours = [1, 2, 3, 10].map((h) => h * 3_600_000);
    expect(figureOf(indicator('I28'), { numerator: 16 * 3_600_000, denominator: 4 }, hours)).toMatchObject({ value: 4, median: 2.5, p90: 10, n: 4, isFew: true });
    expect(figureOf(indicator('I20'), { numerator: 5, denominator: 5 })).toMatchObject({ value: 100, isFew: false, band: 'green' });
  });

  it('[AP10] bands are data: within the green, within the yellow, else red', () => {
    const whistle = { green: { min: 1, max: 5 }, yellow: { min: 0, max: 10 } };
    expect([0, 3, 8, 12, null].map((value) => bandOf(whistle, value))).toEqual(['yellow', 'green', 'yellow', 'red', null]);
  });
});

describe('scores', () => {
  it('[AP11] an area gains by closing and loses by being told; its weights add up to one', () => {
    const score = (closed: number, told: number) => scoreTerms(AREA, readings({ I38: told, I11: 2, I20: closed, I21: 80 }), month, asOf, 1).score!;
    expect(score(90, 10)).toBeCloseTo(0.1 * 90 + 0.2 * 90 + 0.3 * 90 + 0.4 * 80);
    expect(score(95, 10)).toBeGreaterThan(score(90, 10));
    expect(score(90, 20)).toBeLessThan(score(90, 10));
  });

  it('[AP12] terms without a value are left out and the weights of the others brought to one', () => {
    const partial = scoreTerms(AREA, readings({ I20: 90, I21: 80 }), month, asOf, 1);
    expect(partial.score).toBeCloseTo((0.3 * 90 + 0.4 * 80) / 0.7);
    expect(scoreTerms(AREA, readings({}), month, asOf, 1).score).toBeNull();
  });

  it('[AP13] steps of a count mean the same for every period and size of area', () => {
    const term: Term = { indicator: 'I11', weight: 1, as: 'steps', per: 'grid-week', steps: [{ from: 0, score: 100 }, { from: 3, score: 75 }] };
    const at = (filed: number, grids: number, kind: 'month' | 'quarter') => scoreTerms([term], readings({ I11: filed }), periodAt(kind, T0), Infinity, grids).score;
    expect([at(12, 1, 'month'), at(14, 1, 'month'), at(14, 2, 'month'), at(36, 1, 'quarter')]).toEqual([100, 75, 100, 100]);
  });

  it('[AP14] letters are data; the best reached counts', () => {
    const letters = [{ letter: 'E', from: 0 }, { letter: 'B', from: 75 }, { letter: 'A', from: 90 }];
    expect([95, 90, 89.9, 10, null].map((score) => letterOf(letters, score))).toEqual(['A', 'A', 'B', 'E', null]);
  });

  it('[AP15] only equals are ranked: the same terms, and five cases at least', () => {
    const score = (value: number | null, n: number, withTold = true) =>
      ({ score: value, n, terms: [{ indicator: 'I20' as const, weight: 1, score: value }, { indicator: 'I38' as const, weight: 1, score: withTold ? 1 : null }] });
    const placed = rank([
      { id: 'a', score: score(80, 9) }, { id: 'b', score: score(90, 9) }, { id: 'c', score: score(80, 9) }, { id: 'few', score: score(99, 4) },
      { id: 'other', score: score(98, 9, false) }, { id: 'none', score: score(null, 0) },
    ]);
    expect(placed.map(({ id, place, why }) => [id, place, why])).toEqual([
      ['b', 1, null], ['a', 2, null], ['c', 2, null], ['few', null, 'few'], ['other', null, 'other-terms'], ['none', null, 'no-score'],
    ]);
  });
});
