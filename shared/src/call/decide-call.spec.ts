import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../base/index.ts';
import { ANSWER, FRIDAY, SIGN, TOWN, actor, after, caseIn, centre, chief, contextFor, drafted, head, id, move, refusalOf, tried, water, type Move } from './call.fixture.ts';
import { decideCall } from './decide-call.ts';

const shanghai = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const PLAN: Move = { action: 'give-plan', by: water, payload: { plan: '三日内清淤' } };
const FINISH: Move = { action: 'finish', by: water, payload: { words: '已拆除并复绿', isSolved: true } };

describe('the county answers', () => {
  it('[CC8] the centre charges a department, which names who handles it, gives a plan and finishes', () => {
    const done = after(drafted(), SIGN, { action: 'assign', by: centre, payload: { departmentId: id('c-land') } },
      { ...ANSWER, by: actor('county-department', 'c-land', '320281') });
    expect(done.call).toMatchObject({ toUnitId: 'c-land', state: 'answered', handlerName: '李工', assignedCount: 1 });
    expect(refusalOf(done, PLAN)).toMatchObject({ code: 'CALL_NOT_YOURS', rule: 'CC8' });
    expect(refusalOf(after(drafted(), SIGN), { action: 'answer', by: water })).toMatchObject({ code: 'OBJECT_FIELD_REQUIRED', field: 'handlerName' });
    expect(refusalOf(after(drafted(), SIGN), { action: 'assign', by: water, payload: { departmentId: id('c-land') } })).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    expect(refusalOf(after(drafted(), SIGN), { action: 'assign', by: centre, payload: { departmentId: id('works') } })).toMatchObject({ code: 'CALL_UNIT_OF_OTHER_TIER' });
  });

  it('[CC8] of two that answer the same call one is told that the other was faster', () => {
    const { call, item } = after(drafted(), SIGN);
    const answered = after({ ok: true, value: { call, item } }, ANSWER);
    const late = decideCall(answered.call, { action: 'answer', expectedRevision: call.revision, actor: centre, payload: { handlerName: '王科' } }, contextFor(answered.item));
    expect(late).toMatchObject({ ok: false, error: { code: 'OBJECT_REVISION_CONFLICT' } });
  });

  it('[CC9] the case follows: called, taken in hand with the answer, handed in with the finish', () => {
    const called = after(drafted(), SIGN);
    expect(called.item).toMatchObject({ state: 'county-called', leadDepartmentId: 'c-water', countyCall: { respondBy: called.call.clocks?.respond.dueAt } });
    expect(called.item.stepClock).toEqual(called.call.clocks?.respond);
    const answered = after({ ok: true, value: called }, ANSWER);
    expect(answered.item).toMatchObject({ state: 'handling', leadDepartmentId: 'c-water' });
    expect(answered.item.handledBy).toContain('c-water');
    expect(after({ ok: true, value: answered }, PLAN, FINISH).item).toMatchObject({ state: 'handled' });
    const moved = { call: answered.call, item: { ...answered.item, state: 'extension-requested' as const } };
    expect(refusalOf(after({ ok: true, value: moved }, PLAN), FINISH)).toMatchObject({ code: 'CALL_CASE_WAITS', rule: 'CC9' });
  });

  it('[CC9] a case that cannot be called about refuses the call as a whole', () => {
    expect(refusalOf(after(drafted({}, chief, caseIn('checking'))), SIGN)).toMatchObject({ code: 'CASE_ACTION_NOT_IN_STATE', detail: 'checking' });
  });

  it('[CC9] a withdrawn call gives the case back to be dispatched', () => {
    const pair = after(drafted(), SIGN, { action: 'withdraw', by: chief, payload: { reason: '当事人已自行拆除' } });
    expect(pair).toMatchObject({ call: { state: 'withdrawn' }, item: { state: 'filed', countyCall: null, leadDepartmentId: null } });
  });

  it('[CC10] does not finish while a supporter owes its share, unless it is excused with a reason', () => {
    const land = actor('county-department', 'c-land', '320281');
    const pair = after(drafted(), SIGN, { action: 'assign', by: centre, payload: { departmentId: id('c-water'), supportIds: [id('c-land')] } }, ANSWER, PLAN);
    expect(refusalOf(pair, FINISH)).toMatchObject({ code: 'CALL_SUPPORT_OPEN', rule: 'CC10' });
    expect(refusalOf(pair, { action: 'hand-in-share', by: water, payload: { words: '代交' } })).toMatchObject({ code: 'CALL_NOT_YOURS' });
    expect(after({ ok: true, value: pair }, { action: 'hand-in-share', by: land, payload: { words: '已出具权属' } }, FINISH).call.state).toBe('finished');
    expect(refusalOf(pair, { action: 'excuse-share', by: centre, payload: { departmentId: id('c-land') } })).toMatchObject({ field: 'reason' });
    expect(after({ ok: true, value: pair }, { action: 'excuse-share', by: centre, payload: { departmentId: id('c-land'), reason: '已由国土调查确认' } }, FINISH).call.state).toBe('finished');
  });

  it('[CC11] is returned once, with the item that makes it the township\'s own; the case goes back to the township', () => {
    const back: Move = { action: 'return', by: centre, payload: { itemNo: 'SD02', reason: '规划区内违建由乡镇查处' } };
    expect(refusalOf(after(drafted(), SIGN), { ...back, payload: { reason: '不归我们' } })).toMatchObject({ code: 'OBJECT_FIELD_REQUIRED', field: 'itemNo' });
    expect(refusalOf(after(drafted(), SIGN), { ...back, payload: { itemNo: 'SD99', reason: '无依据' } })).toMatchObject({ code: 'CALL_ITEM_UNKNOWN', rule: 'CC11' });
    const returned = after(drafted(), SIGN, back);
    expect(returned).toMatchObject({ call: { state: 'returned', returns: [{ itemNo: 'SD02' }] }, item: { state: 'filed', countyCall: null } });
    const { ground, urgency, itemNo, study, attempts, toUnitId } = returned.call;
    const again = after({ ok: true, value: returned }, { action: 'revise', by: chief, payload: { draft: { ground, urgency, itemNo, study: `${study}，附测绘`, attempts, toUnitId } } }, SIGN);
    expect(again.item.state).toBe('county-called');
    expect(refusalOf(again, back)).toMatchObject({ code: 'CALL_RETURNED_BEFORE', rule: 'CC11' });
  });

  it('[CC14] is rated by the township when it is finished: 1 to 5, solved or not', () => {
    const rate: Move = { action: 'rate', by: chief, payload: { satisfaction: 4, isSolved: true, words: '响应快' } };
    const finished = after(drafted(), SIGN, ANSWER, PLAN, FINISH);
    expect(refusalOf(after(drafted(), SIGN, ANSWER), rate)).toMatchObject({ code: 'OBJECT_ACTION_NOT_IN_STATE' });
    expect(refusalOf(finished, { ...rate, payload: { satisfaction: 4 } })).toMatchObject({ field: 'isSolved' });
    expect(refusalOf(finished, { ...rate, by: actor('duty-chief', 'room', '320281105') })).toMatchObject({ code: 'CALL_NOT_YOURS' });
    expect(after({ ok: true, value: finished }, rate).call).toMatchObject({ state: 'rated', rating: { satisfaction: 4, isSolved: true, words: '响应快' } });
  });
});

