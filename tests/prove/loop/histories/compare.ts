import {
  INDICATOR_IDS, figureOf, isStanding, letterOf, measureOf, periodAt, scoreTerms, sharesOf, type AppraisalBook, type AppraisalWeights, type CaseFacts, type CountingContext,
  type Indicator, type IndicatorId, type Period, type Subject, type Sums,
} from '@wangge/shared/appraisal';
import { GRIDS } from './county.ts';
import { recount } from './recount/recount.ts';
import { letterFor, scoreOf, valueOf, type Value } from './recount/values.ts';
import type { History } from './recount/history.ts';
import type { Tally, World } from './recount/tally.ts';
import { windowAt, type Kind } from './recount/windows.ts';
import { allSubjects } from './subjects.ts';

/** What differed: where, both values, and the cases that either side counts. */
export interface Difference {
  readonly what: string;
  readonly product: string;
  readonly recounted: string;
  readonly cases: readonly string[];
}

export interface Compared {
  readonly figures: number;
  readonly differences: readonly Difference[];
}

const NOTHING = { top: 0, bottom: 0, samples: [], cases: new Set<string>() };

function rowOf(id: IndicatorId): Indicator {
  return { id, name: id, objects: [], posts: [], better: 'context', unit: '', bands: null, formula: '', denominator: '', note: '', source: '', bandSource: '' };
}

function isSame(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));
}

/** Compares every figure of every subject in the period that holds `at`: what the book kept against the recount from the events. A period already in `seen` is passed over. */
export function comparePeriod(kind: Kind, at: number, book: AppraisalBook, histories: Iterable<History>, world: World, weights: AppraisalWeights, seen: Set<string>): Compared {
  const period = periodAt(kind, at);
  if (seen.has(period.key)) return { figures: 0, differences: [] };
  seen.add(period.key);
  const window = windowAt(kind, at);
  const isNow = window.from <= world.asOf && world.asOf < window.to;
  const differences: Difference[] = [];
  let figures = 1;
  const differ = (what: string, product: unknown, recounted: unknown, cases: readonly string[] = []): void => {
    differences.push({ what: `${period.key} ${what}`, product: JSON.stringify(product), recounted: JSON.stringify(recounted), cases });
  };
  if (period.startAt !== window.from || period.endAt !== window.to) differ('bounds', [period.startAt, period.endAt], [window.from, window.to]);
  const tally: Tally = recount(histories, window, world);
  const context = book.context();
  for (const subject of allSubjects(tally)) {
    const name = `${subject.kind}:${subject.id}`;
    const rows = tally.get(name);
    const sums = book.read(subject, period);
    const own = (id: string): Value => valueOf(id, rows?.get(id) ?? NOTHING);
    for (const id of INDICATOR_IDS) {
      if (isStanding(id) && !isNow) continue;
      figures += 1;
      const counted = rows?.get(id) ?? NOTHING;
      const samples = measureOf(id) === 'mean' && counted.samples.length > 0 ? samplesOf(book, counted.cases, id, subject, period, context) : null;
      const figure = figureOf(rowOf(id), sums.of(id), samples);
      const value = own(id);
      const isAlike = figure.numerator === counted.top && figure.denominator === counted.bottom && figure.n === value.n && isSame(figure.value, value.value)
        && isSame(figure.median, value.median) && isSame(figure.p90, value.p90);
      if (isAlike) continue;
      differ(`${name} ${id}`, [figure.numerator, figure.denominator, figure.median, figure.p90], [counted.top, counted.bottom, value.median, value.p90],
        suspects(book.casesOf(period), id, subject, period, context, counted.cases));
    }
    figures += compareScores(subject, sums, own, period, world.asOf, weights, (what, a, b) => differ(`${name} ${what}`, a, b));
  }
  return { figures, differences };
}

/** The single durations by the product's count, of the cases that the recount counts: that it counts no others, both sums tell. */
function samplesOf(book: AppraisalBook, cases: ReadonlySet<string>, id: IndicatorId, subject: Subject, period: Period, context: CountingContext): number[] {
  return sharesOf([...cases].map((caseId) => book.get(caseId)!), id, subject, period, context).flatMap(({ samples }) => samples);
}

/** Cases that only one of both counts; if there are none, all. */
function suspects(facts: readonly CaseFacts[], id: IndicatorId, subject: Subject, period: Period, context: CountingContext, recounted: ReadonlySet<string>): string[] {
  const kept = new Set(sharesOf(facts, id, subject, period, context).map(({ caseId }) => caseId));
  const either = [...kept, ...recounted].filter((caseId) => kept.has(caseId) !== recounted.has(caseId));
  return (either.length > 0 ? either : [...kept]).slice(0, 3);
}

/** I51, I52, I53 and the dimensions. Returns how many were compared. */
function compareScores(
  subject: Subject, sums: Sums, own: (id: string) => Value, period: Period, asOf: number, weights: AppraisalWeights, differ: (what: string, a: unknown, b: unknown) => void,
): number {
  const post = subject.kind === 'post' ? subject.id.split(/[:@]/)[0] : undefined;
  const grids = subject.kind === 'area' ? Math.max(1, GRIDS.filter((code) => code.startsWith(subject.id)).length) : 1;
  const composite = weights.composites.filter((row) => row.object === subject.kind && row.post === post);
  const scored = [...composite, ...weights.dimensions];
  for (const { id, terms } of scored) {
    const product = scoreTerms(terms, (indicator) => figureOf(rowOf(indicator), sums.of(indicator)), period, asOf, grids).score;
    const recounted = scoreOf(terms, own, { from: period.startAt, to: period.endAt }, asOf, grids);
    const letters = [letterOf(weights.letters, product), letterFor(weights.letters, recounted)];
    if (!isSame(product, recounted) || letters[0] !== letters[1]) differ(`score ${id}`, [product, letters[0]], [recounted, letters[1]]);
  }
  return scored.length * 2;
}
