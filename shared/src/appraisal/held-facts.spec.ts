import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../base/index.ts';
import { AppraisalBook } from './appraisal-book.ts';
import { DEPARTMENT_A, Story, T0, WHOLE, calendar, countingContext } from './appraisal.fixture.ts';
import { INDICATOR_IDS } from './indicator.ts';
import { periodAt } from './period.ts';

const PHONE = '13812348000';
/** Midnight of 1 February 2026, a Sunday, in minutes after T0. */
const FEBRUARY = (Date.parse('2026-02-01T00:00:00+08:00') - T0) / MINUTE_MS;
/** Where the held book begins, and where both are read. */
const [BEGIN, READ] = [FEBRUARY + 1_000, FEBRUARY + 9 * 1_440];
const february = periodAt('month', T0 + FEBRUARY * MINUTE_MS);
const SUBJECTS = [WHOLE, DEPARTMENT_A, { kind: 'team', id: 'team-a' }, { kind: 'post', id: 'handler:p-squad' }] as const;

const hotline = { source: '12345热线', phone: PHONE };
const late = FEBRUARY - 60;
const STORIES = new Map([
  ['long-over', new Story('long-over', hotline).sent().sign(5).back(30).closed(31)],
  ['still-open', new Story('still-open', { atMin: late }).then('accepted', 'accepted', { at: late + 1, role: 'intake' })],
  // Closed in January by a team that nobody saw arrive: it was due at the place on Monday.
  ['never-seen', new Story('never-seen', { atMin: late }).sent(late + 3).sign(late + 5).back(late + 20).closed(late + 21)],
  ['marked', new Story('marked').sent().sign(5).back(30).closed(31).then('evaluated', 'evaluated', { at: FEBRUARY + 10, role: 'inspector', payload: { satisfaction: 1, isResolved: false } })],
  ['again', new Story('again', { ...hotline, atMin: BEGIN + 10 }).then('accepted', 'accepted', { at: BEGIN + 12, role: 'intake' })],
]);

/** A book that was told every event by the time it is read; with `heldAt` it begins with the facts of what had happened by then. */
function bookAt(heldAt: number | null): AppraisalBook {
  const book = new AppraisalBook(countingContext([], 0));
  const isBefore = (at: number): boolean => heldAt !== null && at <= T0 + heldAt * MINUTE_MS;
  for (const [id, story] of STORIES) {
    const last = story.events.at(-1)!.at;
    if (isBefore(last)) book.hold(story.facts(), last, february.startAt);
    for (const event of isBefore(last) ? [] : story.events) book.apply(id, event, calendar);
  }
  book.advance(T0 + READ * MINUTE_MS);
  return book;
}

describe('[AP23] facts that are taken as they stand', () => {
  it.each(SUBJECTS)('count in the month for what their histories count for: $kind $id', (subject) => {
    const [told, held] = [bookAt(null), bookAt(BEGIN)].map((book) => book.read(subject, february));
    for (const id of INDICATOR_IDS) expect([id, held!.of(id)]).toEqual([id, told!.of(id)]);
    expect(INDICATOR_IDS.some((id) => held!.of(id).denominator > 0)).toBe(true);
  });

  it('tell of an earlier report of the same person, and of a team that was never seen to arrive', () => {
    const sums = bookAt(BEGIN).read(WHOLE, february);
    expect([sums.of('I47').numerator, sums.of('I32').denominator]).toEqual([1, 1]);
  });
});
