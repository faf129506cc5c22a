import type { JointBand } from './joints.ts';

/** A stretch across the screen, CSS px from its left edge. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** The widest stretch of `free` that no joint runs through from the wall's upper to its lower edge; of equal ones the left. What is laid over the map goes there. */
export function clearSpan(free: Span, joints: readonly JointBand[], { top: upper, bottom: lower }: { readonly top: number; readonly bottom: number }): Span {
  const uprights = joints.filter(({ top, bottom }) => top <= upper && bottom >= lower).filter(({ left, right }) => right > free.left && left < free.right).sort((a, b) => a.left - b.left);
  const lefts = [free.left, ...uprights.map(({ right }) => right)];
  const rights = [...uprights.map(({ left }) => left), free.right];
  const spans = lefts.map((left, index) => ({ left, right: rights[index] ?? free.right }));
  return spans.reduce((best, span) => (span.right - span.left > best.right - best.left + 0.5 ? span : best));
}
