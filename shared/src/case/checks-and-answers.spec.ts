import { describe, expect, it } from 'vitest';
import { asId, type CaseId } from '../base/index.ts';
import { PLACE, T0, attempt, contextAt, given, person, reportedCase, specType, type Step } from './case.fixture.ts';
import { isSampled } from './audit-sample.ts';
import { fieldChanges } from './case-changes.ts';
import { decideCase, decideReport } from './decide-case.ts';
import { evolveCase } from './evolve-case.ts';
import { joinReport, mergeCandidates } from './merge.ts';

const DONE = ['accept', 'file', 'dispatch', 'sign', 'arrive', 'report-back'] as const;
const CLOSED = [...DONE, 'send-check', 'pass-check', 'close'] as const;
const minute = (n: number): number => T0 + n * 60_000;
const day = 24 * 60;
const refused = (item: ReturnType<typeof given>, step: Step) => {
  const result = attempt(item, step);
  return result.ok ? null : result.error;
};

describe('a check', () => {
  it('[CL16] given a place too far or a fix too old, then it is refused, the inspector\'s as well', () => {
    const item = given([...DONE, 'send-check']);
    const away: readonly [number, number] = [PLACE[0] + 0.0006, PLACE[1]];
    expect(refused(item, { action: 'pass-check', payload: { lngLat: away } })).toMatchObject({ code: 'CASE_CHECK_TOO_FAR', rule: 'CL16' });
    expect(refused(item, { action: 'pass-check', by: person('inspector', 'p9'), payload: { lngLat: away } })).toMatchObject({ code: 'CASE_CHECK_TOO_FAR' });
    expect(refused(item, { action: 'pass-check', atMin: 40, payload: { fixAt: minute(9) } })).toMatchObject({ code: 'CASE_FIX_TOO_OLD', rule: 'CL16' });
    expect(refused(item, { action: 'pass-check', payload: { photos: [] } })).toMatchObject({ code: 'CASE_FIELD_REQUIRED', field: 'photos' });
  });

  it('[CL17] given the checker finds it undone, when the room sends it back, then it is rework with the checker\'s photo', () => {
    const item = given([...DONE, 'send-check']);
    expect(refused(item, { action: 'fail-check', payload: { photos: [] } })).toMatchObject({ code: 'CASE_EVIDENCE_REQUIRED', rule: 'CL17' });
    const found = given(['report-failed-check'], specType, item);
    expect(found).toMatchObject({ state: 'checking', checkResult: { isPassed: false, by: 'p-grid-worker', photos: ['check'] } });
    expect(attempt(found, { action: 'fail-check', payload: { photos: [] } })).toMatchObject({ ok: true, value: { state: 'handling', reworkCount: 1, bounces: [] } });
  });

  it('[CL35] given no photo of how it looks now, then the work is not handed in', () => {
    expect(refused(given(['accept', 'file', 'dispatch', 'sign']), { action: 'report-back', payload: { photos: [] } })).toMatchObject({ code: 'CASE_EVIDENCE_REQUIRED', rule: 'CL35' });
  });

  it('[CL9] given the handler in another role, or one whose department handled it, then neither checks nor closes', () => {
    const item = given([...DONE.slice(0, 3), { action: 'sign', by: person('squad', 'p-zhang') }, { action: 'arrive', by: person('squad', 'p-zhang') }, 'report-back', 'send-check']);
    const own = { code: 'CASE_SEPARATION_OF_DUTIES', rule: 'CL9' };
    expect(refused(item, { action: 'pass-check', by: person('inspector', 'p-zhang') })).toMatchObject(own);
    expect(refused(item, { action: 'fail-check', by: person('intake', 'p-zhang') })).toMatchObject(own);
    const child = { ...person('inspector', 'p-li', 'team-7'), parentUnitId: 'team-1' };
    expect(refused(item, { action: 'pass-check', by: child })).toMatchObject(own);
    expect(refused(given(['pass-check'], specType, item), { action: 'close', by: person('duty-chief', 'p-zhang') })).toMatchObject(own);
  });
});

