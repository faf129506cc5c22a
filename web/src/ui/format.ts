import type { RateFigure } from '@wangge/shared/figures';

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

/** A share as people read it, never rounded up: 96.4%, and — where nothing was owed. */
export function shareText(share: number | null): string {
  return share === null ? NO_RATE : `${(Math.floor(share * 1_000) / 10).toFixed(1)}%`;
}

/** Shares in percent with one decimal that add up to exactly 100 (largest remainder); all 0 when there is nothing. */
export function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((n) => (n / total) * 1_000);
  const floors = exact.map(Math.floor);
  const missing = 1_000 - floors.reduce((sum, n) => sum + n, 0);
  const order = exact.map((value, index) => ({ index, rest: value - (floors[index] ?? 0) })).sort((a, b) => b.rest - a.rest);
  for (const { index } of order.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1;
  return floors.map((n) => n / 10);
}

/** Where a cut axis to 100 begins: the highest of the steps that leaves every value on it. */
export function axisFloor(values: readonly (number | null)[], steps: readonly number[]): number {
  const least = Math.min(100, ...values.filter((value) => value !== null));
  return steps.find((step) => step <= least) ?? 0;
}

/** A matter short enough for the wall: without what stands in brackets. */
export function shortMatter(matter: string): string {
  return matter.replace(/[（(].*$/, '').trim() || matter;
}

/** Where a thing is and who has it, in one line: a village that has it itself is named once (`新街` and `新街村` are the same). */
export function placeAndOwner(...names: readonly (string | null | undefined)[]): string {
  const known = names.filter((name): name is string => typeof name === 'string' && name !== '');
  return known.filter((name, i) => !known.slice(i + 1).some((later) => later.startsWith(name) && /^(村|社区)?$/.test(later.slice(name.length)))).join(' · ');
}
