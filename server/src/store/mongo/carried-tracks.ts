import { Binary, type Db } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { Row } from '../contents.ts';
import { NewestMarks } from './newest-marks.ts';
import { COLLECTIONS } from './schema.ts';
import { bucketId, byHour, fixesOf, hourOf, hoursBetween, newWriter, readBucketId, type TrackBucket } from './track-bucket.ts';
import { packFixes } from './track-chunk.ts';

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
  for await (const hour of byHour(db.collection<TrackBucket>(COLLECTIONS.tracks).find().sort({ _id: 1 }))) {
    for (const fix of fixesOf(hour)) yield toRow(fix);
  }
}

/** The fix that comes last in the order of rows. */
export async function lastTrackRow(db: Db): Promise<Row | null> {
  const buckets = db.collection<TrackBucket>(COLLECTIONS.tracks);
  const [last] = await buckets.find().sort({ _id: -1 }).limit(1).toArray();
  if (last === undefined) return null;
  const { unitId, hour } = readBucketId(last._id);
  const [fix] = fixesOf(await buckets.find({ _id: hoursBetween(unitId, hour, hour) }).sort({ _id: 1 }).toArray()).slice(-1);
  return fix ? toRow(fix) : null;
}

/**
 * Writes fixes in their order, bucket after bucket; the first may have been begun by the rows before. Rows that come again go
 * into buckets of their own and are passed over when they are read.
 */
export function createTrackCarrier(db: Db): (rows: readonly Row[]) => Promise<void> {
  const buckets = db.collection<TrackBucket>(COLLECTIONS.tracks);
  const marks = new NewestMarks(db);
  let writer = newWriter(Date.now());
  let begun = '';

  async function write(rows: readonly Row[]): Promise<void> {
    const byBucket = Map.groupBy(rows.map(toFix), ({ unitId, at }) => bucketId(unitId, hourOf(at), writer));
    await marks.add(new Map(rows.map((row) => [row[0] as UnitId, hourOf(Number(row[1]))])), writer);
    const made = [...byBucket].map(([_id, fixes]): TrackBucket => ({ _id, chunks: [new Binary(packFixes(fixes, readBucketId(_id).hour * HOUR_MS))] }));
    const goesOn = made[0]?._id === begun ? made.shift() : undefined;
    if (goesOn) await buckets.updateOne({ _id: goesOn._id }, { $push: { chunks: goesOn.chunks[0]! } });
    for (let i = 0; i < made.length; i += BUCKETS_A_CALL) await buckets.insertMany(made.slice(i, i + BUCKETS_A_CALL), { ordered: true });
    begun = made.at(-1)?._id ?? begun;
    await marks.tidy();
  }

  return async (rows) => {
    try {
      await write(rows);
    } catch (error) {
      writer = newWriter(Date.now());
      throw error;
    }
  };
}
