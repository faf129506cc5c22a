import { randomUUID } from 'node:crypto';
import type { Binary } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import { unpackFixes } from './track-chunk.ts';

/**
 * What one writer kept of one unit and hour: the chunks in the order they came. A fix may be in several, also in those of other
 * writers; the first counts. Nobody but its writer ever changes a bucket, so none can push another's chunk out.
 */
export interface TrackBucket {
  readonly _id: string;
  readonly chunks: readonly Binary[];
}

/** Says by its name alone that a bucket of this name may hold the newest fix of its unit. */
export interface TrackMark {
  readonly _id: string;
}

const LAST_HOUR = 99_999_999;
const UUID_TAIL = 12;

/** Hours since 1970, kept within eight digits. */
export const hourOf = (at: number): number => Math.min(LAST_HOUR, Math.max(0, Math.floor(at / HOUR_MS)));
/** A unit and an hour, a line each; those of a unit sort by their hours. */
const hourId = (unitId: UnitId, hour: number): string => `${unitId}\n${String(hour).padStart(8, '0')}`;
/** The name of a bucket: unit, hour and writer, a line each. */
export const bucketId = (unitId: UnitId, hour: number, writer: string): string => `${hourId(unitId, hour)}\n${writer}`;

/** The names of all buckets of a unit from one hour to another, both included. */
export const hoursBetween = (unitId: UnitId, from: number, to: number): { $gte: string; $lt: string } => ({ $gte: hourId(unitId, from), $lt: `${hourId(unitId, to)}\v` });

/** A name for whoever writes buckets from now on; later ones sort behind. */
export const newWriter = (now: number): string => `${now.toString(36).padStart(9, '0')}-${randomUUID().slice(-UUID_TAIL)}`;

/** What the name of a bucket or a mark says. */
export function readBucketId(_id: string): { readonly unitId: UnitId; readonly hour: number } {
  const [unitId, hour] = _id.split('\n') as [UnitId, string];
  return { unitId, hour: Number(hour) };
}

/** The fixes of all buckets of one unit and hour, in the order of their names, in ascending time. */
export function fixesOf(buckets: readonly TrackBucket[]): PositionFix[] {
  const byTime = new Map<number, PositionFix>();
  for (const { _id, chunks } of buckets) {
    const { unitId, hour } = readBucketId(_id);
    for (const chunk of chunks) {
      for (const fix of unpackFixes(Buffer.from(chunk.buffer), unitId, hour * HOUR_MS)) if (!byTime.has(fix.at)) byTime.set(fix.at, fix);
    }
  }
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

/** Buckets in the order of their names, those of one unit and hour together. */
export async function* byHour(buckets: AsyncIterable<TrackBucket> | Iterable<TrackBucket>): AsyncGenerator<TrackBucket[]> {
  let hour: TrackBucket[] = [];
  for await (const bucket of buckets) {
    const [first, next] = [hour[0] && readBucketId(hour[0]._id), readBucketId(bucket._id)];
    if (first && (first.unitId !== next.unitId || first.hour !== next.hour)) {
      yield hour;
      hour = [];
    }
    hour.push(bucket);
  }
  if (hour.length > 0) yield hour;
}
