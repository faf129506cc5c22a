import type { JointBand } from './joints.ts';
import type { WallShape } from '@wangge/shared/stage';

/** Where the card of a takeover lies and what it leaves of the map: distances from the wall's right edge, CSS px; `isBelow`: it lies under the map. */
export interface TakeoverRoom {
  readonly rightPx: number;
  readonly widthPx: number;
  readonly isBelow: boolean;
  /** A joint runs at half the height: the card breaks there. */
  readonly isSplit: boolean;
}

const CARD_U = 760;
/** On a wall of this width in units the card may take more: what is said stands the same, reasons get room. */
const WIDE_CARD_U = 880;
const LEAST_U = 640;

/**
 * The card (760 units) at the right, between two joints: the rightmost stretch that holds it. In portrait it takes the whole
 * width under the map.
 */
export function takeoverRoom({ widthPx, heightPx, uPx, edgePx, shape, joints }: {
  widthPx: number; heightPx: number; uPx: number; edgePx: number; shape: WallShape; joints: readonly JointBand[];
}): TakeoverRoom {
  const isSplit = joints.some(({ left, right, top, bottom }) => left <= 0 && right >= widthPx && top < heightPx / 2 && bottom > heightPx / 2);
  if (shape === 'tall') return { rightPx: edgePx, widthPx: widthPx - 2 * edgePx, isBelow: true, isSplit: false };
  const wantedPx = (shape === 'band' ? WIDE_CARD_U : CARD_U) * uPx;
  const uprights = joints.filter(({ top, bottom }) => top <= 0 && bottom >= heightPx).sort((a, b) => b.left - a.left);
  const ends = [widthPx - edgePx, ...uprights.map(({ left }) => left)];
  const starts = [...uprights.map(({ right }) => right), edgePx];
  const place = ends.findIndex((end, index) => end - (starts[index] ?? 0) >= Math.min(wantedPx, LEAST_U * uPx));
  const end = ends[place] ?? widthPx - edgePx;
  return { rightPx: widthPx - end, widthPx: Math.min(wantedPx, end - (starts[place] ?? edgePx)), isBelow: false, isSplit };
}
