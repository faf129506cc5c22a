import type { Db } from 'mongodb';
import type { LeaseStore } from '../lease-store.ts';
import { isDuplicate, reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  /** Epoch ms. */
  readonly until: number;
}

/** One document a lease; that of two inserts with one `_id` one fails decides who is first. */
export function createMongoLeaseStore(db: Db): LeaseStore {
  const leases = db.collection<LeaseDocument>(COLLECTIONS.leases);
  return {
    take: (name, holder, forMs, now) => reaching(async () => {
      try {
        const { matchedCount, upsertedCount } = await leases.updateOne({ _id: name, $or: [{ holder }, { until: { $lte: now } }] }, { $set: { holder, until: now + forMs } }, { upsert: true });
        return matchedCount + upsertedCount === 1;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    }),
  };
}
