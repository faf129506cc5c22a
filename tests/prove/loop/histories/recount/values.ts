import type { AppraisalWeights, Term } from '@wangge/shared/appraisal';
import { DAY_MS } from '@wangge/shared/base';
import type { Counted, Window } from './tally.ts';

const COUNTS = ['I01', 'I02', 'I04', 'I08', 'I11', 'I16', 'I19', 'I22', 'I24', 'I27', 'I35', 'I36'];
/** Durations with the ms of the unit they are read in: hours, hours, minutes. */
const UNIT_MS: Readonly<Record<string, number>> = { I28: 3_600_000, I29: 3_600_000, I30: 60_000 };

export interface Value {
  readonly value: number | null;
  readonly n: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** The value of an indicator: a count; a share in percent or a mean, none without a denominator. */
export function valueOf(indicator: string, counted: Pick<Counted, 'top' | 'bottom' | 'samples'>): Value {
  const { top, bottom, samples } = counted;
  const unit = UNIT_MS[indicator];
  if (COUNTS.includes(indicator)) return { value: top, n: top, median: null, p90: null };
  if (unit === undefined) return { value: bottom === 0 ? null : (top * 100) / bottom, n: bottom, median: null, p90: null };
  const sorted = samples.map((ms) => ms / unit).sort((a, b) => a - b);
  const middle = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]] as const;
  return {
    value: bottom === 0 ? null : top / unit / bottom, n: bottom,
    median: middle[0] === undefined ? null : (middle[0] + middle[1]!) / 2,
    p90: sorted.find((_, i) => (i + 1) * 10 >= sorted.length * 9) ?? null,
  };
}

/** I51, I52 and the scores of posts: by weight of what has a value, 0 to 100; null when nothing has. */
export function scoreOf(terms: readonly Term[], read: (indicator: string) => Value, window: Window, asOf: number, grids: number): number | null {
  const days = Math.max(1, (Math.min(Math.max(asOf, window.from), window.to) - window.from) / DAY_MS);
  const points = (term: Term, value: number): number => {
    if (term.as !== 'steps') return Math.min(100, Math.max(0, term.as === 'inverse' ? 100 - value : value));
    const scaled = term.per === 'month' ? (value / days) * 30 : term.per === 'grid-week' ? ((value / days) * 7) / Math.max(1, grids) : value;
    const steps = [...(term.steps ?? [])].sort((a, b) => b.from - a.from);
    return steps.find(({ from }) => scaled >= from)?.score ?? 0;
  };
  const known = terms.map((term) => ({ term, ...read(term.indicator) })).filter(({ value }) => value !== null);
  if (!known.some(({ n }) => n > 0)) return null;
  const weight = known.reduce((sum, { term }) => sum + term.weight, 0);
  return known.reduce((sum, { term, value }) => sum + points(term, value!) * term.weight, 0) / weight;
}

/** I53: the best letter whose mark is reached. */
export function letterFor(letters: AppraisalWeights['letters'], score: number | null): string | null {
  return score === null ? null : [...letters].sort((a, b) => b.from - a.from).find(({ from }) => score >= from)?.letter ?? null;
}
