import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '../access/index.ts';
import { DAY_MS } from '../base/index.ts';
import { shanghai, specCalendar } from '../calendar/calendar.fixture.ts';
import {
  decideOpening, decidePenalty, decideRaid, decideRaidPlan, evolvePenalty, evolveRaid, penaltyActions, penaltyFigures, raidActions,
  type EnforcementPower, type Penalty, type PenaltyContext, type PenaltyFacts, type PenaltyPayload, type PenaltyRules, type RaidPayload,
} from './index.ts';

const T0 = shanghai('2026-01-05 09:00');
const rules: PenaltyRules = {
  onSpotMaxFineYuan: { person: 200, organisation: 3_000 }, officersRequired: 2, decisionLimit: { value: 90, unit: 'day' }, statementLimit: { value: 5, unit: 'work_day' },
  publishLimit: { value: 7, unit: 'work_day' }, stepLimits: { 'on-spot': { value: 2, unit: 'work_day' }, decided: { value: 7, unit: 'day' } },
};
const power: EnforcementPower = { code: 'Q1', name: '占道经营', fromDepartment: '城管局', basis: '某法第一条', holders: ['综合执法队'], needsReview: true, allowsOnSpot: true };
const officers = [{ personId: 'p1', name: '甲', certificateNo: 'A1' }, { personId: 'p2', name: '乙', certificateNo: 'A2' }];
const facts: PenaltyFacts = {
  id: 'x', no: 'N1', procedure: 'ordinary', powerCode: 'Q1', power, powersVersion: 'v', party: { kind: 'person', name: '某甲', idNo: '1' }, officers, villageCode: '320281104001',
  place: '某路', fact: '占道', caseId: null, decisionNo: null, fineYuan: null, photos: ['a'], unitId: 'zf1', parentUnitId: 'dept-enforcement',
};

function actor(role: ActorRole, id = `a-${role}`, unitId: string | null = role === 'squad' ? 'zf1' : role === 'department' ? 'dept-enforcement' : null): Actor {
  return { id, name: id, role, unitId, parentUnitId: role === 'squad' ? 'dept-enforcement' : null, areaCode: '320281104' };
}
const at = (now: number): PenaltyContext => ({ now, calendar: specCalendar, rules });
const squad = actor('squad');
const names = ['执法一组', '综合执法队'];

function opened(more: Partial<PenaltyFacts> = {}): Penalty {
  const decided = decideOpening({ ...facts, ...more }, squad, names, at(T0));
  if (!decided.ok) throw new Error(decided.error.code);
  return evolvePenalty(null, decided.value);
}
function wish(penalty: Penalty, action: string, payload: PenaltyPayload, who: Actor = squad, now = T0) {
  return decidePenalty(penalty, { action, expectedRevision: penalty.revision, actor: who, payload }, at(now));
}
function done(penalty: Penalty, action: string, payload: PenaltyPayload = {}, who: Actor = squad, now = T0): Penalty {
  const decided = wish(penalty, action, payload, who, now);
  if (!decided.ok) throw new Error(`${action}: ${decided.error.code}`);
  return evolvePenalty(penalty, decided.value);
}
const evidence = { officers, note: '现场笔录', photos: ['b'] };
const investigated = (): Penalty => done(opened(), 'collect-evidence', evidence);
const reviewed = (): Penalty => done(done(investigated(), 'send-review', { note: '请审' }), 'pass-review', { note: '同意' }, actor('centre-deputy'));

describe('opening a penalty case', () => {
  it('[EN1] is for units the power is delegated to', () => {
    expect(decideOpening(facts, squad, ['市监一组', '市场监管所'], at(T0))).toMatchObject({ ok: false, error: { code: 'POWER_NOT_DELEGATED', rule: 'EN1', detail: '综合执法队' } });
    expect(opened().state).toBe('filed');
  });

  it.each([
    ['person', 200, true], ['person', 201, false], ['organisation', 3_000, true], ['organisation', 3_001, false],
  ] as const)('[EN3] on the spot fines a %s %d yuan: %s', (kind, fineYuan, isAllowed) => {
    const decided = decideOpening({ ...facts, procedure: 'simple', decisionNo: 'D1', fineYuan, party: { ...facts.party, kind } }, squad, names, at(T0));
    expect(decided.ok).toBe(isAllowed);
    if (!decided.ok) expect(decided.error).toMatchObject({ code: 'PENALTY_FINE_TOO_HIGH', rule: 'EN3', instead: ['ordinary'] });
  });

  it('[EN3] on the spot needs a power that allows it', () => {
    expect(decideOpening({ ...facts, power: { ...power, allowsOnSpot: false }, procedure: 'simple', decisionNo: 'D1' }, squad, names, at(T0))).toMatchObject({ ok: false, error: { code: 'PENALTY_NOT_ON_SPOT' } });
  });

  it('[EN4] on the spot bears the number of its decision and is registered within its limit', () => {
    expect(decideOpening({ ...facts, procedure: 'simple' }, squad, names, at(T0))).toMatchObject({ ok: false, error: { code: 'OBJECT_FIELD_REQUIRED', field: 'decisionNo', rule: 'EN4' } });
    const simple = opened({ procedure: 'simple', decisionNo: 'D1', fineYuan: 50 });
    expect(simple).toMatchObject({ state: 'on-spot', decidedAt: T0, stepClock: { dueAt: shanghai('2026-01-07 17:00') } });
    expect(done(simple, 'register', {}, squad, shanghai('2026-01-08 09:00'))).toMatchObject({ state: 'registered', lateSteps: 1 });
  });

  it('[EN5] needs two officers who show a certificate', () => {
    const two = [officers[0]!, { ...officers[1]!, certificateNo: ' ' }];
    expect(decideOpening({ ...facts, officers: two }, squad, names, at(T0))).toMatchObject({ ok: false, error: { code: 'PENALTY_TOO_FEW_OFFICERS', rule: 'EN5' } });
    expect(wish(opened(), 'collect-evidence', { officers: [officers[0]!, officers[0]!], note: '一人' })).toMatchObject({ ok: false, error: { code: 'PENALTY_TOO_FEW_OFFICERS' } });
  });
});