describe('what a grid worker is asked for', () => {
  const only = (admitted: string) => ({ ...contextAt(T0 + 3_600_000), mayAsk: (_id: string, task: string) => task === admitted });
  const ask = (item: ReturnType<typeof given>, action: 'send-check' | 'verify-report', context: ReturnType<typeof contextAt>) =>
    decideCase(item, { action, expectedRevision: item.revision, actor: person('intake'), payload: { personId: asId('p-grid-worker') } }, context);

  it('[GA1] given a check or verification that is not admitted, then it is refused and told what is open instead', () => {
    expect(ask(given([...DONE]), 'send-check', only('verify'))).toMatchObject({ error: { code: 'GRID_CHECK_NOT_ADMITTED', rule: 'GA1', detail: specType.name } });
    expect(ask(reportedCase(), 'verify-report', only('check'))).toMatchObject({ error: { code: 'GRID_VERIFY_NOT_ADMITTED', rule: 'GA1', instead: ['accept', 'refuse', 'merge', 'urge'] } });
  });

  it('[GA1] given it is admitted, then it is sent', () => {
    expect(ask(given([...DONE]), 'send-check', only('check'))).toMatchObject({ ok: true });
    expect(ask(reportedCase(), 'verify-report', only('verify'))).toMatchObject({ ok: true });
  });
});

describe('one matter told several times', () => {
  const second = (atMin: number, more = {}) => reportedCase(specType, { id: asId<CaseId>('c2'), no: 'N2', reporter: { name: '赵六', phone: '1', isSecret: false }, ...more }, atMin);

  it('[CL25] offers the same type, place and day, and refuses anything else', () => {
    const first = reportedCase();
    const { rules } = contextAt(T0);
    expect(mergeCandidates(second(30), [first], rules)).toMatchObject([{ item: { id: 'c1' }, distanceM: 0, apartMs: 30 * 60_000 }]);
    expect(mergeCandidates(second(day + 1), [first], rules)).toEqual([]);
    expect(mergeCandidates(second(1, { lngLat: [PLACE[0] + 0.001, PLACE[1]] }), [first], rules)).toEqual([]);
    expect(mergeCandidates(second(1), [given(CLOSED)], rules)).toEqual([]);
    const merge = { action: 'merge', by: person('intake'), payload: { parentCaseId: first.id }, parent: first, atMin: day + 2 } as const;
    expect(refused(second(day + 1), merge)).toMatchObject({ code: 'CASE_NOT_MERGEABLE', rule: 'CL25' });
  });

  it('[CL26] given a merged report, when the parent closes, then both reporters are owed an answer before it is evaluated', () => {
    const child = second(1);
    const merged = attempt(child, { action: 'merge', by: person('intake'), payload: { parentCaseId: asId('c1') }, parent: reportedCase() });
    expect(merged).toMatchObject({ ok: true, value: { state: 'merged', mergedInto: 'c1', reporter: { name: '赵六' } } });
    const parent = evolveCase(reportedCase(), joinReport(reportedCase(), child, { at: T0, actor: person('intake') }));
    const closed = given(CLOSED, specType, parent);
    expect(closed.receipts.map((one) => [one.no, one.answeredAt])).toEqual([['HZ-N1', null], ['HZ-N2', null]]);
    const half = given(['answer-reporter'], specType, closed);
    expect(refused(half, { action: 'evaluate' })).toMatchObject({ code: 'CASE_REPORTERS_UNANSWERED', rule: 'CL26', instead: ['answer-reporter'] });
    expect(refused(half, { action: 'answer-reporter' })).toMatchObject({ code: 'CASE_ANSWER_NOT_DUE' });
    const all = given([{ action: 'answer-reporter', payload: { reportCaseId: asId('c2') } }, 'evaluate'], specType, half);
    expect(all).toMatchObject({ state: 'evaluated', receipts: [{ how: 'phone', answer: '已办结' }, { how: 'phone' }] });
  });

  it('[CL26] given somebody who reported, when the report is refused, then they are told how', () => {
    const refuse = { action: 'refuse', by: person('intake'), payload: { reason: '不属本镇' } } as const;
    expect(refused(reportedCase(), refuse)).toMatchObject({ code: 'CASE_REPORTER_NOT_TOLD' });
    expect(attempt(reportedCase(), { ...refuse, payload: { ...refuse.payload, answerHow: 'visit' } })).toMatchObject({ ok: true, value: { receipts: [{ how: 'visit', answer: '不属本镇' }] } });
  });
});

