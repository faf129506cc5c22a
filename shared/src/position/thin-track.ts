import { distanceM } from '../geo/index.ts';
import type { PositionFix } from './fix.ts';
import { MAX_SILENCE_MS, STANDING_KMH } from './mileage.ts';

/** A thinned track passes within this distance of every fix that was taken out, at the time of that fix. */
export const THIN_TOLERANCE_M = 15;
/** With wider spacing two fixes left over could lie so far apart in time that nothing is counted between them. */
export const MAX_SPACING_MS = MAX_SILENCE_MS / 2;

const isStanding = ({ speedKmh }: PositionFix): boolean => speedKmh !== null && speedKmh < STANDING_KMH;

/**
 * Indices of fixes that stay whatever the way looks like: the first of each stretch of `spacingMs` (counted from 1970, so that it
 * does not matter where a reading begins), the last before a stretch without any, and both sides of each halt.
 */
function pinnedIn(fixes: readonly PositionFix[], spacingMs: number): number[] {
  const stretchOf = (i: number): number => Math.floor((fixes[i]?.at ?? Infinity) / spacingMs);
  return fixes.flatMap((fix, i) => {
    const [before, after] = [fixes[i - 1], fixes[i + 1]];
    const isFirst = before === undefined || stretchOf(i - 1) !== stretchOf(i);
    const isLast = stretchOf(i + 1) > stretchOf(i) + 1;
    const turns = [before, after].some((other) => other !== undefined && isStanding(other) !== isStanding(fix));
    return isFirst || isLast || turns ? [i] : [];
  });
}

/** How far a fix lies from where one who goes straight from `a` to `b` would be at its time. */
function offWayM(a: PositionFix, b: PositionFix, fix: PositionFix): number {
  const share = (fix.at - a.at) / (b.at - a.at);
  return distanceM([a.lng + (b.lng - a.lng) * share, a.lat + (b.lat - a.lat) * share], [fix.lng, fix.lat]);
}

/** Marks what must stay between two indices that stay, so that all else lies within the tolerance. */
function markBetween(fixes: readonly PositionFix[], from: number, to: number, kept: Set<number>): void {
  let [farthest, farthestM] = [-1, THIN_TOLERANCE_M];
  for (let i = from + 1; i < to; i += 1) {
    const offM = offWayM(fixes[from]!, fixes[to]!, fixes[i]!);
    if (offM > farthestM) [farthest, farthestM] = [i, offM];
  }
  if (farthest < 0) return;
  kept.add(farthest);
  markBetween(fixes, from, farthest, kept);
  markBetween(fixes, farthest, to, kept);
}

/**
 * 轨迹抽稀: what stays of a unit's fixes (ascending, of distinct times) when it is enough to know where it went and where it stood:
 * a fix each `spacingMs` at least, the first and last of each halt the device told, the ends, and whatever is needed to
 * stay within `THIN_TOLERANCE_M` of the way in place and time. Nothing is moved. Thinned again it stays as it is. Throws a RangeError for a
 * spacing over `MAX_SPACING_MS`.
 */
export function thinTrack(fixes: readonly PositionFix[], spacingMs: number): PositionFix[] {
  if (!(spacingMs > 0 && spacingMs <= MAX_SPACING_MS)) throw new RangeError(`a track cannot be thinned to ${spacingMs} ms`);
  const pinned = pinnedIn(fixes, spacingMs);
  const kept = new Set(pinned);
  for (let i = 1; i < pinned.length; i += 1) markBetween(fixes, pinned[i - 1]!, pinned[i]!, kept);
  return fixes.filter((_fix, i) => kept.has(i));
}
