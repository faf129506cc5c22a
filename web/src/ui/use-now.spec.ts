import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRenderer, h, shallowRef, type ShallowRef } from 'vue';
import { provideNow, useNow, useTurns } from './use-now.ts';

const PRESENT = 1_700_000_000_000;
const node = (): object => ({});
/** Draws nowhere: what is tested are the clocks. */
const { createApp } = createRenderer<object, object>({
  patchProp: () => undefined, insert: () => undefined, remove: () => undefined, createElement: node, createText: node, createComment: node, setText: () => undefined,
  setElementText: () => undefined, parentNode: () => null, nextSibling: () => null,
});

interface Clocks {
  readonly now: Readonly<ShallowRef<number>>;
  readonly turns: Readonly<ShallowRef<number>>;
}

function openPage(pastAt: ShallowRef<number | null>, heldAt: ShallowRef<number | null>): { clocks: Clocks; close(): void } {
  let clocks!: Clocks;
  const Child = { setup: () => (clocks = { now: useNow(), turns: useTurns() }, () => null) };
  const app = createApp({
    setup() {
      provideNow({ trueNow: () => Date.now(), pastAt: () => pastAt.value, heldAt: () => heldAt.value });
      return () => h(Child);
    },
  });
  app.mount({});
  return { clocks, close: () => app.unmount() };
}

describe('the clocks of a page', () => {
  const [pastAt, heldAt] = [shallowRef<number | null>(null), shallowRef<number | null>(null)];
  beforeEach(() => {
    vi.useFakeTimers({ now: PRESENT });
    [pastAt.value, heldAt.value] = [null, null];
  });
  afterEach(() => void vi.useRealTimers());

  it('[RP8] lead the turns of tiles by true time while the past rests or is played, and show its moment', () => {
    const { clocks: { now, turns }, close } = openPage(pastAt, heldAt);
    pastAt.value = PRESENT - 86_400_000;
    vi.advanceTimersByTime(5_500);
    expect([now.value, Math.floor((turns.value - PRESENT) / 1_000)]).toEqual([PRESENT - 86_400_000, 5]);
    pastAt.value = PRESENT - 86_400_000 + 600_000;
    vi.advanceTimersByTime(1_000);
    expect([now.value, Math.floor((turns.value - PRESENT) / 1_000)]).toEqual([PRESENT - 86_400_000 + 600_000, 6]);
    close();
  });

  it('rest, turns too, while the picture is held', () => {
    const { clocks: { now, turns }, close } = openPage(pastAt, heldAt);
    heldAt.value = PRESENT;
    vi.advanceTimersByTime(5_000);
    expect([now.value, turns.value]).toEqual([PRESENT, PRESENT]);
    close();
  });
});