describe('while somebody has it in hand', () => {
  it('[CL39] given a reporter who waits, when the team rings them, then it is on the receipt once; who left nothing to be reached by is not waited for', () => {
    const sent = given(['accept', 'file', 'dispatch', 'sign']);
    const rung = given(['contact-reporter'], specType, sent);
    expect(rung).toMatchObject({ state: 'handling', receipts: [{ contactedAt: minute(1), answeredAt: null }] });
    expect(refused(rung, { action: 'contact-reporter' })).toMatchObject({ code: 'CASE_CONTACT_NOT_DUE', rule: 'CL39' });
    expect(refused(sent, { action: 'contact-reporter', by: person('squad', 'p-other', 'team-2') })).toMatchObject({ code: 'CASE_NOT_YOUR_UNIT' });
    const nobody = { ...sent, receipts: sent.receipts.map((one) => ({ ...one, needsAnswer: false })) };
    expect(refused(nobody, { action: 'contact-reporter' })).toMatchObject({ code: 'CASE_CONTACT_NOT_DUE' });
  });
});

describe('after closing', () => {
  it('[CL27] given fifteen days, when it is reopened, then a new round begins with clocks of its own; a day later it is refused', () => {
    const closed = given(CLOSED);
    expect(refused(closed, { action: 'reopen', atMin: 15 * day + 2 })).toMatchObject({ code: 'CASE_REOPEN_EXPIRED', rule: 'CL27' });
    const again = given([{ action: 'reopen', atMin: 15 * day }], specType, closed);
    expect(again).toMatchObject({
      id: 'c1', state: 'filed', closedAt: null, roundStartedAt: minute(15 * day), clock: { dueAt: minute(15 * day + 100), usedMs: 0 },
      rounds: [{ number: 1, closedOnTime: true, teamId: 'team-1', reopenedFor: '问题复发' }],
    });
    expect(again.handledBy).toEqual(closed.handledBy);
  });

  it('[CL42] given a reason within the days, when whoever reported asks for another round, then it stays closed and only the duty chief opens it', () => {
    const closed = given(CLOSED);
    expect(refused(closed, { action: 'ask-reopen', atMin: 15 * day + 2 })).toMatchObject({ code: 'CASE_REOPEN_EXPIRED', rule: 'CL42' });
    expect(refused(closed, { action: 'ask-reopen', payload: { reason: ' ' } })).toMatchObject({ code: 'CASE_FIELD_REQUIRED', field: 'reason' });
    const asked = given([{ action: 'ask-reopen', atMin: 15 * day }], specType, closed);
    expect(asked).toMatchObject({ state: 'closed', rounds: [], reopenAsks: [{ reportCaseId: 'c1', reason: '还是占着路', askedAt: minute(15 * day), answeredAt: null, answer: null }] });
    for (const role of ['intake', 'channel', 'system', 'commander'] as const) expect(refused(asked, { action: 'reopen', by: person(role) })).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    expect(given([{ action: 'reopen', atMin: 40 * day }], specType, asked)).toMatchObject({ state: 'filed', reopenAsks: [], rounds: [{ number: 1 }] });
  });

  it('[CL42] given it was declined with an answer, when it is asked for again in the round, then it is refused; in the next round it may be', () => {
    const declined = given(['ask-reopen', 'decline-reopen'], specType, given(CLOSED));
    expect(declined).toMatchObject({ state: 'closed', reopenAsks: [{ answer: '已到场看过，现场是空的', answeredAt: minute(1) }] });
    expect(refused(declined, { action: 'ask-reopen' })).toMatchObject({ code: 'CASE_REOPEN_ASKED', rule: 'CL42' });
    expect(refused(declined, { action: 'decline-reopen' })).toMatchObject({ code: 'CASE_REOPEN_NOT_ASKED', rule: 'CL42' });
    expect(refused(declined, { action: 'reopen', atMin: 15 * day + 2 })).toMatchObject({ code: 'CASE_REOPEN_EXPIRED', rule: 'CL27' });
    const again = given(['reopen', ...CLOSED.slice(2)], specType, declined);
    expect(attempt(again, { action: 'ask-reopen' })).toMatchObject({ ok: true, value: { reopenAsks: [{ answer: null }] } });
  });

  it('[CL42] given two who reported one matter, then each asks for themselves, and each is answered', () => {
    const both = given(CLOSED, specType, evolveCase(reportedCase(), joinReport(reportedCase(), reportedCase(specType, { id: asId<CaseId>('c2'), no: 'N2' }), { at: T0, actor: person('intake') })));
    const asked = given(['ask-reopen', { action: 'ask-reopen', payload: { reportCaseId: asId('c2') } }, 'decline-reopen'], specType, both);
    expect(asked.reopenAsks.map((ask) => [ask.reportCaseId, ask.answeredAt !== null])).toEqual([['c1', true], ['c2', false]]);
    expect(refused(asked, { action: 'decline-reopen' })).toMatchObject({ code: 'CASE_REOPEN_NOT_ASKED' });
  });

  it('[CL42] given nobody decided yet, when it would be archived, then it is not', () => {
    const answered = given([...CLOSED, 'answer-reporter', 'evaluate', 'ask-reopen']);
    expect(refused(answered, { action: 'archive' })).toMatchObject({ code: 'CASE_REOPEN_UNDECIDED', rule: 'CL42' });
    expect(attempt(given(['decline-reopen'], specType, answered), { action: 'archive' })).toMatchObject({ ok: true, value: { state: 'archived' } });
  });
});

