import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import { asId, type DepartmentId, type TeamId } from '../base/index.ts';
import { lampAt } from '../calendar/index.ts';
import { PLACE, T0, attempt, contextAt, given, person, refusalOf, reportedCase, specType } from './case.fixture.ts';
import type { CaseType } from '../district/index.ts';
import { allowedActions } from './allowed-actions.ts';
import type { Case } from './case.ts';
import { decideCase } from './decide-case.ts';

const SENT = ['accept', 'file', 'dispatch'] as const;
const DONE = [...SENT, 'sign', 'depart', 'arrive', 'report-back'] as const;
const minute = (n: number): number => T0 + n * 60_000;

describe('a case', () => {
  it('[CL4] goes from report to evaluation through every stage', () => {
    const item = given([...DONE, 'send-check', 'pass-check', 'close', 'answer-reporter', 'evaluate']);
    expect(item).toMatchObject({ state: 'evaluated', revision: 13, closedOnTime: true, satisfaction: 5 });
  });

  it('[SLA13] runs the limit of a step on the hours of whoever leads it, and that of the case on the public ones', () => {
    const type: CaseType = { ...specType, limit: { value: 12, unit: 'work_hour' }, signLimit: { value: 2, unit: 'work_hour' } };
    const evening = T0 + 14 * 3_600_000;
    const context = contextAt(evening, type);
    const roster = { name: '全天', departments: [], shifts: [{ days: 'every-day', startMin: 0, endMin: 1440 }] } as const;
    const command = { action: 'dispatch', expectedRevision: 3, actor: person('dispatcher'), payload: { teamId: asId<TeamId>('team-1') } } as const;
    const item = given(['accept', 'file'], type);
    const onDuty = decideCase(item, command, { ...context, calendarOf: () => ({ ...context.calendar, roster }) });
    const atHome = decideCase(item, command, context);
    expect(onDuty).toMatchObject({ ok: true, value: { stepClock: { dueAt: evening + 2 * 3_600_000 } } });
    expect(onDuty.ok && onDuty.value.clock).toBe(atHome.ok && atHome.value.clock);
    expect(atHome).toMatchObject({ ok: true, value: { stepClock: { dueAt: T0 + 25.5 * 3_600_000 } } });
  });

  it('[CL5] refuses the second of two operators who saw the same revision', () => {
    const item = given(['accept', 'file']);
    const first = attempt(item, { action: 'dispatch' });
    expect(first.ok).toBe(true);
    const late = decideCase(first.ok ? first.value : item, {
      action: 'dispatch', expectedRevision: item.revision, actor: person('dispatcher'), payload: { teamId: asId('team-1') },
    }, contextAt(T0));
    expect(late).toMatchObject({ ok: false, error: { code: 'CASE_REVISION_CONFLICT' } });
  });

  it('[CL6] lets only the team that was sent sign, go and report back', () => {
    const item = given(SENT);
    expect(refusalOf(item, { action: 'sign', by: person('squad', 'p2', 'team-2') })).toBe('CASE_NOT_YOUR_UNIT');
    expect(attempt(item, { action: 'sign' }).ok).toBe(true);
  });

  it('[CL6] leaves an order to its team, also before the department of that team, and what a department was given to that department alone', () => {
    const lead = person('department', 'p-lead', 'dep-enforcement');
    const helper = person('department', 'p-helper', 'dep-market');
    const added = { action: 'add-support', by: person('dispatcher'), payload: { supportDepartmentIds: [asId<DepartmentId>('dep-market')] } } as const;
    const steps = (item: Case, actor: Actor) => allowedActions(item, actor, contextAt(T0)).filter((action) => ['sign', 'arrive', 'report-back'].includes(action));
    const sent = given([...SENT, added]);
    const signed = given(['sign'], undefined, sent);
    for (const by of [lead, helper]) {
      expect([refusalOf(sent, { action: 'sign', by }), refusalOf(signed, { action: 'arrive', by }), refusalOf(signed, { action: 'report-back', by })], by.id).toEqual(Array(3).fill('CASE_NOT_YOUR_UNIT'));
      expect([steps(sent, by), steps(signed, by)]).toEqual([[], []]);
    }
    const told = given(['accept', 'file', { action: 'assign-department', by: person('dispatcher'), payload: { departmentId: asId<DepartmentId>('dep-enforcement') } }, added]);
    expect(refusalOf(told, { action: 'sign', by: helper })).toBe('CASE_NOT_YOUR_UNIT');
    expect(steps(told, lead)).toEqual(['sign']);
    expect(given([{ action: 'sign', by: lead }, { action: 'report-back', by: lead }], undefined, told)).toMatchObject({ state: 'handled', order: null });
  });

  it('[CL6] lets the department of a team that was sent ask for return, more time or suspension, for its seal stands under it', () => {
    const lead = person('department', 'p-lead', 'dep-enforcement');
    const signed = given([...SENT, 'sign']);
    for (const action of ['request-return', 'request-extension', 'request-suspension'] as const) expect(attempt(signed, { action, by: lead }), action).toMatchObject({ ok: true });
  });

  it('[CL7] counts an arrival only near the case', () => {
    const item = given([...SENT, 'sign', 'depart']);
    const far: readonly [number, number] = [PLACE[0] + 0.002, PLACE[1]];
    expect(refusalOf(item, { action: 'arrive', payload: { lngLat: far } })).toBe('ORDER_TOO_FAR');
    expect(attempt(item, { action: 'arrive' })).toMatchObject({ ok: true, value: { order: { arrivedAt: minute(1), route: [] } } });
  });

  it('[CL8] undoes a dispatch for ten seconds and no longer', () => {
    const item = given(SENT);
    expect(attempt(item, { action: 'withdraw', atMin: 1 + 9.9 / 60 })).toMatchObject({ ok: true, value: { state: 'filed', order: null, leadDepartmentId: null } });
    expect(refusalOf(item, { action: 'withdraw', atMin: 1 + 10.1 / 60 })).toBe('ORDER_UNDO_EXPIRED');
  });

  it('[CL9] keeps who handled it from checking and closing it, by person and by unit', () => {
    const item = given([...DONE, { action: 'send-check', payload: { personId: asId('p-squad') } }]);
    expect(refusalOf(item, { action: 'pass-check', by: { ...person('grid-worker', 'p-squad') } })).toBe('CASE_SEPARATION_OF_DUTIES');
    expect(refusalOf(item, { action: 'pass-check', by: person('inspector', 'p9', 'team-1') })).toBe('CASE_SEPARATION_OF_DUTIES');
    const checked = given([...DONE, 'send-check', 'pass-check']);
    expect(refusalOf(checked, { action: 'close', by: person('duty-chief', 'p-squad') })).toBe('CASE_SEPARATION_OF_DUTIES');
  });

  it('[CL10] is checked by the grid worker it was sent to', () => {
    const item = given([...DONE, 'send-check']);
    expect(refusalOf(item, { action: 'pass-check', by: person('grid-worker', 'another') })).toBe('CASE_NOT_YOUR_UNIT');
  });

  it('[CL11] is judged by when it was handed in, not by when it was closed', () => {
    const late = [{ action: 'send-check', atMin: 400 }, { action: 'pass-check', atMin: 401 }, { action: 'close', atMin: 500 }] as const;
    expect(given([...DONE, ...late]).closedOnTime).toBe(true);
    const handedInLate = [...SENT, 'sign', 'depart', 'arrive', { action: 'report-back', atMin: 101 }] as const;
    expect(given([...handedInLate, ...late]).closedOnTime).toBe(false);
  });

  it('[CL12] goes back to its handlers when the check fails, counts the rework, and its clock runs on with what was left', () => {
    const item = given([...SENT, 'sign', 'arrive', { action: 'report-back', atMin: 60 }, { action: 'send-check', atMin: 200 }, { action: 'fail-check', atMin: 300 }]);
    expect(item).toMatchObject({ state: 'handling', reworkCount: 1, leadDepartmentId: 'dep-enforcement', order: { teamId: 'team-1', doneAt: null } });
    expect(item.clock.dueAt).toBe(minute(340));
  });

  it('[CL13] stops its clock when suspended and gets the time added', () => {
    const paused = given([...SENT, 'sign', { action: 'request-suspension', atMin: 20 }, { action: 'review-application', atMin: 25 }, { action: 'approve-suspension', atMin: 30 }]);
    expect(lampAt(paused.clock, minute(9_999))).toBe('paused');
    const resumed = attempt(paused, { action: 'resume', atMin: 1_030 });
    expect(resumed).toMatchObject({ ok: true, value: { state: 'handling', clock: { dueAt: minute(1_100) } } });
  });

  it('[CL14] may neither be suspended nor extended when it is critical', () => {
    const critical = { ...specType, urgency: 'critical' as const };
    const item = given([...SENT, 'sign'], critical);
    expect(refusalOf(item, { action: 'request-suspension' }, critical)).toBe('CASE_SUSPEND_NOT_ALLOWED');
    expect(refusalOf(item, { action: 'request-extension' }, critical)).toBe('CASE_EXTENSION_NOT_ALLOWED');
  });

  it('[CL15] is extended once, to a later time only', () => {
    const item = given([...SENT, 'sign']);
    expect(refusalOf(item, { action: 'request-extension', payload: { until: minute(50) } })).toBe('CASE_DUE_NOT_LATER');
    const extended = given([...SENT, 'sign', 'request-extension', 'approve-extension']);
    expect(extended).toMatchObject({ state: 'handling', extensionCount: 1, clock: { dueAt: minute(300) } });
    expect(refusalOf(extended, { action: 'request-extension', payload: { until: minute(400) } })).toBe('CASE_EXTENSION_NOT_ALLOWED');
  });

  it('[CL3] takes another type only where the table asks for one', () => {
    const item = given(['accept', 'file']);
    const urged = decideCase(item, { action: 'urge', expectedRevision: item.revision, actor: person('intake'), payload: { typeCode: 'E2' } }, contextAt(minute(5)));
    expect(urged.ok && 'caseType' in urged.value).toBe(false);
    expect(urged.ok && 'clock' in urged.value).toBe(false);
  });

  it('offers each role only what the table lets it do', () => {
    const item = reportedCase();
    expect(allowedActions(item, person('intake'), contextAt(T0))).toEqual(['verify-report', 'accept', 'refuse', 'merge', 'urge']);
    expect(allowedActions(item, person('wall'), contextAt(T0))).toEqual([]);
    expect(allowedActions(given(SENT), person('dispatcher'), contextAt(T0 + 60_000))).toContain('withdraw');
    expect(allowedActions(given(SENT), person('dispatcher'), contextAt(T0 + 120_000))).not.toContain('withdraw');
  });
});
