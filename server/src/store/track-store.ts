import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';

/**
 * The tracks (轨迹) of all units: one fix per unit and time. Fixes are kept as `asKept` rounds them. A fix for a time
 * that is taken already is dropped; one that comes late takes its place in the track.
 */
export interface TrackStore {
  /** Keeps all fixes of the batch. When it throws, some may be kept: whoever sends the batch again loses none and keeps none twice. */
  appendFixes(batch: readonly PositionFix[]): Promise<void>;
  /** Fixes of a unit with `from` ≤ at < `to` in ascending time; epoch ms. */
  readTrack(unitId: UnitId, from: number, to: number): Promise<readonly PositionFix[]>;
  /** Of each of these units the newest fix with `since` ≤ at ≤ `until`; a unit without one is left out. */
  placesAt(unitIds: readonly UnitId[], since: number, until: number): Promise<readonly PositionFix[]>;
  /** The newest fix of every unit that has one. */
  lastFixes(): Promise<readonly PositionFix[]>;
  /** Takes the fixes of these times (epoch ms) out of the track of a unit and leaves the others as they are; answers how many there were. */
  removeFixes(unitId: UnitId, times: readonly number[]): Promise<number>;
  /** How many fixes of a unit lie before an instant. */
  countBefore(unitId: UnitId, before: number): Promise<number>;
  /** Takes out fixes of a unit from before an instant, the oldest first, about `limit` of them; answers how many, 0 when none are left. */
  removeBefore(unitId: UnitId, before: number, limit: number): Promise<number>;
}