describe('what was solved on the spot', () => {
  const report = (id: string) => evolveCase(null, decideReport({
    id: asId<CaseId>(id), no: id, type: specType, typesVersion: 'v1', description: '', source: '网格', externalNo: null, lngLat: PLACE, address: '', villageCode: 'v1', gridCode: 'g1',
    reporter: { name: '甲', phone: null, isSecret: false }, photos: ['before'], afterPhotos: ['after'],
  }, person('grid-worker', 'p-grid', 'village-1'), contextAt(T0), true));

  it('[CL29] draws the same fifth for everybody', () => {
    const drawn = Array.from({ length: 5_000 }, (_, i) => isSampled(`case-${i}`, 0.2)).filter(Boolean).length;
    expect(drawn / 5_000).toBeCloseTo(0.2, 1);
    expect(isSampled('x', 0)).toBe(false);
    expect(isSampled('x', 1)).toBe(true);
  });

  it('[CL29] given it was drawn, when nobody writes an opinion, then it is not approved; nobody audits their own', () => {
    const item = { ...report('s1'), isAuditSample: true };
    expect(item).toMatchObject({ state: 'self-handled', photos: ['before', 'after'], clock: { standing: 'stopped' }, receipts: [{ needsAnswer: false }] });
    const approve = { action: 'approve-self-handled', by: person('intake') } as const;
    expect(refused(item, approve)).toMatchObject({ code: 'CASE_AUDIT_REQUIRED', rule: 'CL29' });
    expect(refused(item, { ...approve, by: person('intake', 'p-grid'), payload: { note: '属实' } })).toMatchObject({ code: 'CASE_SEPARATION_OF_DUTIES' });
    expect(attempt(item, { ...approve, payload: { note: '属实' } })).toMatchObject({ ok: true, value: { state: 'closed', closedOnTime: true } });
    expect(attempt({ ...item, isAuditSample: false }, approve)).toMatchObject({ ok: true });
  });
});

describe('the history', () => {
  it('[CL30] tells what an event changed, before and after', () => {
    const [before, after] = [given(['accept', 'file']), given(['accept', 'file', 'dispatch'])];
    expect(fieldChanges(before, after)).toEqual([
      { field: 'state', before: 'filed', after: 'dispatched' }, { field: 'leadDepartmentId', before: null, after: 'dep-enforcement' }, { field: 'teamId', before: null, after: 'team-1' },
    ]);
  });
});
