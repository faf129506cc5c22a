import type { CaseFacts } from './case-facts.ts';
import { countClosings, countStanding, countVisits } from './count-closings.ts';
import { countReports } from './count-reports.ts';
import { countSteps } from './count-steps.ts';
import { countOrders, countTasks } from './count-tasks.ts';
import type { CountingContext, Emit, Entry } from './entry.ts';
import { isStanding } from './indicator.ts';
import { isWithin, type Period } from './period.ts';
import { areasOf, isWiderArea, postOf, postsIn, subjectKey, townOf, type Post, type Subject } from './subject.ts';

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

/** Remembers what was made of two codes: keys of subjects are asked for with every entry of every case, and one that is the same string is found faster. */
function remembered<One extends string, Made>(make: (one: One, other: string) => Made): (one: One, other: string) => Made {
  const all = new Map<One, Map<string, Made>>();
  return (one, other) => {
    let ofOne = all.get(one);
    if (!ofOne) all.set(one, (ofOne = new Map()));
    let made = ofOne.get(other);
    if (made === undefined) ofOne.set(other, (made = make(one, other)));
    return made;
  };
}

const areaKeysOf = remembered((villageCode, gridCode): readonly string[] => areasOf(villageCode, gridCode).map((id) => subjectKey({ kind: 'area', id })));
const keyOf = remembered((kind: Subject['kind'], id) => subjectKey({ kind, id }));
const keyOfPosts = remembered((name: Post, villageCode) => subjectKey({ kind: 'post', id: postsIn(name, townOf(villageCode)) }));
const keyOfPost = remembered((name: Post, personId) => subjectKey({ kind: 'post', id: postOf(name, personId) }));

/** The ids of a post: everybody in it in the township, and the person where known. */
function postIds({ name, personId }: NonNullable<Entry['whose']['post']>, { villageCode }: CaseFacts): string[] {
  const everybody = postsIn(name, townOf(villageCode));
  return personId === null ? [everybody] : [everybody, postOf(name, personId)];
}

/** The keys of all subjects that an entry of this case is counted for. */
export function subjectsOf(facts: CaseFacts, { whose }: Entry): string[] {
  const keys = areaKeysOf(facts.villageCode, facts.gridCode).slice();
  if (whose.departmentId) keys.push(keyOf('department', whose.departmentId));
  if (whose.teamId) keys.push(keyOf('team', whose.teamId));
  if (whose.post) {
    keys.push(keyOfPosts(whose.post.name, facts.villageCode));
    if (whose.post.personId !== null) keys.push(keyOfPost(whose.post.name, whose.post.personId));
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
    case 'post': return whose.post !== undefined && postIds(whose.post, facts).includes(id);
  }
}
