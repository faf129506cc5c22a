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

  return {
    appendFixes: async (batch) => batch.forEach(append),
    readTrack: async (unitId, from, to) => sorted(unitId).filter((fix) => fix.at >= from && fix.at < to),
    lastFixes: async () => [...tracks.keys()].flatMap((unitId) => sorted(unitId).slice(-1)),
  };
}
