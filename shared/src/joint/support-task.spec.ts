import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import { asId, type CaseId, type DepartmentId } from '../base/index.ts';
import { lampAt } from '../calendar/index.ts';
import { allowedSupportActions, askSupport, decideSupport } from './decide-support.ts';
import { evolveSupport } from './evolve-support.ts';
import { T0, minute, person, specCalendar } from './joint.fixture.ts';
import type { SupportPayload, SupportTask } from './support-task.ts';

const LEAD = asId<DepartmentId>('lead');
const facts = { id: 's1', caseId: asId<CaseId>('c1'), caseNo: 'N1', matter: '违建', villageCode: 'v1', departmentId: asId<DepartmentId>('helper'), ask: '到场协助' };
const asked = evolveSupport(null, askSupport(facts, { value: 100, unit: 'minute' }, person('dispatcher'), { now: T0, calendar: specCalendar }));
const helper = person('department', 'helper');
const lead = person('department', 'lead');

function attempt(task: SupportTask, action: string, actor: Actor, payload: SupportPayload = {}, atMin = 10): ReturnType<typeof decideSupport> {
  return decideSupport(task, { action, expectedRevision: task.revision, actor, payload }, { now: minute(atMin), calendar: specCalendar, leadDepartmentId: LEAD });
}

function given(...acts: readonly (readonly [string, Actor, SupportPayload?, number?])[]): SupportTask {
  return acts.reduce((task, [action, actor, payload, atMin]) => {
    const decided = attempt(task, action, actor, payload, atMin);
    if (!decided.ok) throw new Error(`${action}: ${decided.error.code}`);
    return evolveSupport(task, decided.value);
  }, asked);
}

describe('a support task', () => {
  it('[JH2] has a clock of its own from the moment it is asked for', () => {
    expect(asked).toMatchObject({ state: 'asked', clock: { startedAt: T0, dueAt: minute(100) }, ask: '到场协助' });
    expect(lampAt(asked.clock, minute(101))).toBe('red');
  });

  it('[JH3] is signed and answered by the department that was asked, and by its squads', () => {
    expect(attempt(asked, 'sign', lead)).toMatchObject({ error: { code: 'SUPPORT_NOT_YOURS', rule: 'JH3' } });
    expect(given(['sign', helper], ['feed-back', person('squad', 'team-9', 'helper'), { note: '已劝离', photos: ['p1'] }]))
      .toMatchObject({ state: 'fed-back', signedAt: minute(10), feedback: { note: '已劝离', photos: ['p1'], by: 'squad' } });
    expect(attempt(given(['sign', helper]), 'feed-back', helper)).toMatchObject({ error: { code: 'OBJECT_FIELD_REQUIRED', field: 'note' } });
  });

  it('[JH4] is accepted by the lead or the room and by nobody else; its clock stands meanwhile', () => {
    const answered = given(['sign', helper], ['feed-back', helper, { note: '已办' }, 40]);
    expect(attempt(answered, 'accept', helper)).toMatchObject({ error: { code: 'SUPPORT_NOT_LEAD', rule: 'JH4' } });
    expect(attempt(answered, 'accept', person('dispatcher')).ok).toBe(true);
    expect(lampAt(answered.clock, minute(9_999))).toBe('green');
    const accepted = attempt(answered, 'accept', lead, {}, 500);
    expect(accepted.ok && evolveSupport(answered, accepted.value)).toMatchObject({ state: 'accepted', endedAt: minute(500) });
  });

  it('[JH4] runs on with what was left when it is sent back', () => {
    const back = given(['sign', helper], ['feed-back', helper, { note: '已办' }, 40], ['send-back', lead, { reason: '照片不清' }, 200]);
    expect(back).toMatchObject({ state: 'signed', sentBackCount: 1, clock: { dueAt: minute(260) } });
  });

  it('[JH5] is excused only at the wish of the lead, with a reason, and by the duty chief or the commander', () => {
    expect(attempt(asked, 'request-excuse', helper, { reason: '忙' })).toMatchObject({ error: { code: 'SUPPORT_NOT_LEAD', rule: 'JH5' } });
    expect(attempt(asked, 'request-excuse', lead)).toMatchObject({ error: { field: 'reason' } });
    const wished = given(['request-excuse', lead, { reason: '现场已处置，不需到场' }]);
    expect(attempt(wished, 'grant-excuse', person('dispatcher'))).toMatchObject({ error: { code: 'ACTION_FORBIDDEN' } });
    const granted = attempt(wished, 'grant-excuse', person('commander'));
    expect(granted.ok && evolveSupport(wished, granted.value)).toMatchObject({
      state: 'excused', excuse: { reason: '现场已处置，不需到场', askedBy: 'department', grantedBy: 'commander' }, clock: { standing: 'stopped' },
    });
    const refused = attempt(wished, 'refuse-excuse', person('duty-chief'), { note: '仍须到场' });
    expect(refused.ok && evolveSupport(wished, refused.value)).toMatchObject({ state: 'asked', excuse: null });
  });

  it('[JH6] ends with its reason when the product drops it', () => {
    expect(given(['drop', person('system'), { reason: '改为主办' }])).toMatchObject({ state: 'excused', excuse: { reason: '改为主办' } });
    expect(attempt(asked, 'drop', person('commander'), { reason: '不要了' })).toMatchObject({ error: { code: 'ACTION_FORBIDDEN' } });
  });

  it('offers each actor what they may do', () => {
    expect(allowedSupportActions(asked, helper, LEAD)).toEqual(['sign']);
    expect(allowedSupportActions(asked, lead, LEAD)).toEqual(['request-excuse']);
    expect(allowedSupportActions(asked, person('duty-chief'), LEAD)).toEqual(['urge']);
  });
});
