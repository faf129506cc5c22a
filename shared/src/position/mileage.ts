import { HOUR_MS, MINUTE_MS } from '../base/index.ts';
import { distanceM } from '../geo/index.ts';
import type { PositionFix } from './fix.ts';

/** Shorter moves are drift: the last counted place stays until the unit is farther away than this. */
export const MIN_MOVE_M = 20;
/** The same while the device itself says that it stands (below `STANDING_KMH`). */
export const MIN_MOVE_STANDING_M = 60;
export const STANDING_KMH = 2;
/** A position that claims no better than this is left out. */
export const MAX_ACCURACY_M = 100;
/** Faster than any vehicle on these roads: a jump of the receiver. */
export const MAX_BELIEVABLE_KMH = 150;
/** Nothing is counted across a longer silence. */
export const MAX_SILENCE_MS = 10 * MINUTE_MS;

interface Place {
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
}

/** Patrol mileage (巡查里程) so far, as folded over the fixes of one unit in ascending time. */
export interface Mileage {
  readonly distanceM: number;
  /** Time of the newest fix seen, counted or not. */
  readonly lastAt: number;
  /** Where counting goes on from. */
  readonly anchor: Place | null;
  /** A place that would need an unbelievable speed; believed once the next fix agrees with it. */
  readonly suspect: Place | null;
}

export const NO_MILEAGE: Mileage = { distanceM: 0, lastAt: -Infinity, anchor: null, suspect: null };

function moveM(from: Place, to: Place): number {
  return distanceM([from.lng, from.lat], [to.lng, to.lat]);
}

function isBelievable(from: Place, to: Place): boolean {
  return moveM(from, to) <= (MAX_BELIEVABLE_KMH * 1_000 * (to.at - from.at)) / HOUR_MS;
}

function leastMoveM(fix: PositionFix): number {
  const standing = fix.speedKmh !== null && fix.speedKmh < STANDING_KMH ? MIN_MOVE_STANDING_M : MIN_MOVE_M;
  return Math.max(standing, fix.accuracyM ?? 0);
}

/**
 * Adds the next fix of a unit. Drift, jumps and silences add nothing; a fix that is not newer than the last one is ignored,
 * so the fold depends only on the sorted set of distinct fixes.
 */
export function addToMileage(mileage: Mileage, fix: PositionFix): Mileage {
  if (fix.at <= mileage.lastAt) return mileage;
  const seen = { ...mileage, lastAt: fix.at };
  if ((fix.accuracyM ?? 0) > MAX_ACCURACY_M) return seen;
  const place: Place = { at: fix.at, lng: fix.lng, lat: fix.lat };
  const { anchor, suspect } = mileage;
  if (anchor === null || fix.at - mileage.lastAt > MAX_SILENCE_MS) return { ...seen, anchor: place, suspect: null };
  if (!isBelievable(anchor, place)) {
    const isConfirmed = suspect !== null && isBelievable(suspect, place);
    return isConfirmed ? { ...seen, anchor: place, suspect: null } : { ...seen, suspect: place };
  }
  const movedM = moveM(anchor, place);
  if (movedM < leastMoveM(fix)) return { ...seen, suspect: null };
  return { distanceM: mileage.distanceM + movedM, lastAt: fix.at, anchor: place, suspect: null };
}

/** Mileage of fixes in ascending time. */
export function mileageOf(fixes: Iterable<PositionFix>): Mileage {
  let mileage = NO_MILEAGE;
  for (const fix of fixes) mileage = addToMileage(mileage, fix);
  return mileage;
}
