import type { Figure, Indicator, Interval } from '@wangge/shared/appraisal';

/** Shown where a figure has no value. */
export const NONE = '—';

/** A number as people read it: whole counts, one decimal otherwise; a share below 100 never rounds up to it. */
export function shownNumber(value: number | null, unit: string): string {
  if (value === null) return NONE;
  if (Number.isInteger(value)) return String(value);
  const rounded = Math.round(value * 10) / 10;
  return (unit === '%' && value < 100 ? Math.min(rounded, 99.9) : rounded).toFixed(1);
}

/** A figure with its unit. */
export function shownFigure({ unit }: Indicator, { value }: Pick<Figure, 'value'>): string {
  if (value === null) return NONE;
  return unit === '%' ? `${shownNumber(value, unit)}%` : `${shownNumber(value, unit)} ${unit}`;
}

/** A score with one decimal; — without one. */
export function shownScore(score: number | null): string {
  return score === null ? NONE : (Math.round(score * 10) / 10).toFixed(1);
}

/** The ends of a band in the words of `say`; empty when both are open. */
export function shownRange({ min, max }: Interval, say: (key: 'from' | 'to' | 'between', values: Readonly<Record<string, number>>) => string): string {
  if (min !== null && max !== null) return min === max ? String(min) : say('between', { a: min, b: max });
  if (min !== null) return say('from', { n: min });
  return max !== null ? say('to', { n: max }) : '';
}
