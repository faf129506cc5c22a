import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import type { DomainEvent } from '@wangge/shared/life';
import type { PositionFix } from '@wangge/shared/position';
import { createPositions, type Positions } from '../features/positions/create-positions.ts';
import { createPositionDoor } from '../ingest/position-door.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../platform/clock.ts';
import { silentLogger } from '../platform/logger.ts';
import { createMemoryTrackStore } from '../store/memory/memory-track-store.ts';
import { createSqliteEventStore, openDatabase } from '../store/sqlite.ts';
import type { RawFix } from '../ingest/raw-fix.ts';
import type { TrackStore } from '../store/track-store.ts';
import { followHistory } from './follow-history.ts';
import type { NodeLink, NodeMessage } from './node-link.ts';
import { SHARE_EACH_MS, sharePositions } from './share-positions.ts';

const UNIT = asId<UnitId>('unit-1');
const NOON = Date.UTC(2026, 2, 15, 4);
const turns = async (): Promise<void> => { for (let i = 0; i < 40; i += 1) await Promise.resolve(); };

/** Links that hear each other; `isUp` is in the test's hand. */
function linkPair(): { one: NodeLink; two: NodeLink; told: NodeMessage[]; state: { isUp: boolean } } {
  const state = { isUp: true };
  const told: NodeMessage[] = [];
  const ears: ((message: NodeMessage) => void)[][] = [[], []];
  const end = (own: number): NodeLink => ({
    tell(message) {
      if (!state.isUp) return;
      told.push(message);
      for (const listener of ears[1 - own] ?? []) listener(message);
    },
    onMessage: (listener) => void ears[own]?.push(listener),
    isUp: () => state.isUp,
    close: async () => undefined,
  });
  return { one: end(0), two: end(1), told, state };
}

function handClock(): Clock & { advance(ms: number): Promise<void> } {
  let now = NOON;
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
      for (const timer of timers.filter(({ at }) => at <= now)) {
        if (timer.everyMs === null) timers.splice(timers.indexOf(timer), 1);
        else timer.at = now + timer.everyMs;
        timer.run();
      }
      await turns();
    },
  };
}

const fix = (second: number, lat = 31.7): PositionFix => ({ unitId: UNIT, at: NOON + second * 1_000, lng: 120.3, lat, speedKmh: 20, headingDeg: null, accuracyM: null });

describe('nodes that follow one history', () => {
  it('fold at once what another says it wrote, and within a second what nobody said', async () => {
    const store = createSqliteEventStore(openDatabase(':memory:'));
    const { one, two, state } = linkPair();
    const clock = handClock();
    const [first, second] = [new Ledger(store), new Ledger(store)];
    followHistory(first, one, clock, silentLogger);
    followHistory(second, two, clock, silentLogger);
    const write = (stream: string) => first.append([{ stream, expectedRevision: 0, events: [{ type: 'noted', at: 0 } as unknown as DomainEvent] }]);

    await write('a');
    await turns();
    expect(second.lastSeq).toBe(1);

    state.isUp = false;
    await write('b');
    await turns();
    expect(second.lastSeq).toBe(1);
    await clock.advance(1_000);
    expect(second.lastSeq).toBe(2);
  });
});

describe('nodes that share positions', () => {
  async function open(): Promise<{ clock: ReturnType<typeof handClock>; store: TrackStore; one: Positions; two: Positions; pair: ReturnType<typeof linkPair> }> {
    const [clock, store, pair] = [handClock(), createMemoryTrackStore(), linkPair()];
    const [one, two] = [await createPositions(store, clock, silentLogger), await createPositions(store, clock, silentLogger)];
    sharePositions(one, pair.one, clock, silentLogger);
    sharePositions(two, pair.two, clock, silentLogger);
    return { clock, store, one, two, pair };
  }

  it('show what another took, told in one frame and written once', async () => {
    const { clock, store, one, two, pair } = await open();
    for (let second = 0; second < 10; second += 1) one.accept(fix(second, 31.7 + second * 0.0002), 'live');
    expect(two.latestOf(UNIT)).toBeNull();
    await clock.advance(SHARE_EACH_MS);
    expect(pair.told).toHaveLength(1);
    expect(two.latestOf(UNIT)).toEqual({ ...one.latestOf(UNIT), receivedAt: clock.now() });
    expect(two.unitKmToday(UNIT)).toBe(one.unitKmToday(UNIT));
    await Promise.all([one.kept(), two.kept()]);
    expect(await store.readTrack(UNIT, 0, Infinity)).toHaveLength(10);
  });

  it('keep what another showed and could not keep, when it is sent to them again', async () => {
    const [clock, store, pair] = [handClock(), createMemoryTrackStore(), linkPair()];
    const dying = await createPositions({ ...store, appendFixes: () => new Promise(() => undefined) }, clock, silentLogger);
    const living = await createPositions(store, clock, silentLogger);
    sharePositions(dying, pair.one, clock, silentLogger);
    sharePositions(living, pair.two, clock, silentLogger);
    const door = createPositionDoor(living, clock, silentLogger, () => undefined);
    const sent: RawFix = { ...fix(0), hasFix: true, altitudeM: 0, alarmBits: 0, statusBits: 0, isSos: false, source: 'field', isCatchUp: false };

    dying.accept(sent, 'live');
    await clock.advance(SHARE_EACH_MS);
    expect(living.latestOf(UNIT)?.fixAt).toBe(sent.at);
    for (const again of [1, 2]) {
      door.accept(sent);
      const kept = door.kept();
      await clock.advance(100);
      await kept;
      expect([await store.readTrack(UNIT, 0, Infinity), again]).toEqual([[fix(0)], again]);
    }
    expect(door.counters).toMatchObject({ 'track-only': 1, POSITION_DUPLICATE: 1 });
  });

  it('read from the store what could not be told', async () => {
    const { clock, one, two, pair } = await open();
    one.accept(fix(0), 'live');
    await clock.advance(SHARE_EACH_MS);
    pair.state.isUp = false;
    for (let second = 1; second < 5; second += 1) one.accept(fix(second, 31.7 + second * 0.0002), 'live');
    await clock.advance(SHARE_EACH_MS);
    await clock.advance(2_000);
    expect(two.latestOf(UNIT)?.fixAt).toBe(one.latestOf(UNIT)?.fixAt);
    pair.state.isUp = true;
    await clock.advance(2_000);
    await Promise.all([one.settle(), two.settle()]);
    expect(two.unitKmToday(UNIT)).toBe(one.unitKmToday(UNIT));
    expect(two.unitKmToday(UNIT)).toBeGreaterThan(0.05);
  });
});
