import { Binary, type AnyBulkWriteOperation, type Db } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { TrackStore } from '../track-store.ts';
import { isDuplicate, reaching } from './errors.ts';
import { createMongoFixRemoval } from './remove-fixes.ts';
import { COLLECTIONS } from './schema.ts';
import { bucketId, fixesOf, hourOf, type TrackBucket, type TrackUnit } from './track-bucket.ts';
import { packFixes } from './track-chunk.ts';
import { createTurns } from './turns.ts';
import { writeAll } from './write-all.ts';

/**
 * Tracks in buckets of a unit and an hour. A batch adds one chunk to each bucket it touches; batches of this process
 * are written one after the other.
 */
export function createMongoTrackStore(db: Db): TrackStore {
  const buckets = db.collection<TrackBucket>(COLLECTIONS.tracks);
  const units = db.collection<TrackUnit>(COLLECTIONS.trackUnits);
  const hours = new Map<UnitId, number>();

  /** Tells where the newest fixes of units are to be looked for, before they are there: a bucket that is missing does no harm. */
  async function tellHours(newest: ReadonlyMap<UnitId, number>): Promise<void> {
    const ahead = [...newest].filter(([unitId, hour]) => hour > (hours.get(unitId) ?? -1));
    if (ahead.length === 0) return;
    await writeAll(units, ahead.map(([unitId, hour]) => ({ updateOne: { filter: { _id: unitId }, update: { $max: { hour } }, upsert: true } })));
    for (const [unitId, hour] of ahead) hours.set(unitId, hour);
  }

  async function write(batch: readonly PositionFix[]): Promise<void> {
    const byBucket = Map.groupBy(batch, ({ unitId, at }) => bucketId(unitId, hourOf(Math.round(at))));
    const newest = new Map<UnitId, number>();
    for (const { unitId, at } of batch) newest.set(unitId, Math.max(newest.get(unitId) ?? 0, hourOf(Math.round(at))));
    await tellHours(newest);
    const writes = [...byBucket].map(([_id, fixes]): AnyBulkWriteOperation<TrackBucket> => {
      const chunk = new Binary(packFixes(fixes, hourOf(Math.round(fixes[0]!.at)) * HOUR_MS));
      return { updateOne: { filter: { _id }, update: { $push: { chunks: chunk } }, upsert: true } };
    });
    await writeAll(buckets, writes);
  }

  /** Another node may make a bucket or a unit at the same moment: whoever is second adds to it. */
  async function writeTwice(batch: readonly PositionFix[]): Promise<void> {
    try {
      await write(batch);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await write(batch);
    }
  }

  async function newestBefore(unitId: UnitId, hour: number): Promise<PositionFix[]> {
    const [bucket] = await buckets.find({ _id: { $gte: bucketId(unitId, 0), $lte: bucketId(unitId, hour) } }).sort({ _id: -1 }).limit(1).toArray();
    return bucket ? fixesOf(bucket).slice(-1) : [];
  }

  async function lastFixes(): Promise<PositionFix[]> {
    const known = await units.find().toArray();
    const found = await buckets.find({ _id: { $in: known.map(({ _id, hour }) => bucketId(_id, hour)) } }).toArray();
    const byId = new Map(found.map((bucket) => [bucket._id, bucket]));
    const last = await Promise.all(known.map(({ _id, hour }) => {
      const bucket = byId.get(bucketId(_id, hour));
      return bucket ? fixesOf(bucket).slice(-1) : newestBefore(_id, hour);
    }));
    return last.flat();
  }

  const inTurn = createTurns<readonly PositionFix[], true>(async ([batch]) => {
    await reaching(() => writeTwice(batch!));
    return [true];
  }, 1);

  return {
    ...createMongoFixRemoval(db),
    appendFixes: async (batch) => void (batch.length > 0 && (await inTurn(batch))),
    async readTrack(unitId, from, to) {
      const range = { $gte: bucketId(unitId, hourOf(from)), $lte: bucketId(unitId, hourOf(to)) };
      const found = await reaching(() => buckets.find({ _id: range }).sort({ _id: 1 }).toArray());
      return found.flatMap(fixesOf).filter(({ at }) => at >= from && at < to);
    },
    lastFixes: () => reaching(lastFixes),
  };
}
