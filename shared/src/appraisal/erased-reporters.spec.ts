import { describe, expect, it } from 'vitest';
import { asId, type CaseId } from '../base/index.ts';
import { foldCase, reporterErased, withoutReporter, wordsOf, type CaseEvent } from '../case/index.ts';
import { AppraisalBook } from './appraisal-book.ts';
import { Story, T0, WHOLE, actor, calendar, countingContext } from './appraisal.fixture.ts';
import { caseFacts } from './evolve-facts.ts';
import { isRepeatOf, measureAll } from './measure.ts';
import { periodAt } from './period.ts';

const DAY_MIN = 24 * 60;
const YEAR = periodAt('year', T0);
const PHONE = '13812348000';

/** Four reports of one type: three by one person, on days 0, 5 and 10, and one by another. */
function histories(): Map<string, CaseEvent[]> {
  const stories = [['a', 0, PHONE], ['b', 5, PHONE], ['c', 10, PHONE], ['d', 11, '13900000000']] as const;
  return new Map(stories.map(([id, day, phone]) => [id, [...new Story(id, { atMin: day * DAY_MIN, source: '12345热线', phone }).then('accepted', 'accepted', { at: day * DAY_MIN + 1, role: 'intake' }).events]]));
}

/** What the product does: the history without the person, and behind it the event that names who else reported. */
function erase(all: Map<string, CaseEvent[]>, id: string): CaseEvent {
  const item = foldCase(all.get(id)!)!;
  const sameReporter = [...all].filter(([other, [first]]) => other !== id && first!.facts!.reporter.phone === item.reporter.phone).map(([other]) => asId<CaseId>(other));
  const event = reporterErased(item, T0 + 1_000 * DAY_MIN * 60_000, actor('system'), { edition: 'v1', rewritten: 1, events: 2, sha256: 'x', attachments: 0, sameReporter });
  all.set(id, [...withoutReporter(all.get(id)!, wordsOf([item.reporter])), event]);
  return event;
}

const repeatsIn = (book: AppraisalBook): number => {
  book.advance(T0 + 2_000 * DAY_MIN * 60_000);
  return book.read(WHOLE, YEAR).of('I47').numerator;
};

function recount(all: Map<string, CaseEvent[]>): number {
  const facts = [...all.values()].map((events) => caseFacts(events, calendar)!);
  return measureAll(facts, WHOLE, YEAR, { ...countingContext(facts, 2_000 * DAY_MIN), isRepeat: (item) => isRepeatOf(item, facts, 30) }).of('I47').numerator;
}

function openBook(all: Map<string, CaseEvent[]>): AppraisalBook {
  const book = new AppraisalBook(countingContext([], 0));
  for (const [id, events] of all) for (const event of events) book.apply(id, event, calendar);
  return book;
}

describe('[KP11] repeated reports of a person', () => {
  it.each([['abc'], ['cba'], ['bac'], ['bca']])('are counted as before when they are erased in the order %s, in the running book, after a restart and in a recount', (order) => {
    const all = histories();
    const book = openBook(all);
    expect(repeatsIn(book)).toBe(2);
    for (const id of order) {
      book.apply(id, erase(all, id), calendar);
      expect([id, repeatsIn(book), repeatsIn(openBook(all)), recount(all)]).toEqual([id, 2, 2, 2]);
    }
    expect(JSON.stringify([...all])).not.toContain(PHONE);
  });
});
