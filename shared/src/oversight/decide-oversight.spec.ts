import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import type { Result } from '../base/index.ts';
import { allowedOversight, decideOversight } from './decide-oversight.ts';
import { evolveOversight } from './evolve-oversight.ts';
import type { OversightAction } from './life-cycle.ts';
import { orderNo, type Oversight } from './oversight.ts';
import { anOrder, person, shanghai, specCalendar } from './oversight.fixture.ts';

function attempt(order: Oversight, action: OversightAction, actor: Actor, at = '2026-01-05 10:00', text = '已整改'): Result<Oversight> {
  const decided = decideOversight(order, { action, expectedRevision: order.revision, actor, payload: { text } }, { now: shanghai(at), calendar: specCalendar });
  return decided.ok ? { ok: true, value: evolveOversight(order, decided.value) } : decided;
}

function done(result: Result<Oversight>): Oversight {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const justice = person('department', 'justice');
const chief = person('duty-chief');

describe('an order of supervision', () => {
  it('[OV7] is answered only by those it is addressed to', () => {
    const order = anOrder();
    expect(attempt(order, 'reply', person('department', 'police'))).toMatchObject({ ok: false, error: { code: 'OVERSIGHT_NOT_ADDRESSED', rule: 'OV7' } });
    expect(attempt(order, 'reply', chief)).toMatchObject({ ok: false, error: { code: 'OVERSIGHT_NOT_ADDRESSED' } });
    expect(done(attempt(order, 'reply', justice))).toMatchObject({ state: 'replied', reply: { text: '已整改', byId: 'p-department' }, replyClock: { standing: 'stopped' } });
    expect(attempt(order, 'reply', { ...person('squad', 'team-1'), parentUnitId: 'justice' }).ok).toBe(true);
    expect(attempt(anOrder({ addressee: { post: 'room', departmentId: null } }), 'reply', chief).ok).toBe(true);
    expect(attempt(anOrder({ addressee: { post: 'town', departmentId: null } }), 'reply', person('commander')).ok).toBe(true);
    expect(attempt(anOrder({ replyLimit: null }), 'reply', justice)).toMatchObject({ ok: false, error: { code: 'OVERSIGHT_NO_REPLY_OWED' } });
    expect(attempt(order, 'reply', justice, '2026-01-05 10:00', ' ')).toMatchObject({ ok: false, error: { code: 'OBJECT_FIELD_REQUIRED', field: 'text' } });
  });

  it('[OV8] is struck off only by who signed it or somebody above', () => {
    const replied = done(attempt(anOrder(), 'reply', justice));
    expect(attempt(replied, 'strike-off', person('dispatcher'))).toMatchObject({ ok: false, error: { code: 'OVERSIGHT_NOT_SIGNER', rule: 'OV8' } });
    expect(attempt(replied, 'strike-off', justice)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
    for (const role of ['duty-chief', 'inspector', 'commander'] as const) expect(attempt(replied, 'strike-off', person(role)).ok).toBe(true);
    const named = done(attempt(anOrder({ signer: { role: 'inspector', personId: 'p-7', name: '七' } }), 'reply', justice));
    expect(attempt(named, 'strike-off', person('inspector', null, 'p-8')).ok).toBe(false);
    expect(done(attempt(named, 'strike-off', person('inspector', null, 'p-7')))).toMatchObject({ state: 'struck-off', struckOff: { byId: 'p-7' } });
    expect(attempt(anOrder(), 'strike-off', chief)).toMatchObject({ ok: false, error: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
  });

  it('[OV9] is owed a reply again, within a new limit, when the reply is rejected', () => {
    const replied = done(attempt(anOrder(), 'reply', justice));
    expect(replied.replyClock?.dueAt).toBe(shanghai('2026-01-05 13:00'));
    const again = done(attempt(replied, 'reject-reply', chief, '2026-01-05 16:00', '未附照片'));
    expect(again).toMatchObject({ state: 'open', rejectCount: 1, rejection: { text: '未附照片' }, replyClock: { standing: 'running', dueAt: shanghai('2026-01-06 11:30') } });
    expect(allowedOversight(again, justice)).toEqual(['reply']);
  });

  it('[OV10] a circular goes out when the commander has confirmed it, and its limit runs from then', () => {
    const draft = anOrder({ rung: 'censure', isDraft: true, signer: { role: 'commander', personId: null, name: null } });
    expect(draft).toMatchObject({ state: 'draft', replyClock: null });
    expect(attempt(draft, 'reply', justice).ok).toBe(false);
    expect(attempt(draft, 'confirm', person('inspector'))).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
    expect(done(attempt(draft, 'confirm', person('commander'), '2026-01-06 09:00'))).toMatchObject({ state: 'open', replyClock: { dueAt: shanghai('2026-01-06 13:00') } });
  });

  it('[OV8] is lifted by who signed it or somebody above, with a reason', () => {
    expect(attempt(anOrder(), 'lift', chief, '2026-01-05 10:00', '')).toMatchObject({ ok: false, error: { field: 'text' } });
    expect(done(attempt(anOrder(), 'lift', chief))).toMatchObject({ state: 'lifted', replyClock: { standing: 'stopped' } });
    expect(attempt(anOrder(), 'lift', person('system')).ok).toBe(true);
  });

  it('[OV13] carries a number of its year', () => {
    expect(orderNo('督办', 2026, 7)).toBe('督办〔2026〕007');
    expect(orderNo('催办', 2026, 1234)).toBe('催办〔2026〕1234');
  });
});
