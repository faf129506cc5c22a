import { Binary, type AnyBulkWriteOperation, type Db } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { TrackStore } from '../track-store.ts';
import { reaching } from './errors.ts';
import { NewestMarks } from './newest-marks.ts';
import { createMongoFixRemoval } from './remove-fixes.ts';
import { COLLECTIONS } from './schema.ts';
import { bucketId, byHour, fixesOf, hourOf, hoursBetween, newWriter, readBucketId, type TrackBucket } from './track-bucket.ts';
import { packFixes } from './track-chunk.ts';
import { createTurns } from './turns.ts';
import { writeAll } from './write-all.ts';

const UNITS_AT_ONCE = 20;

/**
 * Tracks in buckets of a unit, an hour and a writer. A batch adds one chunk to each bucket it touches; batches of this process
 * are written one after the other. A process has buckets of its own, and new ones after each write that failed: what may still
 * be on its way to the server never meets another write.
 */
export function createMongoTrackStore(db: Db): TrackStore {
  const buckets = db.collection<TrackBucket>(COLLECTIONS.tracks);
  const marks = new NewestMarks(db);
  let writer = newWriter(Date.now());

  async function write(batch: readonly PositionFix[]): Promise<void> {
    const byBucket = Map.groupBy(batch, ({ unitId, at }) => bucketId(unitId, hourOf(Math.round(at)), writer));
    const newest = new Map<UnitId, number>();
    for (const { unitId, at } of batch) newest.set(unitId, Math.max(newest.get(unitId) ?? 0, hourOf(Math.round(at))));
    await marks.add(newest, writer);
    const writes = [...byBucket].map(([_id, fixes]): AnyBulkWriteOperation<TrackBucket> => {
      const chunk = new Binary(packFixes(fixes, readBucketId(_id).hour * HOUR_MS));
      return { updateOne: { filter: { _id }, update: { $push: { chunks: chunk } }, upsert: true } };
    });
    await writeAll(buckets, writes);
    await marks.tidy();
  }

  async function newestUpTo(unitId: UnitId, hour: number): Promise<PositionFix[]> {
    const [newest] = await buckets.find({ _id: hoursBetween(unitId, 0, hour) }).sort({ _id: -1 }).limit(1).toArray();
    if (newest === undefined) return [];
    const { hour: found } = readBucketId(newest._id);
    return fixesOf(await buckets.find({ _id: hoursBetween(unitId, found, found) }).sort({ _id: 1 }).toArray()).slice(-1);
  }

  async function lastFixes(): Promise<PositionFix[]> {
    const marked = await marks.read();
    const found = await buckets.find({ _id: { $in: [...marked.values()].flatMap(({ ids }) => ids) } }).sort({ _id: 1 }).toArray();
    const byUnit = Map.groupBy(found, ({ _id }) => readBucketId(_id).unitId);
    const last = await Promise.all([...marked].map(([unitId, { hour }]) => {
      const ofUnit = byUnit.get(unitId);
      return ofUnit ? fixesOf(ofUnit).slice(-1) : newestUpTo(unitId, hour);
    }));
    return last.flat();
  }

  async function readTrack(unitId: UnitId, from: number, to: number): Promise<PositionFix[]> {
    const track: PositionFix[] = [];
    for await (const hour of byHour(buckets.find({ _id: hoursBetween(unitId, hourOf(from), hourOf(to)) }).sort({ _id: 1 }))) track.push(...fixesOf(hour));
    return track.filter(({ at }) => at >= from && at < to);
  }

  /** A unit that sends has its place in the last hour; only for the silent ones the hours before are read. */
  async function placesAt(unitIds: readonly UnitId[], since: number, until: number): Promise<PositionFix[]> {
    const places: PositionFix[] = [];
    for (let from = 0; from < unitIds.length; from += UNITS_AT_ONCE) {
      const found = await Promise.all(unitIds.slice(from, from + UNITS_AT_ONCE).map(async (unitId) => {
        const recent = Math.max(since, until - HOUR_MS);
        const [place] = (await readTrack(unitId, recent, until + 1)).slice(-1);
        return place ? [place] : (await readTrack(unitId, since, recent)).slice(-1);
      }));
      places.push(...found.flat());
    }
    return places;
  }

  const inTurn = createTurns<readonly PositionFix[], true>(async ([batch]) => {
    try {
      await reaching(() => write(batch!));
    } catch (error) {
      writer = newWriter(Date.now());
      throw error;
    }
    return [true];
  }, 1);

  return {
    ...createMongoFixRemoval(db),
    appendFixes: async (batch) => void (batch.length > 0 && (await inTurn(batch))),
    readTrack: (unitId, from, to) => reaching(() => readTrack(unitId, from, to)),
    placesAt: (unitIds, since, until) => reaching(() => placesAt(unitIds, since, until)),
    lastFixes: () => reaching(lastFixes),
  };
}
