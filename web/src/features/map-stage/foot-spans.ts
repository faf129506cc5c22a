import type { Box } from '../../map/labels/box.ts';

/** A stretch across the map, CSS px from its left edge. */
export interface FootSpan {
  readonly left: number;
  readonly right: number;
}

/**
 * Where the two texts at the foot of a map lie, so that neither runs over a joint: the scale in the leftmost stretch of `free` between two upright joints
 * that is at least `leastPx` wide, what is said of the land in the rightmost; in the widest where none is.
 */
export function footSpans(free: FootSpan, joints: readonly Box[], leastPx: number): { readonly scale: FootSpan; readonly land: FootSpan } {
  const uprights = joints.filter(({ left, right, top, bottom }) => bottom - top > right - left && right > free.left && left < free.right).toSorted((a, b) => a.left - b.left);
  const rights = [...uprights.map(({ left }) => left), free.right];
  const spans = [free.left, ...uprights.map(({ right }) => right)].map((left, index) => ({ left, right: rights[index] ?? free.right }));
  const widest = spans.reduce((best, span) => (span.right - span.left > best.right - best.left ? span : best));
  const wide = spans.filter(({ left, right }) => right - left >= leastPx);
  return { scale: wide[0] ?? widest, land: wide.at(-1) ?? widest };
}
