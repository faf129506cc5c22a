import { DAY_MS, HOUR_MS, startOfDay, type UnitId } from '@wangge/shared/base';
import { thinTrack } from '@wangge/shared/position';
import type { DocumentStore } from '../../store/document-store.ts';
import type { TrackStore } from '../../store/track-store.ts';
import type { RetentionRun, RetentionStep } from './retention-step.ts';

/** A piece of one unit's track: small enough that a command which comes meanwhile does not feel it, at a fix a second too. */
const PIECE_MS = 6 * HOUR_MS;
const DELETED_A_TIME = 5_000;

/** Up to where, and how far apart, tracks were thinned already. */
interface Thinned {
  readonly until: number;
  readonly spacingMs: number;
}

export interface TrackNeeds {
  readonly tracks: Pick<TrackStore, 'lastFixes' | 'readTrack' | 'removeFixes' | 'countBefore' | 'removeBefore'>;
  readonly documents: Pick<DocumentStore, 'get' | 'put'>;
}

/** 轨迹抽稀与删除: whole days, once they are old enough, unit by unit. How far it came is kept day by day. */
export function retainTracks({ tracks, documents }: TrackNeeds): RetentionStep {
  async function thinPiece(unitId: UnitId, from: number, { policy, isDryRun, tally }: RetentionRun): Promise<void> {
    const fixes = await tracks.readTrack(unitId, from, from + PIECE_MS);
    if (fixes.length === 0) return;
    const kept = new Set(thinTrack(fixes, policy.trackSpacingMs));
    const gone = fixes.filter((fix) => !kept.has(fix)).map(({ at }) => at);
    tally.add('fixesThinned', isDryRun ? gone.length : await tracks.removeFixes(unitId, gone));
  }

  async function remove(unitId: UnitId, before: number, { isDryRun, tally, rest }: RetentionRun): Promise<void> {
    if (isDryRun) return tally.add('fixesDeleted', await tracks.countBefore(unitId, before));
    for (let some = Infinity; some > 0; await rest()) {
      some = await tracks.removeBefore(unitId, before, DELETED_A_TIME);
      tally.add('fixesDeleted', some);
    }
  }

  return async (run) => {
    const { now, policy, isDryRun, rest, onProgress } = run;
    const units = (await tracks.lastFixes()).map(({ unitId }) => unitId);
    const oldest = startOfDay(now - policy.trackKeptMs);
    for (const unitId of units) await remove(unitId, oldest, run);
    const done = await documents.get<Thinned>('retention', 'thinned');
    const isSame = done !== null && done.spacingMs >= policy.trackSpacingMs;
    const [from, until] = [Math.max(oldest, isSame ? done.until : oldest), startOfDay(now - policy.trackDetailMs)];
    for (let day = from; day < until; day += DAY_MS) {
      for (const unitId of units) {
        for (let piece = day; piece < day + DAY_MS; piece += PIECE_MS) await thinPiece(unitId, piece, run);
        await rest();
      }
      if (!isDryRun) await documents.put('retention', 'thinned', { until: day + DAY_MS, spacingMs: policy.trackSpacingMs } satisfies Thinned);
      onProgress('tracks', (day - from) / DAY_MS + 1, (until - from) / DAY_MS);
    }
  };
}
