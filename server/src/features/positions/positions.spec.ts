import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, asId, startOfDay } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import { asKept, mileageOf } from '@wangge/shared/position';
import type { PositionFix } from '@wangge/shared/position';
import { createPositions } from './create-positions.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TrackStore } from '../../store/track-store.ts';

const ONE = asId<UnitId>('unit-1');
const NOON = Date.UTC(2026, 2, 15, 4);

/** A store in the hand of the test: it can refuse, and counts its batches. */
function fakeStore(): TrackStore & { batches: number[]; isBroken: boolean } {
  const fixes: PositionFix[] = [];
  return {
    batches: [],
    isBroken: false,
    async appendFixes(batch) {
      if (this.isBroken) throw new Error('disk full');
      this.batches.push(batch.length);
      for (const fix of batch) if (!fixes.some((one) => one.unitId === fix.unitId && one.at === fix.at)) fixes.push(asKept(fix));
    },
    async readTrack(unitId, from, to) {
      return fixes.filter((fix) => fix.unitId === unitId && fix.at >= from && fix.at < to).toSorted((a, b) => a.at - b.at);
    },
    removeFixes: async () => 0,
    countBefore: async () => 0,
    removeBefore: async () => 0,
    placesAt: async () => [],
    async lastFixes() {
      const last = new Map<UnitId, PositionFix>();
      for (const fix of fixes) if (fix.at > (last.get(fix.unitId)?.at ?? 0)) last.set(fix.unitId, fix);
      return [...last.values()];
    },
  };
}

