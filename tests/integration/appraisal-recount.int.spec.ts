import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AppraisalBook, INDICATOR_IDS, PERIOD_KINDS, caseFacts, isRepeatOf, measureAll, periodAt, sharesOf,
  type CaseFacts, type CountingContext, type Period, type Subject,
} from '@wangge/shared/appraisal';
import { DAY_MS, MINUTE_MS } from '@wangge/shared/base';
import type { CaseEvent } from '@wangge/shared/case';
import { HISTORY_START, happenings, historyCalendar, historyDistrict, play } from '../support/histories.ts';

const organisation = {
  settings: { publicSources: ['12345热线'], hotlineSources: ['网格'], missablePlatforms: ['enforcement'], satisfiedFrom: 3, contactHours: 24, repeatDays: 30 },
  levelOf: (id: string) => (id === 'd0' ? 'village' as const : 'town' as const),
  gridWorkerOf: (code: string) => `worker-${code}`,
  headcountOf: () => 3,
};

const SUBJECTS: readonly Subject[] = [
  { kind: 'area', id: '' }, ...historyDistrict.villages.map((v) => ({ kind: 'area' as const, id: v.code })),
  ...historyDistrict.departments.map((d) => ({ kind: 'department' as const, id: d.id })), ...historyDistrict.teams.map((t) => ({ kind: 'team' as const, id: t.id })),
  { kind: 'post', id: 'dispatcher:p-dispatcher' }, { kind: 'post', id: 'grid-worker:p-grid' }, { kind: 'post', id: 'intake:p-intake' }, { kind: 'post', id: 'handler:p-squad' },
];

function recount(facts: readonly CaseFacts[], asOf: number): CountingContext {
  return { ...organisation, asOf, isRepeat: (item) => isRepeatOf(item, facts, organisation.settings.repeatDays) };
}

function figures(read: (subject: Subject, period: Period) => { of(id: (typeof INDICATOR_IDS)[number]): object }, now: number): object[] {
  const instants = [HISTORY_START, now, now - 2 * DAY_MS];
  return SUBJECTS.flatMap((subject) => PERIOD_KINDS.flatMap((kind) => instants.map((at) => {
    const period = periodAt(kind, at);
    const sums = read(subject, period);
    return { subject, period: period.key, ...Object.fromEntries(INDICATOR_IDS.map((id) => [id, sums.of(id)])) };
  })));
}

describe('appraisal read model', () => {
  it('[AP1] equals a count from the histories alone, after any history and at any time later', () => {
    fc.assert(fc.property(happenings, fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (list, waits, every) => {
      const book = new AppraisalBook(organisation);
      const histories = new Map<string, CaseEvent[]>();
      let n = 0;
      const { now } = play(list, ({ stream, event }) => {
        histories.set(stream, [...(histories.get(stream) ?? []), event]);
        book.apply(stream, event, historyCalendar);
        n += 1;
        if (n % every === 0) book.advance(event.at);
      });
      const facts = [...histories.values()].map((events) => caseFacts(events, historyCalendar)!);
      let at = now;
      for (const wait of [0, ...waits]) {
        at += wait * MINUTE_MS;
        book.advance(at);
        const context = recount(facts, at);
        expect(figures((subject, period) => book.read(subject, period), at)).toEqual(figures((subject, period) => measureAll(facts, subject, period, context), at));
      }
    }), { numRuns: 12 });
  }, 120_000);

  it('[AP2] every figure is the sum of the cases it opens', () => {
    fc.assert(fc.property(happenings, (list) => {
      const book = new AppraisalBook(organisation);
      const { now } = play(list, ({ stream, event }) => book.apply(stream, event, historyCalendar));
      book.advance(now);
      for (const subject of SUBJECTS) {
        for (const kind of PERIOD_KINDS) {
          const period = periodAt(kind, now);
          for (const id of INDICATOR_IDS) {
            const shares = sharesOf(book.casesOf(period), id, subject, period, book.context());
            const total = shares.reduce((sum, s) => ({ numerator: sum.numerator + s.numerator, denominator: sum.denominator + s.denominator }), { numerator: 0, denominator: 0 });
            expect(total).toEqual(book.read(subject, period).of(id));
          }
        }
      }
    }), { numRuns: 3 });
  }, 120_000);
});
