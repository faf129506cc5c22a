import { describe, expect, it } from 'vitest';
import { reportedCase, specType } from '../case/case.fixture.ts';
import type { Case } from '../case/index.ts';
import { MINUTE, NINE, after, anAlarm, keptRule, specRule } from './alarm.fixture.ts';
import type { Alarm } from './alarm.ts';
import { isQuietAt, sentenceOf, soundNow, takeoverOf } from './attention.ts';
import { caseAlarmId, happeningsOf, isOwned, ruleFor } from './causes.ts';
import { floodFacts, floodStep } from './flood.ts';
import { takeoverProblems } from './takeover-rules.ts';

const red = { ...specRule, id: 'red', on: 'red-lamp' as const };
const flood = { members: 10, windowMin: 10 };

describe('what raises an alarm', () => {
  it('[TK1] takes the first rule that names what happened, the place and the type', () => {
    const gas = { ...specRule, id: 'gas', typeCodes: ['E0403'] };
    const elsewhere = { ...specRule, id: 'elsewhere', areas: ['320281105'] };
    const occurrence = { happening: 'critical-case' as const, areaCode: '320281104001001', typeCode: 'E0403', isOwned: false };
    expect(ruleFor([elsewhere, gas, specRule], occurrence)).toMatchObject({ id: 'gas', rank: 1, dwellMs: 20_000 });
    expect(ruleFor([elsewhere, gas, specRule], { ...occurrence, typeCode: 'S010' })).toMatchObject({ id: 'critical' });
    expect(ruleFor([elsewhere], occurrence)).toBeNull();
    expect(ruleFor([red], { ...occurrence, happening: 'sos' })).toBeNull();
    expect(ruleFor([red], { ...occurrence, happening: 'red-lamp', isOwned: true })).toBeNull();
    expect(ruleFor([{ ...red, alsoOwned: true }], { ...occurrence, happening: 'red-lamp', isOwned: true })).toMatchObject({ id: 'red' });
  });

  it('[TK1] hears a case that is 特急, 重大 or red, and none that a team was sent to or that is over', () => {
    const item = reportedCase({ ...specType, level: 'major', urgency: 'critical' });
    expect(happeningsOf(item, item.reportedAt)).toEqual(['critical-case', 'major-event']);
    expect(happeningsOf(item, item.reportedAt + 101 * MINUTE)).toEqual(['critical-case', 'major-event', 'red-lamp']);
    expect(happeningsOf(reportedCase(), item.reportedAt)).toEqual([]);
    expect(isOwned(item)).toBe(false);
    expect(happeningsOf({ ...item, state: 'refused' }, item.reportedAt)).toEqual([]);
    expect(happeningsOf({ ...item, state: 'handled' }, item.reportedAt)).toEqual([]);
    const order = { teamId: 't1' } as unknown as Case['order'];
    expect(happeningsOf({ ...item, order }, item.reportedAt)).toEqual([]);
    expect(isOwned({ ...item, order })).toBe(true);
  });

  it('[TK2] names the alarm after its cause, so that the same case makes one and turning red another', () => {
    const item = reportedCase();
    expect(caseAlarmId(item, 'critical-case')).toBe(caseAlarmId(item, 'major-event'));
    expect(caseAlarmId(item, 'red-lamp')).not.toBe(caseAlarmId(item, 'critical-case'));
  });
});

