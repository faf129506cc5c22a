import { describe, expect, it } from 'vitest';
import { asId, type TeamId } from '../base/index.ts';
import { T0, attempt, contextAt, given, person, refusalOf } from './case.fixture.ts';
import { decideCase } from './decide-case.ts';
import { reachedRung } from './climb-order.ts';

const SENT = ['accept', 'file', 'dispatch'] as const;
const DUE = [...SENT, { action: 'propose-next', atMin: 10 }] as const;
const minute = (n: number): number => T0 + n * 60_000;
const second = person('squad', 'p-second', 'team-2');

describe('an order on its way to a signature', () => {
  it('[AK1] given it was delivered and shown, then both are told once; given it is signed at once, then it was delivered and seen with that', () => {
    const seen = given([...SENT, { action: 'deliver', atMin: 2 }, { action: 'see', atMin: 3 }]);
    expect(seen.order).toMatchObject({ deliveredAt: minute(2), seenAt: minute(3), signedAt: null });
    expect(refusalOf(seen, { action: 'see', atMin: 4 })).toBe('ORDER_SEEN');
    expect(given([...SENT, { action: 'sign', atMin: 5 }]).order).toMatchObject({ deliveredAt: minute(5), seenAt: minute(5), signedAt: minute(5) });
    expect(refusalOf(given([...SENT]), { action: 'see', by: second })).toBe('CASE_NOT_YOUR_UNIT');
  });

  it('[AK2] given rungs are reached, then the order says since when, and signing keeps it', () => {
    const told = given([...SENT, { action: 'remind-sign', by: person('system'), atMin: 5 }, { action: 'propose-next', atMin: 10 }, { action: 'tell-desk', by: person('system'), atMin: 15 }]);
    const ladder = { since: minute(1), remindedAt: minute(5), nextAt: minute(10), nextTeamId: 'team-2', deskAt: minute(15), passedFrom: [] };
    expect(told).toMatchObject({ state: 'dispatched', order: { teamId: 'team-1', ladder } });
    expect([given([...SENT]), given([...SENT, 'remind-sign']), given([...DUE]), told, given(['sign'], undefined, told)].map(reachedRung)).toEqual([null, 'reminded', 'next', 'desk', null]);
    expect(given([{ action: 'sign', atMin: 16 }], undefined, told)).toMatchObject({ state: 'handling', order: { ladder } });
  });

  it('[AK2] given a department has the case without a team, then nothing climbs', () => {
    const led = given(['accept', 'file', { action: 'assign-department', by: person('dispatcher'), payload: { departmentId: asId('dep-enforcement') } }]);
    expect(refusalOf(led, { action: 'tell-desk', by: person('system') })).toBe('ORDER_NOT_WAITING');
  });

  it('[AK5] given the next is not due, then the desk cannot send it; given it is, then with one click, and the wait begins anew', () => {
    expect(refusalOf(given([...SENT]), { action: 'pass-on' })).toBe('ORDER_NEXT_NOT_DUE');
    expect(refusalOf(given([...DUE]), { action: 'pass-on', payload: { teamId: asId<TeamId>('team-1') } })).toBe('ORDER_SAME_TEAM');
    const passed = given([...DUE, { action: 'pass-on', atMin: 12 }]);
    expect(passed.order).toMatchObject({
      teamId: 'team-2', sentAt: minute(12), deliveredAt: null, seenAt: null, signedAt: null,
      ladder: { since: minute(12), remindedAt: null, nextAt: null, nextTeamId: null, deskAt: null, passedFrom: [{ teamId: 'team-1', sentAt: minute(1), at: minute(12) }] },
    });
  });

  it('[AK5] given the ladder sends it by itself, then what the desk was told stays told', () => {
    const moved = given([...SENT, { action: 'tell-desk', by: person('system'), atMin: 4 }, { action: 'pass-on', by: person('system'), atMin: 10 }]);
    expect(moved.order?.ladder).toMatchObject({ since: minute(1), deskAt: minute(4) });
  });

  it('[AK6] given it went on, then only the team that has it signs; of both in one instant the first wins', () => {
    const passed = given([...DUE, 'pass-on']);
    expect(attempt(passed, { action: 'sign', by: second })).toMatchObject({ ok: true, value: { state: 'handling', order: { teamId: 'team-2' } } });
    const before = given([...DUE]);
    const late = decideCase(passed, { action: 'sign', expectedRevision: before.revision, actor: person('squad'), payload: {} }, contextAt(minute(12)));
    expect(late).toMatchObject({ ok: false, error: { code: 'ORDER_PASSED_ON' } });
    const signed = given(['sign'], undefined, before);
    const lateMove = decideCase(signed, { action: 'pass-on', expectedRevision: before.revision, actor: person('dispatcher'), payload: { teamId: asId<TeamId>('team-2') } }, contextAt(minute(12)));
    expect(lateMove).toMatchObject({ ok: false, error: { code: 'CASE_REVISION_CONFLICT' } });
  });

  it('[AK7] given it left a team, then whatever that team still does is told so, until the desk sends it there again', () => {
    const passed = given([...DUE, 'pass-on']);
    for (const action of ['sign', 'see', 'deliver', 'request-return', 'report-back'] as const) expect(refusalOf(passed, { action })).toBe('ORDER_PASSED_ON');
    const back = given([{ action: 'propose-next', payload: { teamId: asId<TeamId>('team-1') } }, { action: 'pass-on', payload: { teamId: asId<TeamId>('team-1') } }, 'sign'], undefined, passed);
    expect(back).toMatchObject({ state: 'handling', order: { teamId: 'team-1' } });
  });

  it('[AK8] given it went to a team of another department, then the lead, the limits and the bounces are as they were', () => {
    const before = given([...DUE]);
    const { leadDepartmentId, clock, stepClock, bounces, dispatchedAt, reworkCount } = before;
    expect(given(['pass-on'], undefined, before)).toMatchObject({ state: 'dispatched', leadDepartmentId, clock, stepClock, bounces, dispatchedAt, reworkCount });
  });
});
