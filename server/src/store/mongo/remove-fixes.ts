import { Binary, type Db } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { TrackStore } from '../track-store.ts';
import { reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';
import { byHour, fixesOf, hourOf, hoursBetween, readBucketId, type TrackBucket } from './track-bucket.ts';
import { packFixes } from './track-chunk.ts';

const BUCKETS_A_CALL = 40;

/** Taking fixes out of tracks: a bucket is written anew without them, or goes when none is left. */
export function createMongoFixRemoval(db: Db): Pick<TrackStore, 'removeFixes' | 'countBefore' | 'removeBefore'> {
  const buckets = db.collection<TrackBucket>(COLLECTIONS.tracks);

  /** Writes a bucket without some of its fixes and answers their times; one that grew meanwhile is read again. */
  async function without(_id: string, isGone: (at: number) => boolean): Promise<readonly number[]> {
    for (;;) {
      const bucket = await buckets.findOne({ _id });
      if (!bucket) return [];
      const [gone, left] = [true, false].map((wanted) => fixesOf([bucket]).filter(({ at }) => isGone(at) === wanted)) as [PositionFix[], PositionFix[]];
      if (gone.length === 0) return [];
      const asRead = { _id, chunks: { $size: bucket.chunks.length } };
      const chunk = new Binary(packFixes(left, readBucketId(_id).hour * HOUR_MS));
      const written = left.length === 0 ? (await buckets.deleteOne(asRead)).deletedCount : (await buckets.updateOne(asRead, { $set: { chunks: [chunk] } })).matchedCount;
      if (written > 0) return gone.map(({ at }) => at);
    }
  }

  /** A fix may lie in the buckets of several writers: it goes from all of them, and counts once. */
  async function removeFrom(ids: readonly string[], isGone: (at: number) => boolean): Promise<number> {
    const gone = new Set<number>();
    for (const _id of ids) for (const at of await without(_id, isGone)) gone.add(at);
    return gone.size;
  }

  async function removeFixes(unitId: UnitId, times: readonly number[]): Promise<number> {
    let count = 0;
    for (const [hour, some] of Map.groupBy(times, hourOf)) {
      const [gone, found] = [new Set(some), await buckets.find({ _id: hoursBetween(unitId, hour, hour) }, { projection: { _id: 1 } }).toArray()];
      count += await removeFrom(found.map(({ _id }) => _id), (at) => gone.has(at));
    }
    return count;
  }

  async function removeBefore(unitId: UnitId, before: number, limit: number): Promise<number> {
    const oldest = buckets.find({ _id: hoursBetween(unitId, 0, hourOf(before)) }, { projection: { _id: 1 } }).sort({ _id: 1 }).limit(BUCKETS_A_CALL);
    let count = 0;
    for (const [, some] of Map.groupBy(await oldest.toArray(), ({ _id }) => readBucketId(_id).hour)) {
      if (count >= limit) break;
      count += await removeFrom(some.map(({ _id }) => _id), (at) => at < before);
    }
    return count;
  }

  async function countBefore(unitId: UnitId, before: number): Promise<number> {
    let count = 0;
    const found = buckets.find({ _id: hoursBetween(unitId, 0, hourOf(before)) }).sort({ _id: 1 });
    for await (const hour of byHour(found)) count += fixesOf(hour).filter(({ at }) => at < before).length;
    return count;
  }

  return {
    countBefore: (unitId, before) => reaching(() => countBefore(unitId, before)),
    removeFixes: (unitId, times) => reaching(() => removeFixes(unitId, times)),
    removeBefore: (unitId, before, limit) => reaching(() => removeBefore(unitId, before, limit)),
  };
}
