import { DAY_MS } from '../base/index.ts';
import type { CountingSettings } from './entry.ts';
import type { IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';
import type { SubjectKind } from './subject.ts';

/** 分档: from this value on, so many points; the step with the greatest `from` that is reached counts. */
export interface ScoreStep {
  readonly from: number;
  readonly score: number;
}

/**
 * One part of a composite. `value`: percent as it stands; `inverse`: 100 less percent; `steps`: by 分档 of a count. `per`: brings a
 * count to a month, or to one grid and week, so that the steps mean the same for every period and area.
 */
export interface Term {
  readonly indicator: IndicatorId;
  readonly weight: number;
  readonly as: 'value' | 'inverse' | 'steps';
  readonly per?: 'month' | 'grid-week';
  readonly steps?: readonly ScoreStep[];
}

/** 综合得分 of one kind of subject; `post` where the object is a post. */
export interface Composite {
  readonly id: string;
  readonly name: string;
  readonly object: SubjectKind;
  readonly post?: string;
  readonly terms: readonly Term[];
}

/** 四维考评: one dimension, its weight in the whole and what feeds it. */
export interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly terms: readonly Term[];
}

/** 考评权重: everything about scores that a county decides. */
export interface AppraisalWeights {
  readonly settings: CountingSettings;
  readonly letters: readonly { readonly letter: string; readonly from: number }[];
  readonly composites: readonly Composite[];
  readonly dimensions: readonly Dimension[];
}

/** A value with how many cases it rests on. */
export interface Reading {
  readonly value: number | null;
  readonly n: number;
}

export interface TermScore {
  readonly indicator: IndicatorId;
  readonly weight: number;
  /** 0–100; null where the indicator has no value. */
  readonly score: number | null;
}

/** A score of 0–100 from the terms that have a value, their weights brought to 1 again; null when none has. `n`: the most cases any of them rests on. */
export interface Score {
  readonly score: number | null;
  readonly terms: readonly TermScore[];
  readonly n: number;
}

const GRID_WEEK_DAYS = 7;
const MONTH_DAYS = 30;

/** The length over which a period has been counted so far, in days; at least one. */
function daysOf(period: Period, asOf: number): number {
  return Math.max(1, (Math.min(Math.max(asOf, period.startAt), period.endAt) - period.startAt) / DAY_MS);
}

function scoreOf(term: Term, value: number, period: Period, asOf: number, grids: number): number {
  if (term.as === 'value') return Math.max(0, Math.min(100, value));
  if (term.as === 'inverse') return Math.max(0, Math.min(100, 100 - value));
  const days = daysOf(period, asOf);
  const scaled = term.per === 'month' ? (value * MONTH_DAYS) / days : term.per === 'grid-week' ? (value * GRID_WEEK_DAYS) / days / Math.max(1, grids) : value;
  return (term.steps ?? []).reduce((score, step) => (scaled >= step.from ? step.score : score), 0);
}

/** What terms make of readings in a period; `grids`: how many grids the subject has. */
export function scoreTerms(terms: readonly Term[], read: (id: IndicatorId) => Reading, period: Period, asOf: number, grids: number): Score {
  let sum = 0;
  let weights = 0;
  let n = 0;
  const scored = terms.map((term): TermScore => {
    const { value, n: rests } = read(term.indicator);
    const score = value === null ? null : scoreOf(term, value, period, asOf, grids);
    if (score !== null) {
      sum += score * term.weight;
      weights += term.weight;
      n = Math.max(n, rests);
    }
    return { indicator: term.indicator, weight: term.weight, score };
  });
  return { score: weights === 0 || n === 0 ? null : sum / weights, terms: scored, n };
}

/** 评价等级 of a score; null without one. */
export function letterOf(letters: AppraisalWeights['letters'], score: number | null): string | null {
  if (score === null) return null;
  const best = letters.reduce<{ letter: string; from: number } | null>((found, row) => (score >= row.from && (found === null || row.from > found.from) ? row : found), null);
  return best?.letter ?? null;
}
