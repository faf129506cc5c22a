import type { SosSignal } from '../features/alarms/alarms.api.ts';
import type { PositionsApi } from '../features/positions/positions.api.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { createGatedSink, type FixCounters } from './gated-sink.ts';
import type { PositionSink } from './raw-fix.ts';

/**
 * The one door for positions of every source: the gate judges, what passes goes to the live table and the track. The alarm button
 * of a terminal is heard before the gate: it counts also where there is no satellite in sight.
 */
export function createPositionDoor(
  positions: PositionsApi, clock: Clock, log: Logger, hearSos: (signal: SosSignal) => void,
): PositionSink & { readonly counters: Readonly<FixCounters> } {
  const gated = createGatedSink({
    clock, log,
    newestAtOf: positions.newestAtOf,
    isDelivered: positions.hasTaken,
    deliver: positions.accept,
    kept: positions.kept,
  });
  return {
    counters: gated.counters, kept: gated.kept,
    accept(fix) {
      // What was kept without a network says that it was pressed, but not that it still is, or no longer.
      const isSaid = fix.isSos || (fix.source === 'jt808' && !fix.isCatchUp);
      if (isSaid) hearSos({ unitId: fix.unitId, at: fix.at, isPressed: fix.isSos, lngLat: fix.hasFix ? [fix.lng, fix.lat] : null });
      gated.accept(fix);
    },
  };
}
