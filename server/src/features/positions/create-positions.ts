import { SECOND_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { Clock } from '../../platform/clock.ts';
import type { TrackStore } from '../../store/track-store.ts';
import { LivePositions } from './live-positions.ts';
import type { LatestPosition } from './live-positions.ts';
import { MileageBook } from './mileage-book.ts';
import type { PositionsApi } from './positions.api.ts';
import { TrackWriter } from './track-writer.ts';
import type { TrackWriterLog } from './track-writer.ts';

/** How often mileage of late fixes is put right. */
const SETTLE_MS = 5 * SECOND_MS;

export interface Positions extends PositionsApi {
  /** The table that push reads its frames from. */
  readonly live: LivePositions;
  /** Fixes given up because the store could not write for too long. */
  droppedCount(): number;
  /** Writes what waits and puts every mileage right. */
  settle(): Promise<void>;
  /** Writes what waits and stops the timers. */
  close(): Promise<void>;
}

/** Opens the positions: shows the last known place of every unit and counts today's mileage from the store. */
export async function createPositions(store: TrackStore, clock: Clock, log: TrackWriterLog, areaOfUnit: (unitId: UnitId) => string = () => ''): Promise<Positions> {
  const live = new LivePositions(areaOfUnit);
  const writer = new TrackWriter(store, clock, log);
  const mileage = new MileageBook(store);
  const taken = new Map<UnitId, number>();
  const takenListeners: ((fix: PositionFix, verdict: 'live' | 'track-only') => void)[] = [];
  const heardListeners: ((fix: PositionFix) => void)[] = [];
  const listeners: ((unitId: UnitId, position: LatestPosition) => void)[] = [];
  await reread();

  function noteTaken({ unitId, at }: PositionFix): void {
    taken.set(unitId, Math.max(at, taken.get(unitId) ?? -Infinity));
  }

  async function reread(): Promise<void> {
    for (const fix of await store.lastFixes()) {
      live.move(fix, fix.at);
      noteTaken(fix);
    }
    await mileage.expectDay(clock.now());
  }

  async function settle(): Promise<void> {
    await writer.flush();
    await mileage.settle();
  }

  function settleQuietly(): void {
    settle().catch((error: unknown) => log.warn({ error: String(error) }, 'mileage could not be recounted and is tried again'));
  }

  function accept(fix: PositionFix, verdict: 'live' | 'track-only'): void {
    writer.add(fix);
    noteTaken(fix);
    hear(fix, verdict);
    for (const listener of takenListeners) listener(fix, verdict);
  }

  function hear(fix: PositionFix, verdict: 'live' | 'track-only'): void {
    mileage.add(fix);
    for (const listener of heardListeners) listener(fix);
    if (verdict !== 'live' || !live.move(fix, clock.now())) return;
    const position = listeners.length > 0 ? live.latestOf(fix.unitId) : null;
    if (position !== null) for (const listener of listeners) listener(fix.unitId, position);
  }

  const stopSettling = clock.every(SETTLE_MS, settleQuietly);
  settleQuietly();
  return {
    live,
    accept,
    kept: () => writer.kept(),
    newestAtOf: (unitId) => live.latestOf(unitId)?.fixAt,
    hasTaken: (unitId, at) => taken.get(unitId) === at,
    indexOf: (unitId) => live.indexOf(unitId),
    latestOf: (unitId) => live.latestOf(unitId),
    async readTrack(unitId, from, to) {
      await writer.flush();
      return store.readTrack(unitId, from, to);
    },
    async placesAt(unitIds, since, until) {
      await writer.flush();
      return store.placesAt(unitIds, since, until);
    },
    unitKmToday: (unitId) => mileage.unitKm(unitId, clock.now()),
    totalKmToday: () => mileage.totalKm(clock.now()),
    onTaken: (listener) => void takenListeners.push(listener),
    onHeard: (listener) => void heardListeners.push(listener),
    hear,
    reread,
    onMoved: (listener) => void listeners.push(listener),
    droppedCount: () => writer.droppedCount,
    settle,
    async close() {
      stopSettling();
      await writer.flush();
    },
  };
}
