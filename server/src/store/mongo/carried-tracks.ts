import { Binary, type AnyBulkWriteOperation, type Db } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { Row } from '../contents.ts';
import { isDuplicate } from './errors.ts';
import { COLLECTIONS } from './schema.ts';
import { bucketId, fixesOf, hourOf, type TrackBucket, type TrackUnit } from './track-bucket.ts';
import { packFixes } from './track-chunk.ts';
import { writeAll } from './write-all.ts';

const BUCKETS_A_CALL = 100;

const scaled = (value: number | null, scale: number): number | null => (value === null ? null : Math.round(value * scale));

function toRow({ unitId, at, lng, lat, speedKmh, headingDeg, accuracyM }: PositionFix): Row {
  return [unitId, at, scaled(lng, 1e7), scaled(lat, 1e7), scaled(speedKmh, 10), headingDeg, accuracyM];
}

function toFix(row: Row): PositionFix {
  const [unitId, at, lngE7, latE7, speedE1, headingDeg, accuracyM] = row as [UnitId, number, number, number, number | null, number | null, number | null];
  return { unitId, at, lng: lngE7 / 1e7, lat: latE7 / 1e7, speedKmh: speedE1 === null ? null : speedE1 / 10, headingDeg, accuracyM };
}

/** The tracks as rows. */
export async function* trackRows(db: Db): AsyncGenerator<Row> {
  for await (const bucket of db.collection<TrackBucket>(COLLECTIONS.tracks).find().sort({ _id: 1 })) {
    for (const fix of fixesOf(bucket)) yield toRow(fix);
  }
}

/** The fix that comes last in the order of rows. */
export async function lastTrackRow(db: Db): Promise<Row | null> {
  const [bucket] = await db.collection<TrackBucket>(COLLECTIONS.tracks).find().sort({ _id: -1 }).limit(1).toArray();
  return bucket ? toRow(fixesOf(bucket).at(-1)!) : null;
}

/** Writes fixes in their order, bucket after bucket; the first may have been begun by the rows before. */
export async function writeTrackRows(db: Db, rows: readonly Row[]): Promise<void> {
  const buckets = db.collection<TrackBucket>(COLLECTIONS.tracks);
  const byBucket = Map.groupBy(rows.map(toFix), ({ unitId, at }) => bucketId(unitId, hourOf(at)));
  const newest = new Map(rows.map((row) => [row[0] as UnitId, hourOf(Number(row[1]))]));
  await writeAll(db.collection<TrackUnit>(COLLECTIONS.trackUnits), [...newest].map(([_id, hour]) => ({ updateOne: { filter: { _id }, update: { $max: { hour } }, upsert: true } })), true);
  const made = [...byBucket].map(([_id, fixes]): TrackBucket => ({ _id, chunks: [new Binary(packFixes(fixes, hourOf(fixes[0]!.at) * HOUR_MS))] }));
  const add = ({ _id, chunks }: TrackBucket): AnyBulkWriteOperation<TrackBucket> => ({ updateOne: { filter: { _id }, update: { $push: { chunks: chunks[0]! } }, upsert: true } });
  await writeAll(buckets, made.slice(0, 1).map(add), true);
  for (let i = 1; i < made.length; i += BUCKETS_A_CALL) {
    const some = made.slice(i, i + BUCKETS_A_CALL);
    try {
      await buckets.insertMany(some, { ordered: true });
    } catch (error) {
      // Some of the rows were there already: what comes again in a bucket is passed over when it is read.
      if (!isDuplicate(error)) throw error;
      await writeAll(buckets, some.map(add), true);
    }
  }
}
