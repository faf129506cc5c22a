import type { Score } from './composite.ts';

/** Fewer cases than this are not ranked. */
const LEAST = 5;

export interface Contender {
  readonly id: string;
  readonly score: Score;
}

/** Place in the ranking; null with the reason: too few cases, another 口径 (other terms have a value), or no score. */
export interface Placed {
  readonly id: string;
  readonly place: number | null;
  readonly why: 'few' | 'other-terms' | 'no-score' | null;
  readonly score: Score;
}

function termsOf({ terms }: Score): string {
  return terms.filter((term) => term.score !== null).map((term) => term.indicator).join('+');
}

/**
 * 排名只比同口径: only those whose score rests on the same terms are ranked against each other, namely the terms most of them have,
 * and only with enough cases. Equal scores share a place. Unranked ones follow, best first.
 */
export function rank(contenders: readonly Contender[]): Placed[] {
  const counted = new Map<string, number>();
  for (const { score } of contenders) {
    if (score.score !== null && score.n >= LEAST) counted.set(termsOf(score), (counted.get(termsOf(score)) ?? 0) + 1);
  }
  const common = [...counted].sort(([a, n], [b, m]) => m - n || b.length - a.length)[0]?.[0];
  const whyNot = (score: Score): Placed['why'] => {
    if (score.score === null) return 'no-score';
    if (score.n < LEAST) return 'few';
    return termsOf(score) === common ? null : 'other-terms';
  };
  const sorted = [...contenders].sort((a, b) => (b.score.score ?? -1) - (a.score.score ?? -1) || a.id.localeCompare(b.id));
  const ranked = sorted.filter(({ score }) => whyNot(score) === null);
  const placed = ranked.map(({ id, score }): Placed => ({ id, score, why: null, place: 1 + ranked.filter((other) => other.score.score! > score.score!).length }));
  const others = sorted.filter(({ score }) => whyNot(score) !== null).map(({ id, score }): Placed => ({ id, score, place: null, why: whyNot(score) }));
  return [...placed, ...others];
}
