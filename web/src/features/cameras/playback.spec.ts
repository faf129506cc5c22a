import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_WAIT_MS, Playback, STALL_MS, waitAfter, type Picture } from './playback.ts';

let opened: { readonly onTrouble: () => void; isClosed: boolean }[] = [];
let pictures: Picture[] = [];
let playback: Playback;
let isRefused = false;

const last = (): Picture | undefined => pictures.at(-1);
const pass = (ms: number): Promise<void> => vi.advanceTimersByTimeAsync(ms).then(() => undefined);
const openOnes = (): number => opened.filter(({ isClosed }) => !isClosed).length;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  [opened, pictures, isRefused] = [[], [], false];
  playback = new Playback({
    open: async (onTrouble) => {
      if (isRefused) throw new Error('nothing there');
      const one = { onTrouble, isClosed: false };
      opened.push(one);
      return { close: () => { one.isClosed = true; }, lagS: () => 3 };
    },
    onPicture: (picture) => pictures.push(picture), now: () => Date.now(), random: () => 0.5,
  });
});
afterEach(() => {
  playback.end();
  vi.useRealTimers();
});

describe('the picture of a camera', () => {
  it('[VD5] is live while frames come, stalled since the last one when none came for four seconds, and live again by itself', async () => {
    await pass(100);
    playback.frame();
    const frameAt = Date.now();
    expect(last()).toEqual({ state: 'live', lagS: 3 });
    await pass(STALL_MS - 600);
    expect(last()).toMatchObject({ state: 'live' });
    await pass(1_200);
    expect(last()).toEqual({ state: 'stalled', since: frameAt });
    playback.frame();
    expect(last()).toMatchObject({ state: 'live' });
  });

  it('[VD5] opens a source anew that gives nothing, with one open at a time', async () => {
    await pass(0);
    playback.frame();
    await pass(14_000);
    expect([opened.length, openOnes()]).toEqual([2, 1]);
    expect(last()).toMatchObject({ state: 'stalled' });
  });

  it('[VD5] says since when nothing is there, and tries later and later, half a minute apart at most', async () => {
    playback.end();
    isRefused = true;
    const startedAt = Date.now();
    const tries: number[] = [];
    playback = new Playback({
      open: () => { tries.push(Date.now() - startedAt); return Promise.reject(new Error('away')); },
      onPicture: (picture) => pictures.push(picture), now: () => Date.now(), random: () => 0.5,
    });
    await pass(130_000);
    expect(last()).toEqual({ state: 'away', since: startedAt });
    expect(tries).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000, 91_000, 121_000]);
  });

  it('[VD5] waits a quarter more or less, so that screens do not come back all at once', () => {
    expect([waitAfter(0, 0), waitAfter(0, 1), waitAfter(20, 0), waitAfter(20, 1)]).toEqual([750, 1_250, 0.75 * LONGEST_WAIT_MS, 1.25 * LONGEST_WAIT_MS]);
  });

  it('[VD5] hears of trouble once, and of an old source not at all', async () => {
    await pass(0);
    playback.frame();
    opened[0]?.onTrouble();
    opened[0]?.onTrouble();
    await pass(1_100);
    opened[0]?.onTrouble();
    await pass(5_000);
    expect([opened.length, openOnes()]).toEqual([2, 1]);
  });

  it('[VD10] leaves nothing open when it ends, not even what came too late', async () => {
    await pass(0);
    let arrive: (() => void) | undefined;
    let isLateClosed = false;
    const late = new Playback({
      open: () => new Promise((resolve) => { arrive = () => resolve({ close: () => { isLateClosed = true; }, lagS: () => null }); }),
      onPicture: () => undefined, now: () => Date.now(), random: () => 0.5,
    });
    late.end();
    arrive?.();
    playback.end();
    await pass(60_000);
    expect([isLateClosed, openOnes(), opened.length, vi.getTimerCount()]).toEqual([true, 0, 1, 0]);
  });
});
