import { describe, expect, it } from 'vitest';
import { asId, type CaseId } from '@wangge/shared/base';
import type { Case, CaseEvent } from '@wangge/shared/case';
import type { StoredEvent } from '../../store/event-store.ts';
import { CaseBook } from './case-book.ts';
import { CaseViews, type RowView } from './case-views.queries.ts';

const HOUR = 3_600_000;
const everything: RowView = { includes: () => true, place: (item) => item.lngLat };
const actor = { id: 'a', name: 'a', role: 'system', unitId: null, parentUnitId: null, areaCode: '' } as const;

/** Just enough of a reported case to be folded and shown. */
function reported(seq: number, id: string, isSecret = false): StoredEvent<CaseEvent> {
  const clock = { basis: 'plain', startedAt: 0, totalMs: HOUR, usedMs: 0, runningSince: 0, standing: 'running', yellowAt: HOUR, dueAt: HOUR } as const;
  const event = {
    type: 'reported', at: seq, actor, to: 'reported', payload: {}, clock, stepClock: null,
    facts: { id: asId<CaseId>(id), no: id, type: { code: 'T', name: '事' }, lngLat: [120, 31], villageCode: 'v', gridCode: 'g', photos: [], reporter: { name: null, phone: null, isSecret } },
  } as unknown as CaseEvent;
  return { seq, stream: id, revision: 1, event };
}

function changed(seq: number, id: string, type: CaseEvent['type'], to: CaseEvent['to'], at = seq): StoredEvent<CaseEvent> {
  return { seq, stream: id, revision: 2, event: { type, at, actor, to, payload: {}, stepClock: null } };
}

function given(): { book: CaseBook; views: CaseViews; at(now: number): void } {
  let now = 0;
  const book = new CaseBook();
  return { book, views: new CaseViews(book, () => now, () => null), at: (next) => void (now = next) };
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map((r) => r.id);

describe('rows for surfaces', () => {
  it('tell what changed since a number, each case once, as it stands now', () => {
    const { book, views } = given();
    book.apply([reported(1, 'a'), reported(2, 'b'), changed(3, 'a', 'accepted', 'accepted')]);
    expect(views.since(1, everything)).toMatchObject({ cases: [{ id: 'b', revision: 1 }, { id: 'a', revision: 2, state: 'accepted' }], gone: [] });
    expect(views.since(3, everything)).toEqual({ cases: [], gone: [], ticker: [] });
  });

  it('cannot tell of a future that never was', () => {
    const { book, views } = given();
    book.apply([reported(1, 'a')]);
    expect(views.since(2, everything)).toBeNull();
  });

  it('lead on who saw the empty beginning, though the first numbers belong to nothing here', () => {
    const { book, views } = given();
    book.apply([reported(4, 'a')]);
    expect(views.since(0, everything)).toMatchObject({ cases: [{ id: 'a' }], gone: [] });
  });

  it('cannot tell of what they forgot', () => {
    const { book, views } = given();
    book.apply([reported(2, 'a'), ...Array.from({ length: 40_000 }, (_, n) => changed(2 * n + 4, 'a', 'urged', 'reported'))]);
    expect(views.since(40_000, everything)).toBeNull();
    expect(views.since(40_002, everything)).toMatchObject({ cases: [{ id: 'a' }] });
  });

  it('keep a closed case for an hour and then let it go', () => {
    const { book, views, at } = given();
    book.apply([reported(1, 'a'), changed(2, 'a', 'closed', 'closed', HOUR)]);
    at(HOUR + 1);
    expect(ids(views.rows(everything))).toEqual(['a']);
    at(2 * HOUR + 1);
    expect(views.rows(everything)).toEqual([]);
  });

  it('[CL42] keep a closed case as long as somebody waits to hear whether it is opened again', () => {
    const { book, views, at } = given();
    const asked: CaseEvent = { type: 'reopening-asked', at: 2, actor, to: 'closed', payload: { reportCaseId: asId<CaseId>('a'), reason: '没办好' }, stepClock: null };
    book.apply([reported(1, 'a'), changed(2, 'a', 'closed', 'closed'), { seq: 3, stream: 'a', revision: 3, event: asked }]);
    at(50 * HOUR);
    expect(views.rows(everything)).toMatchObject([{ id: 'a', isReopenAsked: true }]);
    const declined: CaseEvent = { type: 'reopening-declined', at: 3, actor, to: 'closed', payload: { reportCaseId: asId<CaseId>('a'), note: '已办好' }, stepClock: null };
    book.apply([{ seq: 4, stream: 'a', revision: 4, event: declined }]);
    expect(views.rows(everything)).toEqual([]);
  });

  it('name a refused case as gone, and not even the number of what the audience never saw', () => {
    const { book, views } = given();
    const open: RowView = { includes: (item: Case) => !item.reporter.isSecret, place: (item) => item.lngLat };
    book.apply([reported(1, 'a'), reported(2, 'secret', true), changed(3, 'a', 'refused', 'refused')]);
    expect(views.since(0, open)).toMatchObject({ cases: [], gone: ['a'] });
    expect(ids(views.rows(open))).toEqual([]);
    expect(views.ticker(open).map((t) => t.caseId)).toEqual(['a']);
  });

  it('carry no reporter, no words of citizens and no address', () => {
    const { book, views } = given();
    book.apply([reported(1, 'a')]);
    for (const secret of ['reporter', 'description', 'address', 'photos']) expect(views.rows(everything)[0]).not.toHaveProperty(secret);
  });
});