describe('[CC13] the clocks of a call', () => {
  it('run over the weekend for an emergency and stand still with it for what is routine', () => {
    const emergency = after(drafted({ ground: 'emergency', urgency: 'emergency', attempts: [] }, chief, caseIn('filed', { urgency: 'critical' })), { ...SIGN, at: shanghai('2026-01-10 22:00') });
    expect(emergency.call.clocks).toMatchObject({ respond: { dueAt: shanghai('2026-01-10 22:30') }, arrive: { dueAt: shanghai('2026-01-11 00:00') }, plan: null });
    const routine = after(drafted(), SIGN);
    expect(routine.call.clocks).toMatchObject({ respond: { dueAt: shanghai('2026-01-12 17:00') }, finish: { dueAt: shanghai('2026-01-20 17:00') }, arrive: null });
    expect(after(drafted({ urgency: 'major' }), SIGN).call.clocks).toMatchObject({ respond: { dueAt: FRIDAY + 4 * HOUR_MS }, plan: { dueAt: shanghai('2026-01-14 17:00') } });
  });

  it('stop each with what it waits for, keep the edition they were set by, and are not set back by another department', () => {
    const pair = after(drafted({ urgency: 'major' }), SIGN, { action: 'assign', by: centre, payload: { departmentId: id('c-land') }, at: FRIDAY + 30 * MINUTE_MS },
      { ...ANSWER, by: centre, at: FRIDAY + HOUR_MS });
    expect(pair.call.limitsVersion).toBe('spec');
    expect(pair.call.clocks?.respond).toMatchObject({ standing: 'stopped', usedMs: HOUR_MS });
    expect(pair.call.clocks?.plan?.standing).toBe('running');
    const planned = move(pair, { ...PLAN, by: centre, at: shanghai('2026-01-12 09:00') });
    expect(planned.ok && planned.value.call.clocks?.plan?.standing).toBe('stopped');
  });
});

