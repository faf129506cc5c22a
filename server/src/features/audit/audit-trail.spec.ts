import { describe, expect, it } from 'vitest';
import type { AuditDeed } from '@wangge/shared/audit';
import type { Clock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import type { AuditStore } from '../../store/audit-store.ts';
import { createAuditTrail, ownDeed, type AuditTrail } from './audit-trail.api.ts';

interface Given {
  readonly trail: AuditTrail;
  /** What the store was given, call by call. */
  readonly calls: AuditDeed['action'][][];
  breakDown(isBroken: boolean): void;
  pass(): Promise<void>;
}

function given(): Given {
  const calls: string[][] = [];
  let isBroken = false;
  let timers: (() => void)[] = [];
  const store = {
    append: async (deeds: readonly AuditDeed[]) => {
      await Promise.resolve();
      if (isBroken) throw new StoreUnavailable('no room');
      calls.push(deeds.map(({ action }) => action));
    },
  } as unknown as AuditStore;
  const clock: Clock = { now: () => 0, every: () => () => undefined, after: (_delayMs, callback) => {
    timers.push(callback);
    return () => void (timers = timers.filter((one) => one !== callback));
  } };
  return {
    trail: createAuditTrail(store, clock, silentLogger), calls, breakDown: (next) => void (isBroken = next),
    async pass() {
      for (const timer of timers.splice(0)) timer();
      for (let i = 0; i < 10; i += 1) await Promise.resolve();
    },
  };
}

const deed = (action: string): AuditDeed => ownDeed(0, action);

describe('the way into the audit log', () => {
  it('[AU8] writes what is only noted together, and what must be durable at once, behind what came before it', async () => {
    const { trail, calls, pass } = given();
    trail.note(deed('command.a'));
    trail.note(deed('command.b'));
    expect(calls).toEqual([]);
    await pass();
    expect(calls).toEqual([['command.a', 'command.b']]);
    trail.note(deed('command.c'));
    await trail.keep(deed('session.open'));
    expect(calls[1]).toEqual(['command.c', 'session.open']);
  });

  it('[AU8] tells who waits that the store failed, and writes all of it in order once it can', async () => {
    const { trail, calls, breakDown, pass } = given();
    breakDown(true);
    trail.note(deed('command.a'));
    await expect(trail.keep(deed('session.open'))).rejects.toThrow(StoreUnavailable);
    trail.note(deed('command.b'));
    breakDown(false);
    await pass();
    expect(calls.flat()).toEqual(['command.a', 'session.open', 'command.b']);
  });

  it('[AU7] says how many entries it had to give up while the store was away', async () => {
    const { trail, calls, breakDown, pass } = given();
    breakDown(true);
    for (let i = 0; i < 20_100; i += 1) trail.note(deed(`command.${i}`));
    await pass();
    breakDown(false);
    for (let i = 0; i < 5; i += 1) await pass();
    await trail.close();
    const written = calls.flat();
    expect(written.slice(0, 2)).toEqual(['audit.lost', 'command.100']);
    expect(written).toHaveLength(20_001);
  });
});
