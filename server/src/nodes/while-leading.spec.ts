import { describe, expect, it } from 'vitest';
import type { Clock } from '../platform/clock.ts';
import { silentLogger } from '../platform/logger.ts';
import type { LeaseStore } from '../store/lease-store.ts';
import { LEASE_MS, whileLeading } from './while-leading.ts';

/** Leases kept by the rule of their port, in the hand of the test: they can be out of reach, slow, or somebody else's. */
function handLeases(): LeaseStore & { isAway: boolean; answers: Promise<void>; give(holder: string, until: number): void } {
  const held = new Map<string, { holder: string; until: number }>();
  return {
    isAway: false,
    answers: Promise.resolve(),
    give: (holder, until) => void held.set('timers', { holder, until }),
    async take(name, holder, forMs, now) {
      const { answers } = this;
      if (this.isAway) throw new Error('away');
      const other = held.get(name);
      const isFree = !other || other.holder === holder || other.until <= now;
      if (isFree) held.set(name, { holder, until: now + forMs });
      await answers;
      return isFree;
    },
  };
}

function handClock(): Clock & { advance(ms: number): Promise<void> } {
  let now = 0;
  const timers = new Set<{ at: number; everyMs: number; run: () => void }>();
  const add = (timer: { at: number; everyMs: number; run: () => void }): (() => void) => {
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  return {
    now: () => now,
    after: (delayMs, run) => add({ at: now + delayMs, everyMs: Infinity, run }),
    every: (everyMs, run) => add({ at: now + everyMs, everyMs, run }),
    async advance(ms) {
      for (const end = now + ms; now < end;) {
        now += 1_000;
        for (const timer of timers) if (timer.at <= now) {
          timer.at = now + timer.everyMs;
          timer.run();
        }
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      }
    },
  };
}

function node(leases: LeaseStore, clock: Clock): { runs: number; begun: number; leave: () => void } {
  const state = { runs: 0, begun: 0, leave: () => undefined as void };
  state.leave = whileLeading('timers', leases, () => {
    state.runs += 1;
    state.begun += 1;
    return () => void (state.runs -= 1);
  }, clock, silentLogger);
  return state;
}

describe('what only one node may do', () => {
  it('is done by the first and, when that leaves, by the next within the time of a lease', async () => {
    const [leases, clock] = [handLeases(), handClock()];
    const one = node(leases, clock);
    await clock.advance(1_000);
    const two = node(leases, clock);
    await clock.advance(60_000);
    expect([one.runs, two.runs, one.begun]).toEqual([1, 0, 1]);
    one.leave();
    expect(one.runs).toBe(0);
    await clock.advance(LEASE_MS + 3_000);
    expect(two.runs).toBe(1);
  });

  it('stops when the lease could not be renewed in time, and goes on when it can', async () => {
    const [leases, clock] = [handLeases(), handClock()];
    const one = node(leases, clock);
    await clock.advance(1_000);
    leases.isAway = true;
    await clock.advance(LEASE_MS - 3_000);
    expect(one.runs).toBe(1);
    await clock.advance(6_000);
    expect(one.runs).toBe(0);
    leases.isAway = false;
    await clock.advance(4_000);
    expect(one.runs).toBe(1);
  });

  it('stops on the second at which its lease ends, for another may have it from then on', async () => {
    const [leases, clock] = [handLeases(), handClock()];
    const one = node(leases, clock);
    await clock.advance(7_000);
    leases.isAway = true;
    await clock.advance(6_000 + LEASE_MS - 8_000);
    expect(one.runs).toBe(1);
    await clock.advance(1_000);
    expect(one.runs).toBe(0);
  });

  it('stops as soon as it hears that another has the lease', async () => {
    const [leases, clock] = [handLeases(), handClock()];
    const one = node(leases, clock);
    await clock.advance(1_000);
    leases.give('another, whose clock is ahead', 60_000);
    await clock.advance(2_000);
    expect(one.runs).toBe(0);
  });

  it('does not begin on a lease that was granted and ended before the answer was here', async () => {
    const [leases, clock] = [handLeases(), handClock()];
    const late = Promise.withResolvers<void>();
    leases.answers = late.promise;
    const one = node(leases, clock);
    leases.isAway = true;
    await clock.advance(LEASE_MS);
    late.resolve();
    await clock.advance(1_000);
    expect(one.begun).toBe(0);
  });

  it('does not begin on a node that left while it was asking', async () => {
    const [leases, clock] = [handLeases(), handClock()];
    const late = Promise.withResolvers<void>();
    leases.answers = late.promise;
    const one = node(leases, clock);
    one.leave();
    late.resolve();
    await clock.advance(5_000);
    expect(one.begun).toBe(0);
  });
});
