import { describe, expect, it } from 'vitest';
import { MINUTE, NINE, after, anAlarm } from './alarm.fixture.ts';
import { alertKey, callsOf, nextGateway, peopleOn, shownDeliveries, templateFor } from './alert-delivery.ts';
import { alertProblems, fillBody, needsPhone, type AlertGateway, type AlertTemplate } from './alert-settings.ts';

const gateway = (id: string, change: Partial<AlertGateway> = {}): AlertGateway => ({ id, name: id, kind: 'robot', url: 'http://gate.test/', patienceS: 5, roles: [], posts: [], body: { text: '{text}' }, ...change });
const template = (change: Partial<AlertTemplate> = {}): AlertTemplate => ({ on: 'critical-case', text: '{place}，{matter}，请{post}确认', alsoDrills: false, ...change });
const chief = { roles: ['duty-chief' as const], post: '值班长', areaCode: '320281104' };

describe('who is told of an alarm outside', () => {
  it('[NT1] those on a called rung where it lies, and nobody of another place or rung', () => {
    const alarm = anAlarm();
    const [call] = callsOf(alarm);
    const people = [chief, { ...chief, areaCode: '320281105' }, { ...chief, roles: ['commander' as const] }, { ...chief, areaCode: '' }];
    expect(peopleOn(people, call!.rung, [alarm.areaCode])).toEqual([people[0], people[3]]);
    expect(peopleOn(people, call!.rung, [alarm.areaCode, '320281105003'])).toEqual([people[0], people[1], people[3]]);
    const climbed = after(alarm, 'climb', 'system', NINE + MINUTE, { rung: 1 });
    expect(callsOf(climbed).map(({ index, at }) => [index, at])).toEqual([[0, NINE], [1, NINE + MINUTE]]);
  });

  it('[NT1] under a key that is the same for the same call, and another when it calls anew', () => {
    const shelved = after(anAlarm(), 'shelve', 'duty-chief', NINE + 1, { text: '等', until: NINE + MINUTE });
    const anew = after(shelved, 'unshelve', 'system', NINE + MINUTE);
    const keys = [anAlarm(), anAlarm(), anew].map((alarm) => alertKey(alarm, callsOf(alarm)[0]!, 'p1'));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('[NT2] nobody once it was answered or rests', () => {
    for (const alarm of [after(anAlarm(), 'acknowledge', 'duty-chief', NINE + 1), after(anAlarm(), 'shelve', 'duty-chief', NINE + 1, { text: '等', until: NINE + MINUTE })]) expect(callsOf(alarm)).toEqual([]);
    const waiting = { key: 'k', post: '值班长', calledAt: NINE, name: '甲', phone: '', state: 'trying' as const, attempts: [] };
    expect(shownDeliveries({ state: 'acknowledged' }, [waiting, { ...waiting, state: 'told' }]).map(({ state }) => state)).toEqual(['ended', 'told']);
  });

  it('[NT1] by the next gateway in order that is on, tells such people and was not asked', () => {
    const gateways = [gateway('off', { url: '' }), gateway('bosses', { roles: ['leader'] }), gateway('post', { posts: ['值班长'] }), gateway('all')];
    expect(nextGateway({ gateways }, [], chief)?.id).toBe('post');
    expect(nextGateway({ gateways }, [{ gatewayId: 'post' }], chief)?.id).toBe('all');
    expect(nextGateway({ gateways }, [{ gatewayId: 'post' }, { gatewayId: 'all' }], chief)).toBeNull();
    expect(nextGateway({ gateways }, [], { roles: ['leader'], post: '' })?.id).toBe('bosses');
  });

  it('[NT4] of nothing that has no template, nor of a drill whose template does not say so', () => {
    const templates = [template()];
    expect(templateFor({ templates }, anAlarm())).toBe(templates[0]);
    expect(templateFor({ templates }, anAlarm({ happening: 'sos' }))).toBeNull();
    expect(templateFor({ templates }, anAlarm({ isDrill: true }))).toBeNull();
    expect(templateFor({ templates: [template({ alsoDrills: true })] }, anAlarm({ isDrill: true }))).not.toBeNull();
  });
});

describe('a message of a gateway', () => {
  const words = { text: '说"话"{phone}', place: '村', matter: '事', post: '岗', name: '甲', phone: '13900000001', key: 'k', secret: 's' };

  it('[NT1] has the words in its texts, however they are written, and keeps the rest', () => {
    const body = { text: { content: '{text}' }, at: ['{phone}', 7, null], '{name}': true };
    expect(fillBody(body, words)).toEqual({ text: { content: '说"话"{phone}' }, at: ['13900000001', 7, null], '{name}': true });
    expect([needsPhone({ body }), needsPhone({ body: { text: '{text}' } })]).toEqual([true, false]);
  });

  it('[NT7] that could reach nobody or say nothing is refused by its path', () => {
    const wrong = { templates: [template({ text: '{who}' }), template()], gateways: [gateway('a', { body: { to: '{phone}' } }), gateway('a', { kind: 'sms' }), gateway('b', { url: 'http://gate.test/?k={key}' })] };
    expect(alertProblems(wrong).map(({ path }) => path)).toEqual(['templates.0.text', 'templates.1.on', 'gateways.0.body', 'gateways.1.id', 'gateways.1.body', 'gateways.2.url']);
    expect(alertProblems({ templates: [template()], gateways: [gateway('a', { kind: 'voice', url: 'http://gate.test/?k={secret}', body: ['{phone}', '{matter}'] })] })).toEqual([]);
  });
});
