import { describe, expect, it } from 'vitest';
import { LatestOnly } from './latest-only.ts';

describe('LatestOnly', () => {
  it('has one value under way and keeps only the newest of those that wait', async () => {
    const sent: number[] = [];
    const arrivals: (() => void)[] = [];
    const queue = new LatestOnly<number>((value) => {
      sent.push(value);
      return new Promise<void>((resolve) => arrivals.push(resolve));
    });
    for (const value of [1, 2, 3]) queue.push(value);
    expect(sent).toEqual([1]);
    arrivals[0]?.();
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toEqual([1, 3]);
    arrivals[1]?.();
    await Promise.resolve();
    await Promise.resolve();
    queue.push(4);
    expect(sent).toEqual([1, 3, 4]);
  });
});
