import { describe, expect, it } from 'vitest';
import { asId, type TeamId } from '../base/index.ts';
import { lampAt } from '../calendar/index.ts';
import { isOpenState } from '../district/index.ts';
import { T0, attempt, contextAt, given, person, specType, type Step } from './case.fixture.ts';
import { decideCase } from './decide-case.ts';
import { LIFE_CYCLE, type Transition } from './life-cycle.ts';

const SIGNED = ['accept', 'file', 'dispatch', 'sign'] as const;
const minute = (n: number): number => T0 + n * 60_000;
const refused = (item: ReturnType<typeof given>, step: Step, type = specType) => {
  const result = attempt(item, step, type);
  return result.ok ? null : result.error;
};

describe('a case that waits for the answer to an application', () => {
  it.each(['request-return', 'request-extension', 'request-suspension'] as const)('[CL43] after %s takes a word to the room and no second application, and waits on', (action) => {
    const asked = given([...SIGNED, action]);
    expect(attempt(asked, { action: 'ask-room', by: person('squad'), payload: { note: '吊车已到' } })).toMatchObject({ ok: true, value: { state: asked.state, application: asked.application, stepClock: asked.stepClock } });
    expect(refused(asked, { action: 'request-extension' })).toMatchObject({ code: 'CASE_ACTION_NOT_IN_STATE' });
  });
});

describe('a return', () => {
  it('[CL19] given a wrong dispatch, when the duty chief agrees, then it is to be dispatched anew; the deputy is not asked', () => {
    const asked = given([...SIGNED, 'request-return']);
    expect(refused(asked, { action: 'approve-return', by: person('centre-deputy') })).toMatchObject({ code: 'APPLICATION_OTHER_APPROVER', rule: 'CL19' });
    expect(attempt(asked, { action: 'approve-return' })).toMatchObject({ ok: true, value: { state: 'filed', application: null, returnCount: 1 } });
  });

  it('[CL19] given another ground, when there is no sealed form, then it is refused; with it the deputy decides', () => {
    const ask = { action: 'request-return', payload: { ground: 'beyond-power' } } as const;
    expect(refused(given(SIGNED), ask)).toMatchObject({ code: 'APPLICATION_FORM_REQUIRED', rule: 'CL19' });
    const asked = given([...SIGNED, { ...ask, payload: { ...ask.payload, formPhotos: ['form'] } }]);
    expect(refused(asked, { action: 'approve-return' })).toMatchObject({ code: 'APPLICATION_OTHER_APPROVER' });
    expect(attempt(asked, { action: 'approve-return', by: person('centre-deputy') })).toMatchObject({ ok: true, value: { state: 'filed' } });
  });

  it('[CL19] given it was asked before signing, when it is turned down, then the unit has it in hand', () => {
    expect(given(['accept', 'file', 'dispatch', 'request-return', 'reject-return'])).toMatchObject({ state: 'handling', order: { signedAt: minute(1) } });
  });

  it('[CL32] keeps from whom a case came back, to whom it went next and on what item', () => {
    const item = given([...SIGNED, { action: 'request-return', payload: { itemCode: 'A-3' } }, 'approve-return', 'dispatch']);
    expect(item).toMatchObject({
      reworkCount: 0, returnCount: 1,
      bounces: [{ fromDepartmentId: 'dep-enforcement', toDepartmentId: 'dep-enforcement', ground: 'misdispatched', basis: '清单第 3 项', itemCode: 'A-3', isMisdispatch: true }],
    });
  });

  it('[CL38] given an item number that is not in the list in force, when it is cited, then return and redirect are refused by that field', () => {
    const unknown = { code: 'CASE_ITEM_UNKNOWN', rule: 'CL38', field: 'itemCode', detail: 'A-4' };
    expect(refused(given(SIGNED), { action: 'request-return', payload: { itemCode: 'A-4' } })).toMatchObject(unknown);
    expect(refused(given(SIGNED), { action: 'redirect', payload: { itemCode: 'A-4' } })).toMatchObject(unknown);
    expect(refused(given(SIGNED), { action: 'request-return', payload: { itemCode: 'A-3' } })).toBeNull();
  });

  it('[CL38] given a case of a type that the list names, when it is returned without an item, then it is refused and told which there are', () => {
    const signed = given(SIGNED);
    const wish = { action: 'request-return', expectedRevision: signed.revision, actor: person('squad'), payload: { ground: 'misdispatched', reason: '不属本队', basis: '清单' } } as const;
    const context = contextAt(minute(9));
    expect(decideCase(signed, wish, context)).toMatchObject({ ok: false, error: { code: 'CASE_ITEM_REQUIRED', rule: 'CL38', field: 'itemCode', detail: 'A-3 占道经营' } });
    expect(decideCase(signed, wish, { ...context, itemsFor: () => [] })).toMatchObject({ ok: true });
  });

  it('[CL18] counts a dispatch to the wrong department as an error of dispatch and not as rework', () => {
    const away = given([...SIGNED, { action: 'redirect', payload: { departmentId: asId('dep-other'), teamId: asId<TeamId>('team-9') } }]);
    expect(away).toMatchObject({ reworkCount: 0, bounces: [{ fromDepartmentId: 'dep-enforcement', toDepartmentId: 'dep-other', isMisdispatch: true }] });
    expect(given([...SIGNED, 'redirect']).bounces).toEqual([]);
  });
});

