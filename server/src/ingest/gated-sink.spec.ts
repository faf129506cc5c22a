import { asId } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import { describe, expect, it } from 'vitest';
import { createGatedSink } from './gated-sink.ts';
import type { RawFix } from './raw-fix.ts';

const now = Date.UTC(2026, 2, 15, 1, 30);

function fixOf(unit: string, more: Partial<RawFix> = {}): RawFix {
  return {
    unitId: asId<UnitId>(unit), at: now, lng: 120.54, lat: 31.79, hasFix: true, speedKmh: 0, headingDeg: 0, accuracyM: null, altitudeM: 0,
    alarmBits: 0, statusBits: 2, isSos: false, source: 'jt808', isCatchUp: false, ...more,
  };
}

function sinkWithMemory(warnings: object[]) {
  const delivered: [number, string][] = [];
  const newest = new Map<UnitId, number>();
  const sink = createGatedSink({
    kept: async () => undefined,
    clock: { now: () => now },
    newestAtOf: (unitId) => newest.get(unitId),
    isDelivered: () => true,
    deliver: (fix, verdict) => {
      delivered.push([fix.at - now, verdict]);
      if (verdict === 'live') newest.set(fix.unitId, fix.at);
    },
    log: { warn: (fields) => warnings.push(fields) },
  });
  return { sink, delivered };
}

describe('createGatedSink', () => {
  it('delivers what passes with its verdict, and counts every verdict', () => {
    const { sink, delivered } = sinkWithMemory([]);
    sink.accept(fixOf('u1'));
    sink.accept(fixOf('u1', { at: now - 60_000 }));
    sink.accept(fixOf('u1'));
    sink.accept(fixOf('u1', { hasFix: false }));
    sink.accept(fixOf('u2', { at: now - 60_000 }));
    expect(delivered).toEqual([[0, 'live'], [-60_000, 'track-only'], [-60_000, 'live']]);
    expect(sink.counters).toMatchObject({ live: 2, 'track-only': 1, POSITION_DUPLICATE: 1, POSITION_NO_FIX: 1, POSITION_FROM_FUTURE: 0 });
  });

  it('warns once about a clock that runs ahead, and again after it was right in between', () => {
    const warnings: object[] = [];
    const { sink, delivered } = sinkWithMemory(warnings);
    sink.accept(fixOf('u1', { at: now + 600_000 }));
    sink.accept(fixOf('u1', { at: now + 601_000 }));
    expect(warnings).toEqual([{ unitId: 'u1', source: 'jt808', aheadMs: 600_000 }]);
    sink.accept(fixOf('u1'));
    sink.accept(fixOf('u1', { at: now + 602_000 }));
    expect(warnings).toHaveLength(2);
    expect(delivered).toEqual([[0, 'live']]);
    expect(sink.counters.POSITION_FROM_FUTURE).toBe(3);
  });
});
