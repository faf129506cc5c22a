import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeaseStore } from '@wangge/server/store/lease-store';
import type { StorePlace } from '../support/store-place.ts';

const NOW = 1_800_000_000_000;
const FOR_MS = 10_000;

/** What every lease store promises (server/src/store/lease-store.ts). */
export function leaseStoreContract(name: string, makePlace: () => StorePlace<LeaseStore>): void {
  describe(`${name} lease store`, () => {
    let place: StorePlace<LeaseStore>;
    let leases: LeaseStore;
    beforeEach(async () => {
      place = makePlace();
      leases = await place.open();
    });
    afterEach(() => place.close());

    it('grants a lease to one holder until it ends, and then to the next', async () => {
      expect(await leases.take('clocks', 'a', FOR_MS, NOW)).toBe(true);
      expect(await leases.take('clocks', 'b', FOR_MS, NOW + FOR_MS - 1)).toBe(false);
      expect(await leases.take('clocks', 'b', FOR_MS, NOW + FOR_MS)).toBe(true);
      expect(await leases.take('clocks', 'a', FOR_MS, NOW + FOR_MS + 1)).toBe(false);
    });

    it('lets a holder keep what it has', async () => {
      for (let at = NOW; at < NOW + 10 * FOR_MS; at += FOR_MS / 2) expect(await leases.take('clocks', 'a', FOR_MS, at)).toBe(true);
      expect(await leases.take('clocks', 'b', FOR_MS, NOW + 10 * FOR_MS)).toBe(false);
    });

    it('keeps leases apart, also those whose names begin alike', async () => {
      expect(await leases.take('clocks', 'a', FOR_MS, NOW)).toBe(true);
      expect(await leases.take('clocks/night', 'b', FOR_MS, NOW)).toBe(true);
      expect(await leases.take('clock', 'b', FOR_MS, NOW)).toBe(true);
      expect(await leases.take('clocks', 'b', FOR_MS, NOW)).toBe(false);
    });

    it('grants an ended lease to at most one of many who ask at once, and to one who asks again', async () => {
      for (let round = 0; round < 10; round += 1) {
        const now = NOW + 2 * round * FOR_MS;
        const holders = Array.from({ length: 16 }, (_, index) => `${round}-${index}`);
        const granted = await Promise.all(holders.map((holder) => leases.take('clocks', holder, FOR_MS, now)));
        expect(granted.filter(Boolean)).toHaveLength(1);
        const again = await Promise.all(holders.map((holder) => leases.take('clocks', holder, FOR_MS, now + 1)));
        expect(again).toEqual(granted);
      }
    });
  });
}
