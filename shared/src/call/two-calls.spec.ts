import { describe, expect, it } from 'vitest';
import { FRIDAY, SIGN, actor, after, caseIn, chief, commander, drafted, head, id, move, refusalOf, tried, water } from './call.fixture.ts';

describe('who may call the county, and what for', () => {
  it('[CC1] lets a tier call only the one above it, and for a case one call at a time', () => {
    expect(after(drafted({}, head)).call).toMatchObject({ from: 'village', to: 'township', fromUnitId: 'village' });
    expect(after(drafted({}, actor('grid-worker', 'village'))).call).toMatchObject({ from: 'grid', to: 'village' });
    expect(after(drafted()).call).toMatchObject({ from: 'township', to: 'county', state: 'drafted' });
    expect(drafted({}, water)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN', rule: 'CC1' } });
    expect(drafted({}, chief, caseIn('closed'))).toMatchObject({ ok: false, error: { rule: 'CC1', detail: 'closed' } });
    const first = after(drafted(), SIGN);
    expect(drafted({}, chief, first.item, { id: 'k2', earlier: [first.call] })).toMatchObject({ ok: false, error: { code: 'CALL_RUNNING_ALREADY' } });
    expect(refusalOf(after(drafted()), { action: 'sign', by: actor('commander', 'room', '320281105') })).toMatchObject({ code: 'CALL_NOT_YOURS', rule: 'CC1' });
  });

  it('[CC2] asks the signature of the principal of the township', () => {
    const pair = after(drafted());
    expect(refusalOf(pair, { action: 'sign', by: chief })).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    expect(after(drafted(), SIGN).call).toMatchObject({ state: 'called', calledAt: FRIDAY, signedBy: { name: 'commander', at: FRIDAY } });
    expect(pair.call.signedBy).toBeNull();
  });

  it('[CC3] rests on an item of the list in force and names a department of the county', () => {
    expect(refusalOf(after(drafted({ itemNo: null })), SIGN)).toMatchObject({ code: 'CALL_ITEM_MISSING', rule: 'CC3' });
    expect(refusalOf(after(drafted({ itemNo: 'SD99' })), SIGN)).toMatchObject({ code: 'CALL_ITEM_UNKNOWN', rule: 'CC3' });
    expect(refusalOf(after(drafted({ toUnitId: id('works') })), SIGN)).toMatchObject({ code: 'CALL_UNIT_OF_OTHER_TIER' });
    expect(refusalOf(after(drafted({ toUnitId: null })), SIGN)).toMatchObject({ code: 'CALL_UNIT_MISSING' });
    expect(refusalOf(after(drafted({ toUnitId: id('nobody') })), SIGN)).toMatchObject({ code: 'DEPARTMENT_UNKNOWN' });
  });

  it('[CC4] refuses what the list gives to the township itself, and says to handle it', () => {
    const own = after(drafted({ itemNo: 'SD02' }));
    expect(refusalOf(own, SIGN)).toMatchObject({ code: 'CALL_WITHIN_OWN_POWER', rule: 'CC4', detail: 'SD02', instead: ['dispatch', 'assign-department'] });
  });

  it('[CC5] refuses what nobody has tried, or no stationed body, or what was solved by trying', () => {
    expect(refusalOf(after(drafted({ attempts: [] })), SIGN)).toMatchObject({ code: 'CALL_NOTHING_TRIED', rule: 'CC5', field: 'attempts' });
    expect(refusalOf(after(drafted({ attempts: [tried('works')] })), SIGN)).toMatchObject({
      code: 'CALL_STATIONED_NOT_TRIED', rule: 'CC5', detail: '自然资源所、司法所', instead: ['assign-department', 'revise'],
    });
    expect(refusalOf(after(drafted({ attempts: [{ ...tried('land'), isSolved: true }] })), SIGN)).toMatchObject({ code: 'CALL_SOLVED_ALREADY' });
    expect(move(after(drafted({ attempts: [tried('works'), tried('land')] })), SIGN)).toMatchObject({ ok: true });
  });

  it('[CC6] spares an emergency the trying, but only a case that is one', () => {
    const draft = { ground: 'emergency', urgency: 'emergency', attempts: [] } as const;
    expect(move(after(drafted(draft, chief, caseIn('filed', { urgency: 'critical' }))), SIGN)).toMatchObject({ ok: true });
    expect(refusalOf(after(drafted(draft)), SIGN)).toMatchObject({ code: 'CALL_NOT_AN_EMERGENCY', rule: 'CC6' });
    expect(refusalOf(after(drafted({ ...draft, urgency: 'routine' }, chief, caseIn('filed', { urgency: 'urgent' }))), SIGN)).toMatchObject({ code: 'CALL_NOT_AN_EMERGENCY' });
  });

  it('[CC1] may be written anew until it is sent, and not by others', () => {
    const pair = after(drafted({ itemNo: null }));
    const { ground, urgency, study, attempts, toUnitId } = pair.call;
    const draft = { ground, urgency, study, attempts, toUnitId, itemNo: 'SD20' };
    expect(after({ ok: true, value: pair }, { action: 'revise', by: commander, payload: { draft } }, SIGN).call).toMatchObject({ itemNo: 'SD20', state: 'called' });
    expect(refusalOf(pair, { action: 'revise', by: head, payload: { draft } })).toMatchObject({ code: 'CALL_NOT_YOURS' });
  });
});
