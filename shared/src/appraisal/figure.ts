import { bandOf, measureOf, type Band, type Indicator, type IndicatorId } from './indicator.ts';
import { MS_PER_UNIT } from './count-tasks.ts';
import type { Sum } from './sums.ts';

/** 样本少: a share or a mean of fewer than this is marked and not ranked. */
const FEW = 5;

/**
 * One figure as people read it. `value` is null where the denominator is zero, and shown as —: never 0 %, never 100 %. Shares are
 * percent, means in the indicator's unit with `median` and `p90` where the samples were looked at. `n`: how many it rests on.
 */
export interface Figure {
  readonly indicator: IndicatorId;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly n: number;
  readonly isFew: boolean;
  readonly median: number | null;
  readonly p90: number | null;
  readonly band: Band | null;
}

function unitMs(id: IndicatorId): number {
  return MS_PER_UNIT[id as keyof typeof MS_PER_UNIT] ?? 1;
}

/** The p-th percentile by nearest rank of ascending samples; null of none. */
export function percentile(sorted: readonly number[], p: number): number | null {
  return sorted.length === 0 ? null : sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]!;
}

/** Median of ascending samples: the middle one, or the mean of the two in the middle; null of none. */
export function median(sorted: readonly number[]): number | null {
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

function valueOf(id: IndicatorId, { numerator, denominator }: Sum): number | null {
  const measure = measureOf(id);
  if (measure === 'count') return numerator;
  if (denominator === 0) return null;
  return measure === 'share' ? (100 * numerator) / denominator : numerator / denominator / unitMs(id);
}

/** Makes a figure of two sums; `samples` are the single durations of a mean, in ms. */
export function figureOf(indicator: Indicator, sum: Sum, samples: readonly number[] | null = null): Figure {
  const { id, bands } = indicator;
  const value = valueOf(id, sum);
  const isCount = measureOf(id) === 'count';
  const n = isCount ? sum.numerator : sum.denominator;
  const sorted = samples && measureOf(id) === 'mean' ? samples.map((ms) => ms / unitMs(id)).sort((a, b) => a - b) : [];
  return {
    indicator: id, ...sum, value, n, isFew: !isCount && n > 0 && n < FEW, median: median(sorted), p90: percentile(sorted, 90), band: bandOf(bands, value),
  };
}
