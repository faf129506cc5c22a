import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TroubleWatch } from './trouble-watch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the watch over a source of tiles', () => {
  it('[MP11] tells once that it is gone, asks again by itself, and tells once that it is back', async () => {
    const told: boolean[] = [];
    let answers = false;
    const watch = new TroubleWatch(() => (answers ? Promise.resolve() : Promise.reject(new Error('gone'))), (isGone) => told.push(isGone));
    watch.failed();
    watch.failed();
    watch.succeeded();
    watch.failed();
    watch.failed();
    expect(told, 'single tiles may be missing').toEqual([]);
    for (let failure = 0; failure < 5; failure += 1) watch.failed();
    expect(told).toEqual([true]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([true]);
    answers = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told).toEqual([true, false]);
  });

  it('asks no more once it is closed', async () => {
    const probe = vi.fn(() => Promise.reject(new Error('gone')));
    const watch = new TroubleWatch(probe, () => undefined);
    for (let failure = 0; failure < 3; failure += 1) watch.failed();
    watch.close();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(probe).not.toHaveBeenCalled();
  });
});
