import { describe, expect, it } from 'vitest';
import { LADDER, MINUTE, NINE, act, actor, after, anAlarm } from './alarm.fixture.ts';
import { dueRungOf, isShelfOver, rungTimes } from './climbing.ts';
import { allowedOnAlarm, answerByDispatch } from './decide-alarm.ts';
import { evolveAlarm } from './evolve-alarm.ts';

describe('the life of an alarm', () => {
  it('[TK3] is acknowledged by person and time, by anybody on its ladder and nobody else', () => {
    const alarm = anAlarm();
    expect(act(alarm, 'acknowledge', 'dispatcher', NINE)).toMatchObject({ ok: false, error: { code: 'ALARM_NOT_ON_LADDER', rule: 'TK3' } });
    expect(act(alarm, 'acknowledge', 'wall', NINE)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
    expect(act(alarm, 'acknowledge', 'commander', NINE + 7_000)).toMatchObject({ ok: true, value: { state: 'acknowledged', acknowledged: { byName: 'commander', role: 'commander', at: NINE + 7_000, isByDispatch: false } } });
    expect(act(after(alarm, 'acknowledge', 'commander', NINE), 'acknowledge', 'duty-chief', NINE)).toMatchObject({ ok: false, error: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
    expect(allowedOnAlarm(alarm, actor('duty-chief'), { now: NINE, longestShelfMin: 60 })).toEqual(['acknowledge', 'shelve']);
    expect(allowedOnAlarm(alarm, actor('wall'), { now: NINE, longestShelfMin: 60 })).toEqual([]);
  });

  it('[TK4] calls one rung after the other by the clock, each once, and none once somebody answered', () => {
    const alarm = anAlarm();
    expect(rungTimes(alarm)).toEqual([NINE, NINE + MINUTE, NINE + 10 * MINUTE]);
    expect(dueRungOf(alarm, NINE + MINUTE - 1)).toBeNull();
    expect(dueRungOf(alarm, NINE + MINUTE)).toBe(1);
    const climbed = after(alarm, 'climb', 'system', NINE + MINUTE, { rung: 1 });
    expect(dueRungOf(climbed, NINE + 9 * MINUTE)).toBeNull();
    expect(dueRungOf(climbed, NINE + 10 * MINUTE)).toBe(2);
    expect(dueRungOf(after(climbed, 'acknowledge', 'county-centre', NINE + 2 * MINUTE), NINE + 60 * MINUTE)).toBeNull();
    const top = after(climbed, 'climb', 'system', NINE + 10 * MINUTE, { rung: 2 });
    expect(top.calledAt).toHaveLength(LADDER.length);
    expect(dueRungOf(top, NINE + 600 * MINUTE)).toBeNull();
  });

  it('[TK5] rests only with a reason and an end within the longest, and then calls everybody anew', () => {
    const alarm = anAlarm();
    expect(act(alarm, 'shelve', 'duty-chief', NINE, { until: NINE + MINUTE })).toMatchObject({ ok: false, error: { field: 'text' } });
    expect(act(alarm, 'shelve', 'duty-chief', NINE, { text: '演练', until: NINE })).toMatchObject({ ok: false, error: { code: 'ALARM_SHELF_END', rule: 'TK5', field: 'until' } });
    expect(act(alarm, 'shelve', 'duty-chief', NINE, { text: '演练', until: NINE + 1_441 * MINUTE })).toMatchObject({ ok: false, error: { code: 'ALARM_SHELF_END' } });
    const shelved = after(alarm, 'shelve', 'duty-chief', NINE, { text: '演练', until: NINE + 30 * MINUTE });
    expect(shelved).toMatchObject({ state: 'shelved', shelf: { byName: 'duty-chief', text: '演练', until: NINE + 30 * MINUTE } });
    expect(dueRungOf(shelved, NINE + 20 * MINUTE)).toBeNull();
    expect([NINE + 30 * MINUTE - 1, NINE + 30 * MINUTE].map((now) => isShelfOver(shelved, now))).toEqual([false, true]);
    const back = after(shelved, 'unshelve', 'system', NINE + 30 * MINUTE);
    expect(back).toMatchObject({ state: 'raised', shelf: null, calledAt: [NINE + 30 * MINUTE] });
    expect(dueRungOf(back, NINE + 31 * MINUTE)).toBe(1);
  });

  it('[TK8] is answered by whoever sends a team, whatever their post', () => {
    const alarm = anAlarm();
    const answered = answerByDispatch(alarm, actor('dispatcher'), NINE + 5_000);
    if (!answered.ok) throw new Error(answered.error.code);
    expect(evolveAlarm(alarm, answered.value)).toMatchObject({ state: 'acknowledged', acknowledged: { role: 'dispatcher', isByDispatch: true } });
    expect(answerByDispatch(after(alarm, 'acknowledge', 'duty-chief', NINE), actor('dispatcher'), NINE)).toMatchObject({ ok: false, error: { rule: 'TK8' } });
  });

  it('[TK9] is closed by hand with words once somebody answered, and ends with its cause from anywhere', () => {
    const alarm = anAlarm();
    expect(act(alarm, 'close', 'duty-chief', NINE, { text: '误报' })).toMatchObject({ ok: false });
    const answered = after(alarm, 'acknowledge', 'duty-chief', NINE);
    expect(act(answered, 'close', 'duty-chief', NINE)).toMatchObject({ ok: false, error: { field: 'text' } });
    expect(after(answered, 'close', 'duty-chief', NINE + 1, { text: '误报' })).toMatchObject({ state: 'closed', closed: { text: '误报' } });
    expect(after(alarm, 'end', 'system', NINE + 1, { text: 'case-ended' })).toMatchObject({ state: 'closed', acknowledged: null });
  });
});
