import type { RateFigure } from './figures.ts';

/** Below this denominator a rate says little: it carries 样本少 and no rank. */
export const FEW = 5;

/** A rate ready to be shown. `percent` is null when nothing was due (shown as —, never as 0 or 100). */
export interface RateShown {
  readonly percent: number | null;
  readonly text: string;
  readonly isFew: boolean;
}

const NO_RATE = '—';

/** `part` of `whole` in percent with one decimal; 100 without. A rate below 100 never rounds up to it, nor one above 0 down to it. */
export function shownRate(part: number, whole: number): RateShown {
  if (whole === 0) return { percent: null, text: NO_RATE, isFew: false };
  const percent = (part / whole) * 100;
  const rounded = Math.round(percent * 10) / 10;
  const kept = part < whole ? Math.min(rounded, 99.9) : rounded;
  const shown = part > 0 ? Math.max(kept, 0.1) : kept;
  return { percent, text: shown === 100 ? '100' : shown.toFixed(1), isFew: whole < FEW };
}

/** 按期结案率 of a month. */
export function onTimeRate({ closedOnTime, due }: RateFigure): RateShown {
  return shownRate(closedOnTime, due);
}