describe('an extension', () => {
  const twice = { ...specType, maxExtensions: 2 };
  it('[CL20] given a second one, when it is asked for, then it needs the form, the review and the deputy', () => {
    const once = given([...SIGNED, 'request-extension', 'approve-extension'], twice);
    const more = { until: minute(400) };
    expect(refused(once, { action: 'request-extension', payload: more }, twice)).toMatchObject({ code: 'APPLICATION_FORM_REQUIRED', rule: 'CL20' });
    const asked = given([{ action: 'request-extension', payload: { ...more, formPhotos: ['form'] } }], twice, once);
    const decide = { action: 'approve-extension', by: person('centre-deputy'), payload: more } as const;
    expect(refused(asked, decide, twice)).toMatchObject({ code: 'APPLICATION_NOT_REVIEWED', rule: 'CL34', instead: [] });
    const reviewed = given(['review-application'], twice, asked);
    expect(refused(reviewed, { action: 'review-application' }, twice)).toMatchObject({ code: 'APPLICATION_REVIEW_NOT_DUE' });
    expect(refused(reviewed, { action: 'approve-extension', payload: more }, twice)).toMatchObject({ code: 'APPLICATION_OTHER_APPROVER', rule: 'CL20' });
    expect(attempt(reviewed, decide, twice)).toMatchObject({ ok: true, value: { extensionCount: 2, clock: { dueAt: minute(400) } } });
  });

  it('[CL20] given works, the first goes that way too; given a long one, the head of the centre decides', () => {
    const works = { ...specType, group: '工程' };
    expect(refused(given(SIGNED, works), { action: 'request-extension' }, works)).toMatchObject({ code: 'APPLICATION_FORM_REQUIRED' });
    const long = given([...SIGNED, { action: 'request-extension', payload: { until: minute(60 * 24 * 40), formPhotos: ['form'] } }]);
    expect(long.application?.path).toEqual({ approver: 'commander', needsForm: true, needsReview: true });
  });
});

describe('a suspension', () => {
  it('[CL34] is decided after its review, and reviewed once', () => {
    const asked = given([...SIGNED, 'request-suspension']);
    expect(refused(asked, { action: 'reject-suspension' })).toMatchObject({ code: 'APPLICATION_NOT_REVIEWED', rule: 'CL34' });
    const reviewed = given(['review-application'], specType, asked);
    expect(reviewed.application?.review).toMatchObject({ by: 'p-dispatcher', isSupported: true });
    expect(refused(reviewed, { action: 'review-application' })).toMatchObject({ code: 'APPLICATION_REVIEW_NOT_DUE', rule: 'CL34' });
    expect(attempt(reviewed, { action: 'reject-suspension' })).toMatchObject({ ok: true, value: { state: 'handling' } });
  });

  it('[CL21] given no day ahead, or no review, then it is refused; granted, it is open and grey', () => {
    expect(refused(given(SIGNED), { action: 'request-suspension', payload: { until: T0 } })).toMatchObject({ code: 'CASE_RESUME_DAY_PAST', rule: 'CL21' });
    const asked = given([...SIGNED, 'request-suspension']);
    expect(refused(asked, { action: 'approve-suspension' })).toMatchObject({ code: 'APPLICATION_NOT_REVIEWED', rule: 'CL34' });
    expect(refused(given(['review-application'], specType, asked), { action: 'approve-suspension', by: person('duty-chief') })).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    const paused = given(['review-application', 'approve-suspension'], specType, asked);
    expect(isOpenState(paused.state)).toBe(true);
    expect(lampAt(paused.clock, minute(99_999))).toBe('paused');
  });

  it('[CL31] stops the step clock with the whole one, and both go on with what was left from the day named', () => {
    const paused = given([...SIGNED, { action: 'request-suspension', atMin: 21 }, { action: 'review-application', atMin: 25 }, { action: 'approve-suspension', atMin: 31 }]);
    expect(paused.stepClock).toMatchObject({ standing: 'paused', usedMs: 20 * 60_000 });
    const day = 24 * 60;
    const resumed = attempt(paused, { action: 'resume', by: person('system'), atMin: day + 5 });
    expect(resumed).toMatchObject({ ok: true, value: { stepClock: { dueAt: minute(day + 40) }, clock: { dueAt: minute(day + 69) } } });
  });

  it('[CL31] gives an approval its own limit, and lets a case that nobody has age on both clocks', () => {
    expect(given([...SIGNED, 'request-suspension']).stepClock?.totalMs).toBe(30 * 60_000);
    const reported = given([]);
    expect([reported.clock, reported.stepClock].map((clock) => clock && lampAt(clock, minute(101)))).toEqual(['red', 'red']);
  });

  it('[CL22] is the only thing that the product itself may move to another state, beside the archive', () => {
    const moves = (LIFE_CYCLE as readonly Transition[]).filter((row) => row.roles.includes('system') && row.to !== 'same').map((row) => row.action);
    expect(moves).toEqual(['report-back', 'resume', 'archive']);
  });
});

describe('decisions', () => {
  it('[CL23] given an application to void, when the chief agrees, then it is void and its history stands', () => {
    const asked = given(['accept', 'file', 'request-void']);
    expect(refused(asked, { action: 'approve-void', by: person('dispatcher') })).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    expect(given(['approve-void'], specType, asked)).toMatchObject({ state: 'voided', revision: 5 });
  });

  it('[CL24] given two who decide the same application, then the second gets a conflict', () => {
    const asked = given([...SIGNED, 'request-extension']);
    const decided = given(['approve-extension'], specType, asked);
    const second = decideCase(decided, { action: 'reject-extension', expectedRevision: asked.revision, actor: person('duty-chief', 'p2'), payload: { note: '不同意' } }, contextAt(minute(2)));
    expect(second).toMatchObject({ ok: false, error: { code: 'CASE_REVISION_CONFLICT' } });
    expect(refused(decided, { action: 'approve-extension' })).toMatchObject({ code: 'CASE_ACTION_NOT_IN_STATE', rule: 'CL1' });
  });
});
