import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';
import type { WallState } from '@wangge/shared/stage';
import { useAgreedState } from './use-agreed-state.ts';

const T = 1_800_000_000_000;
const state = (revision: number, from: number): WallState => ({ revision, from } as WallState);

describe('what a wall of several displays is told', () => {
  beforeEach(() => {
    setActivePinia(createPinia());
    vi.useFakeTimers({ now: T });
  });
  afterEach(() => vi.useRealTimers());

  it('[PR8] is shown from the moment the server named, whoever heard of it sooner, and at once by who heard of it later', async () => {
    const scope = effectScope();
    const [early, late] = [shallowRef<WallState | null>(state(1, 0)), shallowRef<WallState | null>(state(1, 0))];
    const shown = scope.run(() => [useAgreedState(early), useAgreedState(late)]) ?? [];
    const revisions = (): (number | undefined)[] => shown.map(({ value }) => value?.revision);
    early.value = state(2, T + 150);
    await nextTick();
    expect(revisions()).toEqual([1, 1]);
    vi.advanceTimersByTime(149);
    expect(revisions()).toEqual([1, 1]);
    vi.advanceTimersByTime(1);
    expect(revisions()).toEqual([2, 1]);
    vi.advanceTimersByTime(20);
    late.value = state(2, T + 150);
    await nextTick();
    expect(revisions()).toEqual([2, 2]);
    scope.stop();
  });

  it('[PR8] is not waited for where the clocks do not agree', async () => {
    const scope = effectScope();
    const told = shallowRef<WallState | null>(state(1, 0));
    const shown = scope.run(() => useAgreedState(told));
    told.value = state(2, T + 60_000);
    await nextTick();
    expect(shown?.value?.revision).toBe(2);
    scope.stop();
  });
});
