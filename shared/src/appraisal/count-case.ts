import type { CaseFacts } from './case-facts.ts';
import { countClosings, countStanding, countVisits } from './count-closings.ts';
import { countReports } from './count-reports.ts';
import { countSteps } from './count-steps.ts';
import { countOrders, countTasks } from './count-tasks.ts';
import type { CountingContext, Emit, Entry } from './entry.ts';
import { isStanding } from './indicator.ts';
import { isWithin, type Period } from './period.ts';
import { areasOf, postOf, postsIn, subjectKey, townOf, type Subject } from './subject.ts';

/**
 * Everything that one case counts for as of an instant. All figures are sums of this over the cases: what is kept while things
 * happen and what is counted anew cannot follow different rules.
 */
export function countCase(facts: CaseFacts, context: CountingContext, emit: Emit): void {
  countReports(facts, context, emit);
  countSteps(facts, context, emit);
  countTasks(facts, context, emit);
  countOrders(facts, context, emit);
  countClosings(facts, context, emit);
  countStanding(facts, context, emit);
  countVisits(facts, context, emit);
}

/** The keys of all subjects that an entry of this case is counted for. */
export function subjectsOf(facts: CaseFacts, { whose }: Entry): string[] {
  const keys = areasOf(facts.villageCode, facts.gridCode).map((id) => subjectKey({ kind: 'area', id }));
  if (whose.departmentId) keys.push(subjectKey({ kind: 'department', id: whose.departmentId }));
  if (whose.teamId) keys.push(subjectKey({ kind: 'team', id: whose.teamId }));
  if (whose.post) {
    const { name, personId } = whose.post;
    keys.push(subjectKey({ kind: 'post', id: postsIn(name, townOf(facts.villageCode)) }));
    if (personId !== null) keys.push(subjectKey({ kind: 'post', id: postOf(name, personId) }));
  }
  return keys;
}

/** Whether an entry counts in a period. What stands now counts in the period that holds `asOf`. */
export function countsIn(entry: Entry, period: Period): boolean {
  if (!isWithin(period, entry.at)) return false;
  return isStanding(entry.indicator) || entry.unlessAt === undefined || !isWithin(period, entry.unlessAt);
}

/** Whether an entry is about a subject. */
export function isAbout(facts: CaseFacts, entry: Entry, subject: Subject): boolean {
  return subjectsOf(facts, entry).includes(subjectKey(subject));
}
