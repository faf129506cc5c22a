import type { CaseFacts } from './case-facts.ts';
import { countClosings, countStanding, countVisits } from './count-closings.ts';
import { countReports } from './count-reports.ts';
import { countSteps } from './count-steps.ts';
import { countOrders, countTasks } from './count-tasks.ts';
import type { CountingContext, Emit, Entry } from './entry.ts';
import { isStanding } from './indicator.ts';
import { isWithin, type Period } from './period.ts';
import { areasOf, isWiderArea, postOf, postsIn, subjectKey, townOf, type Subject } from './subject.ts';

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

const areaKeys = new Map<string, readonly string[]>();

/** Keys of the areas of a grid: asked for again and again. */
function areaKeysOf({ villageCode, gridCode }: CaseFacts): readonly string[] {
  const place = `${villageCode}|${gridCode}`;
  let keys = areaKeys.get(place);
  if (!keys) areaKeys.set(place, (keys = areasOf(villageCode, gridCode).map((id) => subjectKey({ kind: 'area', id }))));
  return keys;
}

/** The ids of a post: everybody in it in the township, and the person where known. */
function postKeys({ name, personId }: NonNullable<Entry['whose']['post']>, { villageCode }: CaseFacts): string[] {
  const everybody = postsIn(name, townOf(villageCode));
  return personId === null ? [everybody] : [everybody, postOf(name, personId)];
}

/** The keys of all subjects that an entry of this case is counted for. */
export function subjectsOf(facts: CaseFacts, { whose }: Entry): string[] {
  const keys = [...areaKeysOf(facts)];
  if (whose.departmentId) keys.push(subjectKey({ kind: 'department', id: whose.departmentId }));
  if (whose.teamId) keys.push(subjectKey({ kind: 'team', id: whose.teamId }));
  if (whose.post) {
    for (const id of postKeys(whose.post, facts)) keys.push(subjectKey({ kind: 'post', id }));
  }
  return keys;
}

/** Whether an entry counts in a period. What stands now counts in the period that holds `asOf`. */
export function countsIn(entry: Entry, period: Period): boolean {
  if (!isWithin(period, entry.at)) return false;
  return isStanding(entry.indicator) || entry.unlessAt === undefined || !isWithin(period, entry.unlessAt);
}

/** Whether a place lies in an area that areas are counted for. */
function liesIn({ villageCode, gridCode }: CaseFacts, id: string): boolean {
  return id === '' || id === villageCode || id === gridCode || (isWiderArea(id) && villageCode.length > id.length && villageCode.startsWith(id));
}

/** Whether an entry is about a subject. */
export function isAbout(facts: CaseFacts, { whose }: Entry, { kind, id }: Subject): boolean {
  switch (kind) {
    case 'area': return liesIn(facts, id);
    case 'department': return whose.departmentId === id;
    case 'team': return whose.teamId === id;
    case 'post': return whose.post !== undefined && postKeys(whose.post, facts).includes(id);
  }
}
