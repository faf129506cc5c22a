import type { UnitId } from '../base/index.ts';
import type { FenceHappening, FenceKind } from '../district-map/index.ts';
import type { FenceFinding } from './standing.ts';

/** 围栏事件: what became known of a unit and a fence; kept once and never changed. Times are epoch ms. */
export interface FenceEvent extends FenceFinding {
  /** The unit and its running number, so that the same finding is the same event whoever finds it again. */
  readonly id: string;
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly isPerson: boolean;
  readonly fenceName: string;
  readonly fenceKind: FenceKind;
  /** Where the fence lies: township or village, or the county. */
  readonly areaCode: string;
  /** The village it happened in; null outside the district. */
  readonly placeCode: string | null;
  /** When the server knew; much later than `at` where a phone had no signal. */
  readonly knownAt: number;
}

/** A fence with what it tells, as the desk lists it. `units`: how many units it is about. */
export interface WatchedFence {
  readonly id: string;
  readonly name: string;
  readonly kind: FenceKind;
  readonly tells: readonly FenceHappening[];
  readonly units: number;
}

/** The board `fence-events`: the last day, the newest first. */
export interface FenceEventBoard {
  readonly events: readonly FenceEvent[];
  /** All of them, also those beyond what is listed. */
  readonly total: number;
  readonly fences: readonly WatchedFence[];
}

/** Known later than this it is told as what was, and never as what is: no mark, no alarm. */
export const FENCE_LATE_MS = 10 * 60_000;

/** Whether an event became known so late that it is no news. */
export function isLateFenceEvent({ at, knownAt }: Pick<FenceEvent, 'at' | 'knownAt'>): boolean {
  return knownAt - at > FENCE_LATE_MS;
}
