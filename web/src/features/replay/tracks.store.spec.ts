import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE_MS, asId, type UnitId } from '@wangge/shared/base';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useTracksStore } from './tracks.store.ts';

const NINE = Date.parse('2026-03-18T09:00:00+08:00');
const unitId = asId<UnitId>('u0');
/** East for twenty minutes at some 29 km/h, ten minutes at rest, then back the same way. */
const fixes = Array.from({ length: 51 }, (_, minute) => ({
  unitId, at: NINE + minute * MINUTE_MS, lng: 120.2 + 0.005 * (minute <= 20 ? minute : minute <= 30 ? 20 : 50 - minute), lat: 31.8, speedKmh: minute > 20 && minute <= 30 ? 0 : 28, headingDeg: null, accuracyM: null,
}));

describe('the track of a day', () => {
  beforeEach(() => {
    setActivePinia(createPinia());
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ fixes }), { status: 200 }));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('has its mileage by each fix and its stops, and a place on it is the moment it was passed', async () => {
    const link = useLinkStatusStore();
    link.showPast(NINE + 20 * MINUTE_MS, true);
    const tracks = useTracksStore();
    tracks.toggle(unitId);
    await expect.poll(() => tracks.tracks.length).toBe(1);
    const [track] = tracks.tracks;
    expect(track!.kmBy[0]).toBe(0);
    expect(track!.kmBy[20]).toBeCloseTo(9.45, 1);
    expect(track!.kmBy[50]).toBeCloseTo(18.9, 1);
    expect(track!.stops.map(({ from, to }) => [(from - NINE) / MINUTE_MS, (to - NINE) / MINUTE_MS])).toEqual([[20, 30]]);
    expect(tracks.momentAt([120.2 + 0.005 * 7, 31.8005])).toBe(NINE + 7 * MINUTE_MS);
    expect(tracks.momentAt([120.3, 31.9])).toBeNull();
  });

  it('says nothing of what was still to come at the cursor', async () => {
    const link = useLinkStatusStore();
    link.showPast(NINE + 5 * MINUTE_MS, true);
    const tracks = useTracksStore();
    tracks.toggle(unitId);
    await expect.poll(() => tracks.tracks.length).toBe(1);
    expect(tracks.momentAt([120.2 + 0.005 * 15, 31.8])).toBeNull();
  });
});
