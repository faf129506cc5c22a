import type { Actor, ActorRole } from '../access/index.ts';
import { asId, type CaseId, type Result } from '../base/index.ts';
import type { Alarm, AlarmFacts, AlarmPayload, AlarmRule } from './alarm.ts';
import { decideAlarm, raiseAlarm } from './decide-alarm.ts';
import { evolveAlarm } from './evolve-alarm.ts';
import type { AlarmAction } from './life-cycle.ts';
import type { TakeoverRule } from './takeover-rules.ts';

/** Monday, 5 January 2026, nine in the morning in Shanghai. */
export const NINE = Date.parse('2026-01-05T09:00:00+08:00');
export const MINUTE = 60_000;

export const LADDER: TakeoverRule['ladder'] = [
  { name: '值班长', roles: ['duty-chief'], afterMin: 0 }, { name: '指挥长', roles: ['commander'], afterMin: 1 }, { name: '县级', roles: ['county-centre'], afterMin: 10 },
];

export const specRule: TakeoverRule = {
  id: 'critical', name: '特急案件', on: 'critical-case', typeCodes: [], areas: [], alsoOwned: false, sound: 'urgent', isHeardInQuietHours: true,
  sentence: '{place}，{matter}，请{post}立即确认', ladder: LADDER, dwellS: 20,
};

export function keptRule(change: Partial<AlarmRule> = {}): AlarmRule {
  const { id, name, sound, isHeardInQuietHours, sentence, ladder } = specRule;
  return { id, name, rank: 0, sound, isHeardInQuietHours, sentence, ladder, dwellMs: 20_000, ...change };
}

export function actor(role: ActorRole): Actor {
  return { id: `p-${role}`, name: role, role, unitId: null, parentUnitId: null, areaCode: '' };
}

export function anAlarm(change: Partial<AlarmFacts> = {}, at = NINE): Alarm {
  const facts: AlarmFacts = {
    id: 'case.c1.1', happening: 'critical-case', cause: { kind: 'case', caseId: asId<CaseId>('c1') }, matter: '燃气管道泄漏', areaCode: '320281104001001', lngLat: [120.2, 31.7],
    rule: keptRule(), rulesVersion: 'v1', members: [], ...change,
  };
  return evolveAlarm(null, raiseAlarm(facts, actor('system'), at));
}

/** Acts on an alarm at an instant; a shelf may last a day. */
export function act(alarm: Alarm, action: AlarmAction, role: ActorRole, now: number, payload: AlarmPayload = {}): Result<Alarm> {
  const decided = decideAlarm(alarm, { action, expectedRevision: alarm.revision, actor: actor(role), payload }, { now, longestShelfMin: 1_440 });
  return decided.ok ? { ok: true, value: evolveAlarm(alarm, decided.value) } : decided;
}

/** As `act`, where it is sure to be allowed. */
export function after(alarm: Alarm, action: AlarmAction, role: ActorRole, now: number, payload: AlarmPayload = {}): Alarm {
  const done = act(alarm, action, role, now, payload);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}
