import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { TrackStore } from '@wangge/server/store/track-store';
import type { StorePlace } from '../support/store-place.ts';

const ONE = asId<UnitId>('unit-1');
const TWO = asId<UnitId>('unit-2');
const START = Date.UTC(2026, 2, 15, 1);

function fix(unitId: UnitId, second: number, more: Partial<PositionFix> = {}): PositionFix {
  return { unitId, at: START + second * 1_000, lng: 120.3, lat: 31.7, speedKmh: null, headingDeg: null, accuracyM: null, ...more };
}

/** What every track store promises. */
export function trackStoreContract(name: string, makePlace: () => StorePlace<TrackStore>): void {
  describe(`track store: ${name}`, () => {
    let place: StorePlace<TrackStore>;
    let store: TrackStore;
    beforeEach(async () => {
      place = makePlace();
      store = await place.open();
    });
    afterEach(() => place.close());
    const whole = (unitId: UnitId): Promise<readonly PositionFix[]> => store.readTrack(unitId, 0, Number.MAX_SAFE_INTEGER);

    it('gives back what was kept, to the promised precision', async () => {
      const exact = fix(ONE, 0, { lng: -120.123_456_7, lat: 31.765_432_1, speedKmh: 23.4, headingDeg: 180, accuracyM: 12 });
      await store.appendFixes([exact, fix(ONE, 1, { lng: 120.123_456_78, speedKmh: 23.44, headingDeg: 180.2, accuracyM: 4.6 })]);
      expect(await whole(ONE)).toEqual([exact, fix(ONE, 1, { lng: 120.123_456_8, speedKmh: 23.4, headingDeg: 180, accuracyM: 5 })]);
    });

    it('keeps tracks apart and cuts them at from (in) and to (out)', async () => {
      await store.appendFixes([fix(ONE, 0), fix(TWO, 1), fix(ONE, 2), fix(ONE, 3)]);
      const part = await store.readTrack(ONE, START, START + 3_000);
      expect(part.map((one) => one.at - START)).toEqual([0, 2_000]);
      expect(await whole(TWO)).toHaveLength(1);
      expect(await whole(asId<UnitId>('nobody'))).toEqual([]);
    });

    it('keeps the first of two fixes of the same time', async () => {
      await store.appendFixes([fix(ONE, 0, { lat: 31.1 }), fix(ONE, 0, { lat: 31.2 })]);
      await store.appendFixes([fix(ONE, 0, { lat: 31.3 })]);
      expect((await whole(ONE)).map((one) => one.lat)).toEqual([31.1]);
    });

    it('joins a track over the hours', async () => {
      const at = [-7_200, -3_601, -3_600, -1, 0, 3_599, 3_600, 90_000];
      await store.appendFixes(at.map((second) => fix(ONE, second)));
      expect((await whole(ONE)).map((one) => (one.at - START) / 1_000)).toEqual(at);
      expect((await store.readTrack(ONE, START - 3_600_000, START + 3_600_000)).map((one) => (one.at - START) / 1_000)).toEqual([-3_600, -1, 0, 3_599]);
    });

    it('names the newest fix of every unit, whatever order they came in', async () => {
      expect(await store.lastFixes()).toEqual([]);
      await store.appendFixes([fix(ONE, 5), fix(TWO, 1)]);
      await store.appendFixes([fix(ONE, 2)]);
      const last = (await store.lastFixes()).toSorted((a, b) => a.unitId.localeCompare(b.unitId));
      expect(last).toEqual([fix(ONE, 5), fix(TWO, 1)]);
    });

    it('loses nothing of what two servers keep at once, whichever hour each is in', async () => {
      const servers = [store, await place.open()] as const;
      const second = (round: number, server: number): number => 150 * (2 * round + (server ^ (round & 1)));
      const kept: number[] = [];
      for (let round = 0; round < 60; round += 1) {
        await Promise.all(servers.map((server, i) => server.appendFixes([fix(ONE, second(round, i)), fix(TWO, round, { lat: 31 + i })])));
        kept.push(second(round, 0), second(round, 1));
        const last = (await store.lastFixes()).map(({ unitId, at }) => `${unitId} ${(at - START) / 1_000}`);
        expect(last.toSorted()).toEqual([`${ONE} ${Math.max(...kept)}`, `${TWO} ${round}`]);
      }
      expect((await whole(ONE)).map(({ at }) => (at - START) / 1_000)).toEqual(kept.toSorted((a, b) => a - b));
      expect((await whole(TWO)).map(({ at }) => (at - START) / 1_000)).toEqual(Array.from({ length: 60 }, (_, round) => round));
      expect(await servers[1].readTrack(TWO, 0, Number.MAX_SAFE_INTEGER)).toEqual(await whole(TWO));
    });

    it('tells where each of some units was at a time, and leaves out who was silent for long', async () => {
      await store.appendFixes([fix(ONE, -7_000), fix(ONE, 0), fix(ONE, 10), fix(ONE, 20), fix(TWO, -7_000), fix(TWO, 20)]);
      const names = [ONE, TWO, asId<UnitId>('nobody')];
      expect(await store.placesAt(names, START - 3_600_000, START + 10_000)).toEqual([fix(ONE, 10)]);
      expect(await store.placesAt(names, START - 7_000_000, START + 9_999)).toEqual([fix(ONE, 0), fix(TWO, -7_000)]);
      expect(await store.placesAt([], START, START)).toEqual([]);
    });

    it('takes batches of many units at once, time and again', async () => {
      const units = Array.from({ length: 250 }, (_, i) => asId<UnitId>(`unit-${String(i).padStart(3, '0')}`));
      for (const second of [0, 10, 20]) await store.appendFixes(units.map((unitId) => fix(unitId, second)));
      expect((await store.lastFixes()).map(({ at }) => at)).toEqual(units.map(() => START + 20_000));
      expect(await whole(units[249]!)).toHaveLength(3);
    });

    it('[KP5] takes out the fixes it is told, once, and leaves all others as they are', async () => {
      await store.appendFixes([0, 10, 3_599, 3_600, 3_610, 90_000].map((second) => fix(ONE, second, { speedKmh: 3.4 })));
      await store.appendFixes([fix(TWO, 10)]);
      const gone = [10, 3_600, 3_605, 90_000].map((second) => START + second * 1_000);
      expect(await store.removeFixes(ONE, gone)).toBe(3);
      expect(await whole(ONE)).toEqual([0, 3_599, 3_610].map((second) => fix(ONE, second, { speedKmh: 3.4 })));
      expect(await whole(TWO)).toEqual([fix(TWO, 10)]);
      expect((await store.lastFixes()).map(({ unitId, at }) => [unitId, at - START]).toSorted()).toEqual([[ONE, 3_610_000], [TWO, 10_000]]);
      expect([await store.removeFixes(ONE, gone), await store.removeFixes(asId<UnitId>('nobody'), gone), await store.removeFixes(ONE, [])]).toEqual([0, 0, 0]);
      await store.appendFixes([fix(ONE, 10)]);
      expect(await whole(ONE)).toHaveLength(4);
    });

    it('[KP5] takes out a fix that two servers kept from wherever it lies, and counts it once', async () => {
      const other = await place.open();
      for (const server of [store, other]) await server.appendFixes([fix(ONE, 0), fix(ONE, 10)]);
      expect(await store.removeFixes(ONE, [START])).toBe(1);
      expect(await whole(ONE)).toEqual([fix(ONE, 10)]);
      expect(await other.removeBefore(ONE, START + 60_000, 10)).toBe(1);
      expect(await whole(ONE)).toEqual([]);
    });

    it('[KP5] takes out what lies before an instant, oldest first, until nothing is left', async () => {
      const seconds = Array.from({ length: 40 }, (_, i) => i * 400);
      await store.appendFixes(seconds.flatMap((second) => [fix(ONE, second), fix(TWO, second)]));
      const before = START + 8_000 * 1_000;
      expect([await store.countBefore(ONE, before), await store.countBefore(asId<UnitId>('nobody'), before)]).toEqual([20, 0]);
      let [removed, calls] = [0, 0];
      for (let some = Infinity; some > 0; calls += 1) {
        some = await store.removeBefore(ONE, before, 5);
        removed += some;
        const left = await whole(ONE);
        expect(left).toEqual(seconds.slice(removed).map((second) => fix(ONE, second)));
      }
      expect([removed, calls > 2]).toEqual([20, true]);
      expect(await whole(TWO)).toHaveLength(40);
      while ((await store.removeBefore(ONE, Number.MAX_SAFE_INTEGER, 1_000)) > 0);
      expect(await store.lastFixes()).toEqual([fix(TWO, 15_600)]);
      await store.appendFixes([fix(ONE, 5)]);
      expect(await whole(ONE)).toEqual([fix(ONE, 5)]);
    });

    it('holds the same track for shuffled and repeated fixes as for sorted unique ones', async () => {
      let walkers = 0;
      const seconds = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 80 });
      await fc.assert(fc.asyncProperty(seconds, fc.integer({ min: 1, max: 9 }), async (sent, size) => {
        const walker = asId<UnitId>(`walker-${(walkers += 1)}`);
        for (let i = 0; i < sent.length; i += size) {
          await store.appendFixes(sent.slice(i, i + size).map((second) => fix(walker, second)));
        }
        const expected = [...new Set(sent)].toSorted((a, b) => a - b).map((second) => fix(walker, second));
        expect(await whole(walker)).toEqual(expected);
      }), { numRuns: 30 });
    });
  });
}
