import type { UnitId } from '@wangge/shared/base';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { judgeFix } from './position-gate.ts';
import type { DutyArea, FixVerdict } from './position-gate.ts';
import type { PositionSink, RawFix } from './raw-fix.ts';

export type FixCounters = Record<FixVerdict, number>;

export type GatedSinkOptions = {
  readonly clock: Pick<Clock, 'now'>;
  /** Time of the unit's newest accepted position, from whichever door; undefined before its first. */
  readonly newestAtOf: (unitId: UnitId) => number | undefined;
  /** Whether this very position was handed to `deliver` before, so that `kept` speaks for it. */
  readonly isDelivered: (unitId: UnitId, at: number) => boolean;
  /** Receives what passed, and whether it may move the marker. */
  readonly deliver: (fix: RawFix, verdict: 'live' | 'track-only') => void;
  /** Resolves when everything delivered so far is durable. */
  readonly kept: () => Promise<void>;
  readonly log: Pick<Logger, 'warn'>;
  readonly area?: DutyArea | undefined;
};

/**
 * A sink that asks the position gate first, for every door alike. Refused positions are counted by code and go
 * nowhere; a device whose clock runs ahead is named in the log once until it sends a usable time again.
 */
export function createGatedSink(options: GatedSinkOptions): PositionSink & { readonly counters: Readonly<FixCounters> } {
  const counters = noFixes();
  const aheadUnits = new Set<UnitId>();

  function accept(fix: RawFix): void {
    const now = options.clock.now();
    const judged = judgeFix(fix, now, options.newestAtOf(fix.unitId), options.area);
    // Another node may have shown it and died before it kept it: then its sender was not answered and sends it here again.
    const verdict = judged === 'POSITION_DUPLICATE' && !options.isDelivered(fix.unitId, fix.at) ? 'track-only' : judged;
    counters[verdict] += 1;
    if (verdict === 'POSITION_FROM_FUTURE') return warnOnce(fix, now);
    if (verdict !== 'live' && verdict !== 'track-only') return;
    if (verdict === 'live') aheadUnits.delete(fix.unitId);
    options.deliver(fix, verdict);
  }

  function warnOnce(fix: RawFix, now: number): void {
    if (aheadUnits.has(fix.unitId)) return;
    aheadUnits.add(fix.unitId);
    options.log.warn({ unitId: fix.unitId, source: fix.source, aheadMs: fix.at - now }, 'device clock runs ahead, its positions are refused');
  }

  return { accept, kept: options.kept, counters };
}

function noFixes(): FixCounters {
  return {
    live: 0, 'track-only': 0, POSITION_NO_FIX: 0, POSITION_BAD_TIME: 0, POSITION_OUT_OF_RANGE: 0,
    POSITION_FROM_FUTURE: 0, POSITION_FAR_AWAY: 0, POSITION_DUPLICATE: 0,
  };
}