describe('a dispute climbs three tiers', () => {
  const more = { isDispute: true };

  it('[CC7] not past a tier that has not mediated in vain', () => {
    const straight = after(drafted({ attempts: [tried('justice', 'mediated')] }, chief, caseIn('handling'), more));
    expect(refusalOf(straight, SIGN)).toMatchObject({ code: 'CALL_TIER_SKIPPED', rule: 'CC7' });
    const onlyHandled = after(drafted({ attempts: [tried('village')], toUnitId: null }, head, caseIn('handling'), more));
    expect(refusalOf(onlyHandled, { action: 'sign', by: head })).toMatchObject({ code: 'CALL_TIER_SKIPPED' });
  });

  it('[CC7] not on the word of a tier below: a grid worker of the village committee has not mediated for the village', () => {
    const worker = actor('grid-worker', 'village', `${TOWN}201`);
    const fromGrid = after(drafted({ attempts: [tried('village', 'mediated')], toUnitId: id('village'), itemNo: null }, worker, caseIn('filed'), more), { action: 'sign', by: worker }, { ...ANSWER, by: head });
    const straight = drafted({ attempts: [tried('village', 'handled')], toUnitId: null, itemNo: null }, head, fromGrid.item, { ...more, earlier: [{ ...fromGrid.call, state: 'finished' }], id: 'k2' });
    expect(refusalOf(after(straight), { action: 'sign', by: head, earlier: [fromGrid.call] })).toMatchObject({ code: 'CALL_TIER_SKIPPED', rule: 'CC7' });
    expect(fromGrid).toMatchObject({ call: { to: 'village' }, item: { state: 'handling', leadDepartmentId: 'village' } });
  });

  it('[CC7] not on what stands in a draft that was never sent', () => {
    const unsent = { ...after(drafted({ attempts: [tried('village', 'mediated')], toUnitId: null, itemNo: null }, head, caseIn('handling'), more)).call, state: 'withdrawn' as const };
    const straight = after(drafted({ attempts: [tried('justice', 'mediated')], toUnitId: id('c-land') }, chief, caseIn('handling'), { ...more, earlier: [unsent], id: 'k2' }));
    expect(refusalOf(straight, { ...SIGN, earlier: [unsent] })).toMatchObject({ code: 'CALL_TIER_SKIPPED', rule: 'CC7' });
    const sent = { ...unsent, calledAt: FRIDAY };
    expect(move(straight, { ...SIGN, earlier: [sent] })).toMatchObject({ ok: true });
  });

  it('[CC3] from the grid to its own village and no other', () => {
    const worker = actor('grid-worker', 'village', `${TOWN}201`);
    const call = (toUnitId: string) => after(drafted({ attempts: [tried('village')], toUnitId: id(toUnitId), itemNo: null }, worker, caseIn('filed'), more));
    for (const other of ['village-2', 'justice']) expect(refusalOf(call(other), { action: 'sign', by: worker })).toMatchObject({ code: 'CALL_UNIT_OF_OTHER_TIER', rule: 'CC3' });
    expect(move(call('village'), { action: 'sign', by: worker })).toMatchObject({ ok: true, value: { call: { to: 'village', state: 'called' } } });
  });

  it('[CC7] from the village to the township to the county, and the case with it', () => {
    const justice = actor('department', 'justice');
    const toTown = after(drafted({ attempts: [tried('village', 'mediated')], toUnitId: null, itemNo: null }, head, caseIn('handling', { leadDepartmentId: id('village') }), more),
      { action: 'sign', by: head }, { action: 'assign', by: chief, payload: { departmentId: id('justice') } }, { ...ANSWER, by: justice });
    expect(toTown).toMatchObject({ call: { to: 'township', state: 'answered' }, item: { state: 'handling', leadDepartmentId: 'justice' } });
    const failed = after({ ok: true, value: toTown }, { action: 'mediate', by: justice, payload: { mediation: 'failed', words: '赔偿差距过大' } },
      { action: 'finish', by: justice, payload: { words: '调解不成，建议提级', isSolved: false } });
    expect(failed).toMatchObject({ call: { state: 'finished', isSolved: false }, item: { state: 'handling' } });

    const toCounty = drafted({ attempts: [tried('justice', 'mediated')], toUnitId: id('c-land') }, chief, failed.item, { ...more, earlier: [failed.call], id: 'k2' });
    const called = after(toCounty, { ...SIGN, earlier: [failed.call] });
    expect(called.item.state).toBe('county-called');
    const land = actor('county-department', 'c-land', '320281');
    const agreed = after({ ok: true, value: called }, { ...ANSWER, by: land }, { action: 'mediate', by: land, payload: { mediation: 'agreed', words: '签订调解协议' } },
      { action: 'finish', by: land, payload: { words: '已签协议并司法确认', isSolved: true } });
    expect(agreed).toMatchObject({ call: { to: 'county', state: 'finished', isSolved: true }, item: { state: 'handled', id: failed.item.id } });
  });

  it('[CC12] does not end without a record of mediation that says the same', () => {
    const pair = after(drafted({ attempts: [tried('village', 'mediated'), tried('justice', 'mediated')] }, chief, caseIn('handling'), more), SIGN, ANSWER, PLAN);
    expect(refusalOf(pair, FINISH)).toMatchObject({ code: 'CALL_NOT_MEDIATED', rule: 'CC12' });
    const failed = after({ ok: true, value: pair }, { action: 'mediate', by: water, payload: { mediation: 'failed', words: '一方缺席' } });
    expect(refusalOf(failed, FINISH)).toMatchObject({ code: 'CALL_NOT_MEDIATED' });
    expect(after({ ok: true, value: failed }, { action: 'finish', by: water, payload: { words: '引导诉讼', isSolved: false } }).item.state).toBe('handled');
  });
});
