import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import { keepRound, takeUpRound, type KeptRound } from './kept-round.ts';

function storage(room = Infinity) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null, removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => { if (value.length > room) throw new Error('QuotaExceededError'); kept.set(key, value); },
  };
}
const round: KeptRound = {
  id: 'r1', personId: 'p1', startedAt: 1_800_000_000_000,
  fixes: [0, 5_200, 10_000].map((ms) => ({ unitId: asId<UnitId>(''), at: 1_800_000_000_000 + ms, lng: 120.289203, lat: 31.782066, speedKmh: null, headingDeg: null, accuracyM: 8 })),
};

describe('a round that runs on a phone', () => {
  it('is there with its way after the page was killed, for who began it and nobody else', () => {
    const disk = storage();
    keepRound(disk, round);
    expect(takeUpRound(disk, 'p1')).toEqual(round);
    expect(takeUpRound(disk, 'p2')).toBeNull();
    keepRound(disk, null);
    expect(takeUpRound(disk, 'p1')).toBeNull();
  });

  it('keeps at least that it runs, on a phone that is full', () => {
    const disk = storage(120);
    keepRound(disk, round);
    expect(takeUpRound(disk, 'p1')).toEqual({ ...round, fixes: [] });
  });
});