describe('the ordinary procedure', () => {
  it('[EN2] is in the hands of the unit that opened it', () => {
    expect(wish(opened(), 'collect-evidence', evidence, actor('squad', 'x', 'zf2'))).toMatchObject({ ok: false, error: { code: 'PENALTY_NOT_YOUR_UNIT', rule: 'EN2' } });
    expect(wish(opened(), 'collect-evidence', evidence, actor('department')).ok).toBe(true);
  });

  it('[EN6] is reviewed before the notice where the power requires it, anew after new evidence', () => {
    expect(wish(investigated(), 'notify', { note: '告知' })).toMatchObject({ ok: false, error: { code: 'PENALTY_REVIEW_MISSING', rule: 'EN6' } });
    expect(done(reviewed(), 'notify', { note: '告知' }).state).toBe('noticed');
    const sentBack = done(done(investigated(), 'send-review', { note: '请审' }), 'fail-review', { reason: '证据不足' }, actor('inspector'));
    expect(wish(done(sentBack, 'collect-evidence', evidence), 'notify', { note: '告知' }).ok).toBe(false);
    expect(done(done(opened({ power: { ...power, needsReview: false } }), 'collect-evidence', evidence), 'notify', { note: '告知' }).state).toBe('noticed');
  });

  it('[EN7] is neither reviewed nor decided by who investigated', () => {
    const head = actor('department', 'p1');
    expect(wish(done(investigated(), 'send-review', { note: '请审' }), 'pass-review', { note: '可' }, head)).toMatchObject({ ok: false, error: { code: 'PENALTY_SEPARATION', rule: 'EN7' } });
    const heard = done(done(reviewed(), 'notify', { note: '告知', isWaived: true }), 'hear', { note: '无异议' });
    expect(wish(heard, 'decide', { decisionNo: 'D', fineYuan: 500 }, head)).toMatchObject({ ok: false, error: { code: 'PENALTY_SEPARATION' } });
  });

  it('[EN8] is decided when the party was heard, waived it, or let the time pass', () => {
    const noticed = done(reviewed(), 'notify', { note: '告知' });
    const decide = (p: Penalty, now: number) => wish(p, 'decide', { decisionNo: 'D', fineYuan: 500 }, actor('commander'), now);
    expect(decide(noticed, T0 + DAY_MS)).toMatchObject({ ok: false, error: { code: 'PENALTY_STATEMENT_RUNNING', rule: 'EN8' } });
    expect(decide(noticed, shanghai('2026-01-12 17:01')).ok).toBe(true);
    expect(decide(done(noticed, 'hear', { note: '已听取' }), T0 + DAY_MS).ok).toBe(true);
    expect(decide(done(reviewed(), 'notify', { note: '告知', isWaived: true }), T0 + DAY_MS).ok).toBe(true);
  });

  it('[EN9] counts 90 days to the decision and 7 to its service, and a late one is late', () => {
    const noticed = done(reviewed(), 'notify', { note: '告知', isWaived: true });
    expect(noticed.decisionClock?.dueAt).toBe(shanghai('2026-04-05 23:59') + 59_999);
    const late = done(noticed, 'decide', { decisionNo: 'D', fineYuan: 500 }, actor('commander'), shanghai('2026-04-06 00:00'));
    expect(penaltyFigures([late], shanghai('2026-04-06 10:00'))).toMatchObject({ decidedInTime: { part: 0, whole: 1 }, reviewed: { part: 1, whole: 1 } });
    expect(done(late, 'serve', { note: '直接送达' }, squad, shanghai('2026-04-14 09:00')).lateSteps).toBe(1);
    expect(penaltyFigures([noticed], shanghai('2026-04-06 10:00'))).toMatchObject({ open: 1, late: 1, openedThisMonth: 0 });
  });

  it('[EN10] is public within its limit, once', () => {
    const decided = done(done(reviewed(), 'notify', { note: '告知', isWaived: true }), 'decide', { decisionNo: 'D', fineYuan: 500 }, actor('commander'));
    expect(penaltyFigures([decided], shanghai('2026-01-06 09:00')).publishedInTime).toEqual({ part: 0, whole: 0 });
    expect(penaltyFigures([decided], shanghai('2026-01-20 09:00')).publishedInTime).toEqual({ part: 0, whole: 1 });
    const published = done(decided, 'publish', {}, actor('duty-chief'));
    expect(penaltyFigures([published], shanghai('2026-01-20 09:00')).publishedInTime).toEqual({ part: 1, whole: 1 });
    expect(wish(published, 'publish', {}, actor('duty-chief'))).toMatchObject({ ok: false, error: { code: 'PENALTY_PUBLISHED', rule: 'EN10' } });
    expect(penaltyActions(published, actor('wall'), at(T0))).toEqual([]);
  });

  it('[EN2] is decided, published, ended and withdrawn by no other department than the one that handles it', () => {
    const noticed = done(reviewed(), 'notify', { note: '告知', isWaived: true });
    const decided = done(noticed, 'decide', { decisionNo: 'D', fineYuan: 500 }, actor('department', 'head'));
    const stranger = actor('department', 'else', 'dept-market');
    const tries: [Penalty, string, PenaltyPayload][] = [
      [noticed, 'decide', { decisionNo: 'D', fineYuan: 500 }], [noticed, 'decide-none', { reason: '首违' }], [noticed, 'withdraw', { reason: '撤案' }], [decided, 'publish', {}],
      [done(done(decided, 'serve', { note: '送达' }), 'execute', { note: '缴清' }), 'close', {}],
    ];
    for (const [penalty, action, payload] of tries) expect(wish(penalty, action, payload, stranger)).toMatchObject({ ok: false, error: { code: 'PENALTY_NOT_YOUR_UNIT', rule: 'EN2' } });
    expect(penaltyActions(decided, stranger, at(T0))).toEqual([]);
    expect(wish(decided, 'publish', {}, actor('department')).ok).toBe(true);
  });

  it('ends without a penalty, and counts the steps that hold a photograph', () => {
    const ended = done(investigated(), 'decide-none', { reason: '首违不罚' }, actor('commander'));
    expect(ended).toMatchObject({ state: 'no-penalty', endedAt: T0, stepCount: 3, recordedSteps: 2 });
  });
});

