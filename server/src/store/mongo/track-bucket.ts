import type { Binary } from 'mongodb';
import { HOUR_MS } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import { unpackFixes } from './track-chunk.ts';

/** What one unit did in one hour: the chunks in the order they came. A fix may be in several; the first counts. */
export interface TrackBucket {
  /** Unit and hour since 1970, a line each; eight digits. */
  readonly _id: string;
  readonly chunks: readonly Binary[];
}

/** The newest hour of a unit that may have a bucket. */
export interface TrackUnit {
  readonly _id: UnitId;
  readonly hour: number;
}

const LAST_HOUR = 99_999_999;

/** Hours since 1970, kept within eight digits. */
export const hourOf = (at: number): number => Math.min(LAST_HOUR, Math.max(0, Math.floor(at / HOUR_MS)));
/** The name of a bucket; buckets of a unit sort by their hours. */
export const bucketId = (unitId: UnitId, hour: number): string => `${unitId}\n${String(hour).padStart(8, '0')}`;

/** The fixes of a bucket in ascending time. */
export function fixesOf({ _id, chunks }: TrackBucket): PositionFix[] {
  const [unitId, hour] = _id.split('\n') as [UnitId, string];
  const byTime = new Map<number, PositionFix>();
  for (const chunk of chunks) {
    for (const fix of unpackFixes(Buffer.from(chunk.buffer), unitId, Number(hour) * HOUR_MS)) if (!byTime.has(fix.at)) byTime.set(fix.at, fix);
  }
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}
