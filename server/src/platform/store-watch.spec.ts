import { describe, expect, it } from 'vitest';
import type { StoreTrouble } from '@wangge/shared/wire';
import type { Clock } from './clock.ts';
import { silentLogger } from './logger.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { LOOK_EACH_MS, TRY_EACH_MS, createStoreWatch, troubleReading } from './store-watch.ts';

function handClock(): Clock & { pass(ms: number): Promise<void> } {
  let now = 1_000;
  let due: { at: number; ring: () => void } | null = null;
  return {
    now: () => now,
    every: () => () => undefined,
    after(delayMs, ring) {
      due = { at: now + delayMs, ring };
      return () => void (due = null);
    },
    async pass(ms) {
      now += ms;
      if (due !== null && due.at <= now) {
        const { ring } = due;
        due = null;
        ring();
      }
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

/** A store that fails as it is told to, watched. */
function watched() {
  const clock = handClock();
  const store = { fault: null as Error | null, writes: 0, async write() { this.writes += 1; if (this.fault) throw this.fault; } };
  const watch = createStoreWatch(clock, silentLogger);
  const told: (StoreTrouble | null)[] = [];
  watch.onChange((trouble) => told.push(trouble));
  const port = watch.over(store);
  const stop = watch.start(() => store.write());
  return { clock, store, watch, told, port, stop };
}

const full = new StoreUnavailable('full', { hindrance: 'disk' });

describe('the watch over the store', () => {
  it('[RL14] begins with the first write that fails, and the writer is told all the same', async () => {
    const { store, port, watch, told, clock } = watched();
    await port.write();
    expect(told).toEqual([]);
    store.fault = full;
    await expect(port.write()).rejects.toBe(full);
    await clock.pass(500);
    await expect(port.write()).rejects.toBe(full);
    expect(told).toEqual([{ since: 1_000, hindrance: 'disk' }]);
    expect(troubleReading(watch)).toEqual({ disk: 1, database: 0 });
  });

  it('[RL14] ends when a try succeeds, though nobody writes, and not by a lucky write', async () => {
    const { store, port, watch, told, clock } = watched();
    store.fault = full;
    await expect(port.write()).rejects.toBe(full);
    await clock.pass(TRY_EACH_MS);
    expect(watch.trouble()).not.toBeNull();
    store.fault = null;
    await port.write();
    expect(watch.trouble()).not.toBeNull();
    await clock.pass(TRY_EACH_MS);
    expect(told).toEqual([{ since: 1_000, hindrance: 'disk' }, null]);
  });

  it('[RL14] finds out by itself where nobody writes', async () => {
    const { store, told, clock } = watched();
    store.fault = new StoreUnavailable('away');
    await clock.pass(LOOK_EACH_MS);
    expect(told).toEqual([{ since: 1_000 + LOOK_EACH_MS, hindrance: 'database' }]);
  });

  it('takes neither a fault of another kind nor a store that is only busy for trouble', async () => {
    const { store, port, told } = watched();
    for (const fault of [new Error('other'), new StoreUnavailable('others were faster', { hindrance: 'busy' })]) {
      store.fault = fault;
      await expect(port.write()).rejects.toBe(fault);
    }
    expect(told).toEqual([]);
  });

  it('tries no more once it was stopped', async () => {
    const { store, port, clock, stop } = watched();
    store.fault = full;
    await expect(port.write()).rejects.toBe(full);
    const { writes } = store;
    stop();
    await clock.pass(LOOK_EACH_MS);
    expect(store.writes).toBe(writes);
  });
});