describe('a flood', () => {
  const some = (count: number, from = NINE): Alarm[] => Array.from({ length: count }, (_, index) => anAlarm({ id: `a${index}`, rule: keptRule({ rank: index === 4 ? 0 : 2 }) }, from + index * 1_000));

  it('[TK6] begins with the eleventh alarm of a township within ten minutes and takes in those nobody answered', () => {
    const ten = some(10);
    expect(floodStep(ten[9]!, ten, { flood })).toEqual({ kind: 'alone' });
    const eleven = some(11);
    eleven[0] = after(eleven[0]!, 'acknowledge', 'duty-chief', NINE);
    const step = floodStep(eleven[10]!, eleven, { flood });
    expect(step).toMatchObject({ kind: 'begins', townCode: '320281104' });
    expect(step.kind === 'begins' && step.members.map(({ id }) => id)).not.toContain('a0');
    expect(floodStep(anAlarm({ id: 'late' }, NINE + 20 * MINUTE), [...eleven], { flood })).toEqual({ kind: 'alone' });
    expect(floodStep(anAlarm({ id: 'other', areaCode: '320281105001' }, NINE + 11_000), eleven, { flood })).toEqual({ kind: 'alone' });
  });

  it('[TK6] weighs as its heaviest member, lists them all and takes in what comes after, until it is answered', () => {
    const facts = floodFacts('320281104', some(11), NINE);
    expect(facts).toMatchObject({ happening: 'flood', rule: { rank: 0 }, areaCode: '320281104' });
    expect(facts.members).toHaveLength(11);
    const running = anAlarm(facts, NINE + 11_000);
    const fresh = anAlarm({ id: 'next' }, NINE + 12_000);
    expect(floodStep(fresh, [...some(11), running, fresh], { flood })).toMatchObject({ kind: 'joins' });
    expect(after(running, 'grow', 'system', NINE + 12_000, { memberId: 'next' }).members).toHaveLength(12);
    const answered = after(running, 'acknowledge', 'duty-chief', NINE + 12_000);
    expect(floodStep(fresh, [...some(11), answered, fresh], { flood })).toMatchObject({ kind: 'begins' });
  });
});

describe('what a room sees and hears', () => {
  it('[TK11] shows the heaviest that nobody answered, then what was answered last until its dwell is over', () => {
    const light = anAlarm({ id: 'light', rule: keptRule({ rank: 3 }) }, NINE);
    const heavy = anAlarm({ id: 'heavy' }, NINE + 5_000);
    expect(takeoverOf([light, heavy], NINE + 6_000)?.id).toBe('heavy');
    const answered = after(heavy, 'acknowledge', 'duty-chief', NINE + 10_000);
    expect(takeoverOf([light, answered], NINE + 11_000)?.id).toBe('light');
    expect(takeoverOf([answered], NINE + 29_999)?.id).toBe('heavy');
    expect(takeoverOf([answered], NINE + 30_000)).toBeNull();
    expect(takeoverOf([after(light, 'shelve', 'duty-chief', NINE, { text: '演练', until: NINE + MINUTE })], NINE)).toBeNull();
  });

  it('[TK12] is silent once answered or shelved, and in quiet hours but for what the rule lets through', () => {
    const quiet = { from: '22:00', to: '06:30' };
    const [night, day] = [Date.parse('2026-01-05T23:10:00+08:00'), NINE];
    expect([night, day, Date.parse('2026-01-06T06:30:00+08:00')].map((at) => isQuietAt(quiet, at))).toEqual([true, false, false]);
    expect(isQuietAt({ from: '12:00', to: '13:30' }, Date.parse('2026-01-05T13:00:00+08:00'))).toBe(true);
    const alarm = anAlarm();
    expect(soundNow(alarm, true)).toBe('urgent');
    expect(soundNow({ ...alarm, rule: keptRule({ isHeardInQuietHours: false, sound: 'once' }) }, true)).toBe('none');
    expect(soundNow(after(alarm, 'acknowledge', 'duty-chief', NINE), false)).toBe('none');
    expect(sentenceOf('{place}，{matter}，请{post}确认', { place: '璜塘村', matter: '燃气管道泄漏', post: '值班长' })).toBe('璜塘村，燃气管道泄漏，请值班长确认');
  });

  it('[TK13] refuses rules that could not reach anybody', () => {
    const broken = { ...specRule, sentence: '{who}', typeCodes: ['X'], ladder: [{ name: '甲', roles: [], afterMin: 1 }, { name: '乙', roles: ['commander' as const], afterMin: 1 }] };
    expect(takeoverProblems({ rules: [specRule, broken] }, (code) => code !== 'X').map(({ path }) => path)).toEqual([
      'rules.1.id', 'rules.1.typeCodes.0', 'rules.1.sentence', 'rules.1.ladder.0.roles', 'rules.1.ladder.0.afterMin', 'rules.1.ladder.1.afterMin',
    ]);
    expect(takeoverProblems({ rules: [{ ...specRule, ladder: [] }] }, () => true)).toHaveLength(1);
    expect(takeoverProblems({ rules: [] }, () => true)).toHaveLength(1);
    expect(takeoverProblems({ rules: [specRule] }, () => true)).toEqual([]);
  });
});
