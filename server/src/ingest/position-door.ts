import type { PositionsApi } from '../features/positions/positions.api.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { createGatedSink, type FixCounters } from './gated-sink.ts';
import type { PositionSink } from './raw-fix.ts';

/** The one door for positions of every source: the gate judges, what passes goes to the live table and the track. */
export function createPositionDoor(positions: PositionsApi, clock: Clock, log: Logger): PositionSink & { readonly counters: Readonly<FixCounters> } {
  return createGatedSink({
    clock, log,
    newestAtOf: positions.newestAtOf,
    deliver: positions.accept,
    kept: positions.kept,
  });
}
