import { describe, expect, it } from 'vitest';
import type { Figures } from '@wangge/shared/figures';
import { rankVillages } from './village-rank.ts';

const figuresOf = (villages: readonly (readonly [code: string, onTime: number, due: number])[]): Figures =>
  ({ villages: villages.map(([villageCode, closedOnTime, due]) => ({ villageCode, open: 0, month: { closed: closedOnTime, closedOnTime, due } })) }) as unknown as Figures;

describe('the ranking of villages', () => {
  it('goes by the rate, and shares a rank among equals', () => {
    const ranked = rankVillages(figuresOf([['a', 9, 10], ['b', 10, 10], ['c', 18, 20], ['d', 5, 10]]));
    expect(ranked.map(({ villageCode, rank }) => [villageCode, rank])).toEqual([['b', 1], ['c', 2], ['a', 2], ['d', 4]]);
  });

  it('gives no rank below five, however good', () => {
    const ranked = rankVillages(figuresOf([['few', 4, 4], ['none', 0, 0], ['poor', 1, 10]]));
    expect(ranked.map(({ villageCode, rank }) => [villageCode, rank])).toEqual([['poor', 1], ['few', null], ['none', null]]);
  });
});
