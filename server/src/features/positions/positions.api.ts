import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { LatestPosition } from './live-positions.ts';

/** What other parts may ask of positions (定位) and hand to them. Fixes were judged by the position gate before. */
export interface PositionsApi {
  /** Takes an accepted fix: `live` moves the marker and joins the track, `track-only` joins the track. Returns at once. */
  accept(fix: PositionFix, verdict: 'live' | 'track-only'): void;
  /** Resolves when everything accepted so far is in the track store; rejects while that can't write. */
  kept(): Promise<void>;
  /** Device time of the unit's newest accepted fix, for the gate; undefined before its first. */
  newestAtOf(unitId: UnitId): number | undefined;
  /** Whether `kept` speaks for a fix of this unit and time: this node took it itself or found it in the store. It remembers the newest of each unit. */
  hasTaken(unitId: UnitId, at: number): boolean;
  /** The index that names the unit in position frames: dense, stable while the process lives. */
  indexOf(unitId: UnitId): number;
  latestOf(unitId: UnitId): LatestPosition | null;
  /** Fixes with `from` ≤ at < `to` in ascending time, those still waiting to be written included. */
  readTrack(unitId: UnitId, from: number, to: number): Promise<readonly PositionFix[]>;
  /** Where each of these units was by its newest fix with `since` ≤ at ≤ `until`, fixes waiting to be written included. */
  placesAt(unitIds: readonly UnitId[], since: number, until: number): Promise<readonly PositionFix[]>;
  /** 巡查里程 of one unit today, km. */
  unitKmToday(unitId: UnitId): number;
  /** 巡查里程 of all units today, km. */
  totalKmToday(): number;
  /** Called with each accepted fix, after it was taken. */
  onTaken(listener: (fix: PositionFix, verdict: 'live' | 'track-only') => void): void;
  /** Called with each accepted fix, whichever node accepted it. */
  onHeard(listener: (fix: PositionFix) => void): void;
  /** Takes a fix that another node accepted and keeps: it is shown and counted, not written. */
  hear(fix: PositionFix, verdict: 'live' | 'track-only'): void;
  /** Reads from the store where everybody is, for what other nodes could not tell. */
  reread(): Promise<void>;
  /** Called after a marker has moved. */
  onMoved(listener: (unitId: UnitId, position: LatestPosition) => void): void;
}
