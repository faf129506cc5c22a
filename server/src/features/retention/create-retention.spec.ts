import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import { createRetentionFeature } from './create-retention.ts';
import type { RetentionApi } from './retention.api.ts';
import { RETENTION_COUNTS, type RetentionReport } from './retention-report.ts';

/** A clock in the hand of the test; what was asked for later comes as soon as the test lets it. */
function handClock(start: number) {
  let now = start;
  let look = (): void => undefined;
  const waiting: (() => void)[] = [];
  const clock: Clock = { now: () => now, after: (_ms, callback) => (waiting.push(callback), () => undefined), every: (_ms, callback) => ((look = callback), () => { look = () => undefined; }) };
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); };
  return {
    clock, settle,
    async passes(ms: number) { now += ms; look(); await settle(); },
    async letGo() { waiting.splice(0).forEach((callback) => callback()); await settle(); },
  };
}

/** Retention of three pieces with a rest after each. */
function handRetention(clock: Clock, newestAt = Infinity) {
  const told = { begun: 0, pieces: 0, ended: 0 };
  let last: RetentionReport | null = null;
  const api: RetentionApi = {
    last: async () => last,
    newestAt: async () => newestAt,
    async run({ rest }) {
      const startedAt = clock.now();
      told.begun += 1;
      for (let piece = 0; piece < 3; piece += 1) {
        told.pieces += 1;
        await rest();
      }
      told.ended += 1;
      const done = Object.fromEntries(RETENTION_COUNTS.map((name) => [name, 2])) as RetentionReport['done'];
      return (last = { startedAt, endedAt: clock.now(), isDryRun: false, edition: 'v1', isConfirmed: true, done });
    },
  };
  return { api, told };
}

describe('[KP6] retention by itself', () => {
  const evening = Date.parse('2026-11-22T22:00:00+08:00');

  it('runs once each night, rests after each piece, and tells the metrics', async () => {
    const { clock, passes, letGo } = handClock(evening);
    const { api, told } = handRetention(clock);
    const feature = createRetentionFeature({ retention: api, clock, log: silentLogger });
    feature.start!();
    await passes(10 * MINUTE_MS);
    expect(told.begun).toBe(0);
    await passes(4 * HOUR_MS);
    expect(told).toEqual({ begun: 1, pieces: 1, ended: 0 });
    await passes(10 * MINUTE_MS);
    expect(told.begun).toBe(1);
    for (let i = 0; i < 3; i += 1) await letGo();
    expect(told).toEqual({ begun: 1, pieces: 3, ended: 1 });
    await passes(10 * MINUTE_MS);
    expect([told.begun, feature.counters()['fixesThinned']]).toEqual([1, 2]);
    await passes(DAY_MS);
    expect(told.begun).toBe(2);
  });

  it('stops between two pieces when another node leads, and goes on when it leads again', async () => {
    const { clock, passes, letGo, settle } = handClock(evening + 4 * HOUR_MS);
    const { api, told } = handRetention(clock);
    const feature = createRetentionFeature({ retention: api, clock, log: silentLogger });
    const stop = feature.start!();
    await passes(10 * MINUTE_MS);
    stop!();
    await letGo();
    expect(told).toEqual({ begun: 1, pieces: 1, ended: 0 });
    feature.start!();
    await settle();
    await passes(10 * MINUTE_MS);
    expect(told.begun).toBe(2);
  });

  it('[KP12] does nothing while the clock is a month ahead of all that is known', async () => {
    const { clock, passes } = handClock(evening + 4 * HOUR_MS);
    const [doubted, believed] = [31, 29].map((days) => handRetention(clock, clock.now() - days * DAY_MS));
    createRetentionFeature({ retention: doubted!.api, clock, log: silentLogger }).start!();
    await passes(10 * MINUTE_MS);
    createRetentionFeature({ retention: believed!.api, clock, log: silentLogger }).start!();
    await passes(10 * MINUTE_MS);
    expect([doubted!.told.begun, believed!.told.begun]).toEqual([0, 1]);
  });
});
