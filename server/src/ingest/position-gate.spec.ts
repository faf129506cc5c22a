import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFix } from './position-gate.ts';
import type { DutyArea } from './position-gate.ts';

const now = Date.UTC(2026, 2, 15, 1, 30);
const minuteMs = 60_000;
const fix = { at: now, lng: 120.54, lat: 31.79, hasFix: true };

describe('judgeFix', () => {
  it('lets a first and a newer position move the marker', () => {
    expect(judgeFix(fix, now, undefined)).toBe('live');
    expect(judgeFix(fix, now, now - 1)).toBe('live');
  });

  it('sends what is older than the newest into the track only', () => {
    expect(judgeFix({ ...fix, at: now - 60 * minuteMs }, now, now)).toBe('track-only');
  });

  it('drops a second position of the same time', () => {
    expect(judgeFix(fix, now, now)).toBe('POSITION_DUPLICATE');
  });

  it('takes a device clock up to five minutes ahead and refuses it beyond', () => {
    expect(judgeFix({ ...fix, at: now + 5 * minuteMs }, now, undefined)).toBe('live');
    expect(judgeFix({ ...fix, at: now + 5 * minuteMs + 1 }, now, undefined)).toBe('POSITION_FROM_FUTURE');
  });

  it('refuses a position without a fix before it looks at anything else', () => {
    expect(judgeFix({ at: Number.NaN, lng: 0, lat: 0, hasFix: false }, now, undefined)).toBe('POSITION_NO_FIX');
  });

  it('refuses a time that is no time', () => {
    expect(judgeFix({ ...fix, at: Number.NaN }, now, undefined)).toBe('POSITION_BAD_TIME');
  });

  it.each([[0, 0], [120, 90.1], [120, -90.1], [180.1, 31], [-180.1, 31], [Number.NaN, 31], [120, Number.NaN], [Infinity, 31]])(
    'refuses %d/%d as no place on earth',
    (lng, lat) => expect(judgeFix({ ...fix, lng, lat }, now, undefined)).toBe('POSITION_OUT_OF_RANGE'),
  );

  it('refuses what lies outside the duty area, when there is one', () => {
    const area: DutyArea = { centre: [120.54, 31.79], radiusM: 500_000 };
    const shanghai = { ...fix, lng: 121.47, lat: 31.23 };
    const beijing = { ...fix, lng: 116.4, lat: 39.9 };
    expect(judgeFix(shanghai, now, undefined, area)).toBe('live');
    expect(judgeFix(beijing, now, undefined, area)).toBe('POSITION_FAR_AWAY');
    expect(judgeFix(beijing, now, undefined)).toBe('live');
  });

  it('never moves a marker back, whatever the order and the repeats', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1_440, max: 1_440 }), { maxLength: 200 }), (minutes) => {
      let newestAt: number | undefined;
      const track = new Set<number>();
      for (const at of minutes.map((minute) => now + minute * minuteMs)) {
        const verdict = judgeFix({ ...fix, at }, now, newestAt);
        if (verdict === 'live' || verdict === 'track-only') track.add(at);
        if (verdict !== 'live') continue;
        expect(at).toBeGreaterThan(newestAt ?? -Infinity);
        newestAt = at;
      }
      const expected = new Set(minutes.filter((minute) => minute <= 5).map((minute) => now + minute * minuteMs));
      expect(track).toEqual(expected);
    }), { numRuns: 500, seed: 808 });
  });
});
