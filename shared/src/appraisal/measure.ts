import { DAY_MS } from '../base/index.ts';
import type { CaseFacts } from './case-facts.ts';
import { countCase, countsIn, isAbout } from './count-case.ts';
import type { CountingContext } from './entry.ts';
import type { IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';
import type { Subject } from './subject.ts';
import { Sums, type Sum } from './sums.ts';

/** What one case adds to an indicator. `samples`: the single values of a mean, in ms. */
export interface Share extends Sum {
  readonly caseId: string;
  readonly samples: readonly number[];
}

/** What a case adds to one indicator of a subject in a period; null when nothing. */
export function shareOf(facts: CaseFacts, indicator: IndicatorId, subject: Subject, period: Period, context: CountingContext): Share | null {
  let numerator = 0;
  let denominator = 0;
  const samples: number[] = [];
  countCase(facts, context, (entry) => {
    if (entry.indicator !== indicator || !countsIn(entry, period) || !isAbout(facts, entry, subject)) return;
    numerator += entry.numerator;
    denominator += entry.denominator;
    samples.push(entry.numerator);
  });
  return samples.length === 0 ? null : { caseId: facts.id, numerator, denominator, samples };
}

/** The cases an indicator counts, with what each adds; their sums are the indicator's. */
export function sharesOf(facts: Iterable<CaseFacts>, indicator: IndicatorId, subject: Subject, period: Period, context: CountingContext): Share[] {
  const shares: Share[] = [];
  for (const item of facts) {
    const share = shareOf(item, indicator, subject, period, context);
    if (share) shares.push(share);
  }
  return shares;
}

/** All indicators of a subject in a period, counted from the cases alone. */
export function measureAll(facts: Iterable<CaseFacts>, subject: Subject, period: Period, context: CountingContext): Sums {
  const sums = new Sums();
  for (const item of facts) {
    countCase(item, context, (entry) => {
      if (countsIn(entry, period) && isAbout(item, entry, subject)) sums.add(entry.indicator, entry.numerator, entry.denominator);
    });
  }
  return sums;
}

/** Whether two reports are of one person: by the phone, or, once it is erased, by what was kept of that. */
function isSamePerson(a: CaseFacts, b: CaseFacts): boolean {
  return (a.phone !== null && a.phone === b.phone) || a.sameReporter.includes(b.id) || b.sameReporter.includes(a.id);
}

/** Whether an earlier report of the same person and type lies within the days before: 同人同事. */
export function isRepeatOf(facts: CaseFacts, others: Iterable<CaseFacts>, withinDays: number): boolean {
  for (const other of others) {
    const isEarlier = other.reportedAt < facts.reportedAt || (other.reportedAt === facts.reportedAt && other.id < facts.id);
    const isNear = facts.reportedAt - other.reportedAt <= withinDays * DAY_MS;
    if (other.id !== facts.id && isEarlier && isNear && isSamePerson(facts, other) && other.type.code === facts.type.code) return true;
  }
  return false;
}
