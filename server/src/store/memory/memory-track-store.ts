import type { UnitId } from '@wangge/shared/base';
import { asKept } from '@wangge/shared/position';
import type { PositionFix } from '@wangge/shared/position';
import type { TrackStore } from '../track-store.ts';

/** A track store that lives as long as the process. */
export function createMemoryTrackStore(): TrackStore {
  const tracks = new Map<UnitId, Map<number, PositionFix>>();

  function append(fix: PositionFix): void {
    const track = tracks.get(fix.unitId) ?? new Map<number, PositionFix>();
    tracks.set(fix.unitId, track);
    const kept = asKept(fix);
    if (!track.has(kept.at)) track.set(kept.at, kept);
  }

  function sorted(unitId: UnitId): PositionFix[] {
    return [...(tracks.get(unitId)?.values() ?? [])].toSorted((a, b) => a.at - b.at);
  }

  function remove(unitId: UnitId, times: readonly number[]): number {
    const track = tracks.get(unitId);
    const count = times.filter((at) => track?.delete(at)).length;
    if (track?.size === 0) tracks.delete(unitId);
    return count;
  }

  return {
    appendFixes: async (batch) => batch.forEach(append),
    readTrack: async (unitId, from, to) => sorted(unitId).filter((fix) => fix.at >= from && fix.at < to),
    placesAt: async (unitIds, since, until) => unitIds.flatMap((unitId) => sorted(unitId).filter(({ at }) => at >= since && at <= until).slice(-1)),
    lastFixes: async () => [...tracks.keys()].flatMap((unitId) => sorted(unitId).slice(-1)),
    removeFixes: async (unitId, times) => remove(unitId, times),
    countBefore: async (unitId, before) => sorted(unitId).filter(({ at }) => at < before).length,
    removeBefore: async (unitId, before, limit) => remove(unitId, sorted(unitId).filter(({ at }) => at < before).slice(0, limit).map(({ at }) => at)),
  };
}
