import { Binary, type Db } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { TrackStore } from '../track-store.ts';
import { reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';
import { bucketId, fixesOf, hourOf, type TrackBucket } from './track-bucket.ts';
import { packFixes } from './track-chunk.ts';

const BUCKETS_A_CALL = 40;

/** Taking fixes out of tracks: a bucket is written anew without them, or goes when none is left. */
export function createMongoFixRemoval(db: Db): Pick<TrackStore, 'removeFixes' | 'removeBefore'> {
  const buckets = db.collection<TrackBucket>(COLLECTIONS.tracks);

  /** Writes a bucket without some of its fixes; one that grew meanwhile is read again. */
  async function without(_id: string, isGone: (at: number) => boolean): Promise<number> {
    for (;;) {
      const bucket = await buckets.findOne({ _id });
      if (!bucket) return 0;
      const fixes = fixesOf(bucket);
      const left = fixes.filter(({ at }) => !isGone(at));
      if (left.length === fixes.length) return 0;
      const asRead = { _id, chunks: { $size: bucket.chunks.length } };
      const chunk = new Binary(packFixes(left, hourOf(fixes[0]!.at) * HOUR_MS));
      const written = left.length === 0 ? (await buckets.deleteOne(asRead)).deletedCount : (await buckets.updateOne(asRead, { $set: { chunks: [chunk] } })).matchedCount;
      if (written > 0) return fixes.length - left.length;
    }
  }

  async function removeFixes(unitId: UnitId, times: readonly number[]): Promise<number> {
    let count = 0;
    for (const [hour, some] of Map.groupBy(times, hourOf)) {
      const gone = new Set(some);
      count += await without(bucketId(unitId, hour), (at) => gone.has(at));
    }
    return count;
  }

  async function removeBefore(unitId: UnitId, before: number, limit: number): Promise<number> {
    const range = { $gte: bucketId(unitId, 0), $lte: bucketId(unitId, hourOf(before)) };
    let count = 0;
    for await (const bucket of buckets.find({ _id: range }).sort({ _id: 1 }).limit(BUCKETS_A_CALL)) {
      if (count >= limit) break;
      count += await without(bucket._id, (at) => at < before);
    }
    return count;
  }

  return {
    removeFixes: (unitId, times) => reaching(() => removeFixes(unitId, times)),
    removeBefore: (unitId, before, limit) => reaching(() => removeBefore(unitId, before, limit)),
  };
}