function fakeClock(start: number): Clock & { advance(ms: number): Promise<void> } {
  let now = start;
  const timers: { at: number; everyMs: number | null; run: () => void }[] = [];
  const add = (timer: (typeof timers)[number]): (() => void) => {
    timers.push(timer);
    return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
  };
  return {
    now: () => now,
    after: (delayMs, run) => add({ at: now + delayMs, everyMs: null, run }),
    every: (periodMs, run) => add({ at: now + periodMs, everyMs: periodMs, run }),
    async advance(ms) {
      now += ms;
      for (const timer of timers.filter((one) => one.at <= now)) {
        if (timer.everyMs === null) timers.splice(timers.indexOf(timer), 1);
        else timer.at = now + timer.everyMs;
        timer.run();
      }
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
}

function fix(second: number, more: Partial<PositionFix> = {}): PositionFix {
  return { unitId: ONE, at: NOON + second * 1_000, lng: 120.3, lat: 31.7, speedKmh: 20, headingDeg: null, accuracyM: null, ...more };
}

const silent = { warn: () => {} };

describe('positions', () => {
  it('show the newest fix and never an older one', async () => {
    const positions = await createPositions(fakeStore(), fakeClock(NOON), silent);
    positions.accept(fix(10, { lat: 31.8 }), 'live');
    positions.accept(fix(5, { lat: 31.75 }), 'track-only');
    expect(positions.latestOf(ONE)).toMatchObject({ lat: 31.8, fixAt: NOON + 10_000, receivedAt: NOON });
    expect(positions.newestAtOf(ONE)).toBe(NOON + 10_000);
    expect((await positions.readTrack(ONE, NOON, NOON + DAY_MS)).map((one) => one.lat)).toEqual([31.75, 31.8]);
  });

  it('turn a unit without a heading into its way', async () => {
    const positions = await createPositions(fakeStore(), fakeClock(NOON), silent);
    positions.accept(fix(1, { headingDeg: 10 }), 'live');
    positions.accept(fix(2, { lng: 120.301 }), 'live');
    expect(positions.latestOf(ONE)?.headingDeg).toBeCloseTo(90, 0);
    positions.accept(fix(3, { lng: 120.301 }), 'live');
    expect(positions.latestOf(ONE)?.headingDeg).toBeCloseTo(90, 0);
  });

  it('name each changed unit once, in order, and announce the first change only', async () => {
    const { live } = await createPositions(fakeStore(), fakeClock(NOON), silent);
    let announced = 0;
    live.onChange(() => (announced += 1));
    const ids = Array.from({ length: 700 }, (_, i) => asId<UnitId>(`unit-${i}`));
    for (const unitId of ids.toReversed()) live.move(fix(1, { unitId }), NOON);
    for (const unitId of ids) live.move(fix(2, { unitId }), NOON);
    expect(announced).toBe(1);
    expect([...live.drainChanged()]).toEqual(ids.map((_, i) => i));
    expect([...live.drainChanged()]).toEqual([]);
    live.move(fix(3, { unitId: ids[4] ?? ONE }), NOON);
    expect(announced).toBe(2);
    expect([...live.drainChanged()]).toEqual([live.indexOf(ids[4] ?? ONE)]);
  });

  it('write in batches of a tenth of a second or 500 rows', async () => {
    const store = fakeStore();
    const clock = fakeClock(NOON);
    const positions = await createPositions(store, clock, silent);
    for (let second = 0; second < 20; second += 1) positions.accept(fix(second), 'live');
    expect(store.batches).toEqual([]);
    await clock.advance(1_000);
    expect(store.batches).toEqual([20]);
    for (let second = 20; second < 520; second += 1) positions.accept(fix(second), 'live');
    await clock.advance(0);
    expect(store.batches).toEqual([20, 500]);
  });

  it('keep what the store refused and write it when it recovers', async () => {
    const store = fakeStore();
    const clock = fakeClock(NOON);
    const positions = await createPositions(store, clock, silent);
    store.isBroken = true;
    positions.accept(fix(1), 'live');
    await clock.advance(1_000);
    positions.accept(fix(2), 'live');
    store.isBroken = false;
    await clock.advance(1_000);
    expect(await store.readTrack(ONE, 0, Infinity)).toHaveLength(2);
    expect(positions.droppedCount()).toBe(0);
  });

  it('are said to be kept when their batch is in the store, and refused while it cannot write', async () => {
    const store = fakeStore();
    const clock = fakeClock(NOON);
    const positions = await createPositions(store, clock, silent);
    await positions.kept();
    positions.accept(fix(1), 'live');
    const written: number[] = [];
    const kept = positions.kept().then(() => written.push(...store.batches));
    expect(store.batches).toEqual([]);
    await clock.advance(100);
    await kept;
    expect(written).toEqual([1]);

    store.isBroken = true;
    positions.accept(fix(2), 'live');
    const refused = expect(positions.kept()).rejects.toThrow('disk full');
    await clock.advance(100);
    await refused;
    await expect(positions.kept()).rejects.toThrow('cannot write');
    store.isBroken = false;
    await clock.advance(1_000);
    await positions.kept();
    expect(await store.readTrack(ONE, 0, Infinity)).toHaveLength(2);
  });

  it('start with the last places and the mileage of the day', async () => {
    const store = fakeStore();
    const day = startOfDay(NOON);
    await store.appendFixes([fix(-60), fix(-50, { lat: 31.701 }), fix(-40, { lat: 31.702 })]);
    const positions = await createPositions(store, fakeClock(NOON), silent);
    await positions.settle();
    expect(positions.latestOf(ONE)?.lat).toBe(31.702);
    expect(positions.totalKmToday()).toBe(mileageOf(await store.readTrack(ONE, day, day + DAY_MS)).distanceM / 1_000);
    expect(positions.totalKmToday()).toBeGreaterThan(0.2);
  });

  it('count the mileage a recount gives, with late and repeated fixes and across midnight', async () => {
    const sent = fc.record({ second: fc.integer({ min: 0, max: 7_200 }), northM: fc.integer({ min: 0, max: 4_000 }) });
    const unit = fc.constantFrom(ONE, asId<UnitId>('unit-2'));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(unit, sent), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), async (all, settleEach) => {
      const store = fakeStore();
      const midnight = startOfDay(NOON) + DAY_MS;
      const clock = fakeClock(midnight + 3_600_000);
      const positions = await createPositions(store, clock, silent);
      for (const [i, [unitId, { second, northM }]] of all.entries()) {
        positions.accept(fix(0, { unitId, at: midnight + (second - 3_600) * 1_000, lat: 31.7 + northM / 111_195 }), 'live');
        if (i % settleEach === 0) void positions.settle();
      }
      await positions.settle();
      await positions.settle();
      for (const unitId of [ONE, asId<UnitId>('unit-2')]) {
        const recount = mileageOf((await store.readTrack(unitId, midnight, midnight + DAY_MS)).values());
        expect(positions.unitKmToday(unitId)).toBe(recount.distanceM / 1_000);
      }
    }), { numRuns: 60 });
  });
});