describe('[EN11] a joint raid', () => {
  const chief = actor('duty-chief');
  const plan = { id: 'r', no: 'R1', title: '夜间油烟', areaCode: '320281104', place: '某街', startsAt: T0, units: [
    { unitId: 'zf1', name: '执法一组', headcount: 4, isLead: true }, { unitId: 'dept-market', name: '市场监管所', headcount: 2, isLead: false },
  ] };
  const planned = evolveRaid(null, decideRaidPlan(plan, chief, T0));
  const act = (raid: typeof planned, action: string, payload: RaidPayload, who: Actor) => decideRaid(raid, { action, expectedRevision: raid.revision, actor: who, payload }, T0);
  const next = (raid: typeof planned, action: string, payload: RaidPayload, who: Actor) => {
    const decided = act(raid, action, payload, who);
    if (!decided.ok) throw new Error(decided.error.code);
    return evolveRaid(raid, decided.value);
  };

  it('closes when every unit has reported, and not before', () => {
    const running = next(planned, 'start', {}, squad);
    const half = next(running, 'report', { present: 4, checked: 6, problems: 2, note: '查 6 家' }, squad);
    expect(half.state).toBe('running');
    expect(act(half, 'report', { present: 4, note: '再报' }, squad)).toMatchObject({ ok: false, error: { code: 'RAID_UNIT_REPORTED' } });
    expect(act(half, 'report', { present: 1, note: '旁人' }, actor('squad', 'y', 'zf9'))).toMatchObject({ ok: false, error: { code: 'RAID_UNIT_NOT_IN', rule: 'EN11' } });
    expect(next(half, 'report', { present: 2, note: '无异常' }, actor('department', 'm', 'dept-market')).state).toBe('closed');
    expect(raidActions(half, squad)).toEqual([]);
  });

  it('[EN13] is taken and reached by each unit once, and begins when the lead is there', () => {
    const market = actor('department', 'm', 'dept-market');
    const taken = next(next(planned, 'accept', {}, market), 'arrive', {}, market);
    expect(taken).toMatchObject({ state: 'planned', units: [{ acceptedAt: null, arrivedAt: null }, { acceptedAt: T0, arrivedAt: T0 }] });
    expect(act(taken, 'accept', {}, market)).toMatchObject({ error: { code: 'RAID_STEP_DONE', rule: 'EN13' } });
    expect(act(taken, 'arrive', {}, market)).toMatchObject({ error: { code: 'RAID_STEP_DONE', rule: 'EN13' } });
    const begun = next(taken, 'arrive', {}, squad);
    expect(begun).toMatchObject({ state: 'running', units: [{ acceptedAt: T0, arrivedAt: T0 }, { arrivedAt: T0 }] });
    expect(raidActions(begun, squad)).toEqual(['report']);
    expect(act(begun, 'arrive', {}, actor('squad', 'y', 'zf9'))).toMatchObject({ error: { code: 'RAID_UNIT_NOT_IN' } });
  });
});
