import { describe, expect, it } from 'vitest';
import type { Figures } from './figures.ts';
import { rankAreas } from './area-rank.ts';

const figuresOf = (villages: readonly (readonly [code: string, onTime: number, due: number])[]): Figures =>
  ({ villages: villages.map(([villageCode, closedOnTime, due]) => ({ villageCode, open: 0, month: { closed: closedOnTime, closedOnTime, due } })) }) as unknown as Figures;

describe('the ranking of villages', () => {
  it('goes by the rate, and shares a rank among equals', () => {
    const ranked = rankAreas(figuresOf([['a', 9, 10], ['b', 10, 10], ['c', 18, 20], ['d', 5, 10]]), []);
    expect(ranked.map(({ areaCode, rank }) => [areaCode, rank])).toEqual([['b', 1], ['c', 2], ['a', 2], ['d', 4]]);
  });

  it('gives no rank below five, however good', () => {
    const ranked = rankAreas(figuresOf([['few', 4, 4], ['none', 0, 0], ['poor', 1, 10]]), []);
    expect(ranked.map(({ areaCode, rank }) => [areaCode, rank])).toEqual([['poor', 1], ['few', null], ['none', null]]);
  });

  it('is of the townships where there are several, each the sum of its villages', () => {
    const towns = ['320281103', '320281104'].map((code) => ({ code, name: code, room: '' }));
    const ranked = rankAreas(figuresOf([['320281103200', 9, 10], ['320281103201', 8, 10], ['320281104200', 19, 20]]), towns);
    expect(ranked.map(({ areaCode, rank, closedOnTime, due }) => [areaCode, rank, closedOnTime, due])).toEqual([['320281104', 1, 19, 20], ['320281103', 2, 17, 20]]);
  });
});
