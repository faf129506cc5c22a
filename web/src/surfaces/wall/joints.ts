import type { Wall, WallFrame, WallShape } from '@wangge/shared/stage';

/** An upright rectangle, CSS px. */
export interface JointBand {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How many screens a wall is made of, across and down. */
export interface Cells {
  readonly across: number;
  readonly down: number;
}

const CLEAR_U = 8;
const CELL_U = 960;

/**
 * Bands along the joints (拼缝) in which nothing may be written. Without `cells` a broad wall is taken to be made of screens 960 units wide in two
 * rows, as 4K screens are; a single screen has none.
 */
export function jointBands(wall: { shape: WallShape; widthPx: number; heightPx: number; uPx: number; cells: Cells | null }): JointBand[] {
  const { shape, widthPx, heightPx, uPx, cells } = wall;
  const clearPx = CLEAR_U * uPx;
  const isBroad = shape === 'broad' || shape === 'band' || shape === 'long';
  const across = cells?.across ?? (isBroad ? Math.round(widthPx / (CELL_U * uPx)) : 1);
  const down = cells?.down ?? (isBroad ? 2 : 1);
  const inner = (count: number): number[] => Array.from({ length: Math.max(0, count - 1) }, (_, index) => (index + 1) / count);
  return [
    ...inner(across).map((share) => ({ left: share * widthPx - clearPx, right: share * widthPx + clearPx, top: 0, bottom: heightPx })),
    ...inner(down).map((share) => ({ left: 0, right: widthPx, top: share * heightPx - clearPx, bottom: share * heightPx + clearPx })),
  ];
}

/** Bands along the bezels of a wall that several browsers show: behind them nothing is to be seen, and beside them nothing is written. */
export function bezelBands({ widthPx, heightPx, tileWidthPx, tileHeightPx, bezelPx }: WallFrame, { across, down }: Pick<Wall, 'across' | 'down'>, uPx: number): JointBand[] {
  const clearPx = CLEAR_U * uPx;
  const ends = (count: number, lengthPx: number): number[] => Array.from({ length: Math.max(0, count - 1) }, (_, index) => index * (lengthPx + bezelPx) + lengthPx);
  return [
    ...ends(across, tileWidthPx).map((end) => ({ left: end - clearPx, right: end + bezelPx + clearPx, top: 0, bottom: heightPx })),
    ...ends(down, tileHeightPx).map((end) => ({ left: 0, right: widthPx, top: end - clearPx, bottom: end + bezelPx + clearPx })),
  ];
}

/** Bands of the whole wall as one of its displays counts: from its own top left corner. */
export function shiftedBands(bands: readonly JointBand[], { leftPx, topPx }: Pick<WallFrame, 'leftPx' | 'topPx'>): JointBand[] {
  return bands.map(({ left, top, right, bottom }) => ({ left: left - leftPx, right: right - leftPx, top: top - topPx, bottom: bottom - topPx }));
}
