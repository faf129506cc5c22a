import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, type EffectScope, type ShallowRef } from 'vue';
import { useAccessStore } from '../access/access.store.ts';
import { useBoardsStore } from '../boards/boards.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useInterruption } from './use-interruption.ts';

const MOMENT = 1_000_000;
let alarms: { id: string; state: string }[] = [];
let version = 1;
let scope: EffectScope;
let stoppedAt: Readonly<ShallowRef<number | null>>;

/** The server tells of its alarms as they are now. */
async function tell(...now: { id: string; state: string }[]): Promise<void> {
  alarms = now;
  version += 1;
  useBoardsStore().hint({ alarms: version });
  await vi.advanceTimersByTimeAsync(0);
  await nextTick();
}

beforeEach(async () => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  useLinkStatusStore().hasPicture = true;
  useAccessStore().session = { person: { id: 'w', name: '大屏' }, roles: ['wall'], role: 'wall', unitId: null, tile: null, boards: ['alarms'] };
  alarms = [];
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ name: 'alarms', version, at: 1, board: { alarms } }), { status: 200 }));
  scope = effectScope();
  stoppedAt = scope.run(() => useInterruption())!;
  await tell();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a wall that replays the past when an alarm comes', () => {
  it('[RP7] goes back to the present at once and says for a while where it was', async () => {
    const link = useLinkStatusStore();
    link.showPast(MOMENT, true);
    await nextTick();
    await tell({ id: 'seen', state: 'acknowledged' });
    expect([link.isReturning, stoppedAt.value]).toEqual([false, null]);
    await tell({ id: 'seen', state: 'acknowledged' }, { id: 'new', state: 'raised' });
    expect([link.isReturning, stoppedAt.value]).toEqual([true, MOMENT]);
    vi.advanceTimersByTime(20_000);
    expect(stoppedAt.value).toBeNull();
  });

  it('[RP7] lets whoever went back while an alarm stood, until another comes', async () => {
    const link = useLinkStatusStore();
    await tell({ id: 'old', state: 'raised' });
    link.showPast(MOMENT, true);
    await nextTick();
    await tell({ id: 'old', state: 'raised' });
    expect(link.isReturning).toBe(false);
    await tell({ id: 'old', state: 'raised' }, { id: 'new', state: 'raised' });
    expect(link.isReturning).toBe(true);
  });
});
