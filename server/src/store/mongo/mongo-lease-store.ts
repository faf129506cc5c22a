import type { Db } from 'mongodb';
import type { LeaseStore } from '../lease-store.ts';
import { isDuplicate, reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

/** One grant of a lease, never changed. */
interface GrantDocument {
  /** Name of the lease, `/`, number of the grant. */
  readonly _id: string;
  readonly holder: string;
  /** Epoch ms. */
  readonly until: number;
}

const DIGITS = 12;
const LAST = 10 ** DIGITS - 1;
const placeOf = (name: string, number: number): string => `${name}/${String(number).padStart(DIGITS, '0')}`;

/**
 * Each grant is a document of its own, numbered: that of two inserts with one `_id` one fails decides who is next, on every server of
 * the protocol. Who was slow and took a number that had been cleared away sees a later one, and has nothing.
 */
export function createMongoLeaseStore(db: Db): LeaseStore {
  const grants = db.collection<GrantDocument>(COLLECTIONS.leases);
  const newest = (name: string): Promise<GrantDocument | null> => grants.findOne({ _id: { $gte: placeOf(name, 0), $lte: placeOf(name, LAST) } }, { sort: { _id: -1 } });

  return {
    take: (name, holder, forMs, now) => reaching(async () => {
      const last = await newest(name);
      if (last !== null && last.holder !== holder && last.until > now) return false;
      const next = placeOf(name, last === null ? 1 : Number(last._id.slice(-DIGITS)) + 1);
      try {
        await grants.insertOne({ _id: next, holder, until: now + forMs });
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
      if ((await newest(name))?._id !== next) return false;
      await grants.deleteMany({ _id: { $gte: placeOf(name, 0), $lt: next } });
      return true;
    }),
  };
}
