import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlarmDetail, AlarmsBoard } from '@wangge/shared/alarm';
import type { BoardAnswer } from '@wangge/shared/wire';
import { openTerminal } from '../support/terminal-line.ts';
import { API_KEY, WALL_KEY, callerFor, startTestApp, type Answer, type Caller, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let keys = 0;
const commandId = (): string => `command-${(keys += 1)}`;

beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

/** The wall, signed in by the key of its address. */
async function aWall(): Promise<Caller> {
  const answer = await fetch(`${test.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
  const session = /wangge_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  if (!session) throw new Error(`the wall cannot enter: ${answer.status}`);
  return callerFor(test.url, session);
}

const report = (): Promise<Answer> => test.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T9', description: '燃气味很重', lng: 120.22, lat: 31.8 }, { 'x-api-key': API_KEY, 'idempotency-key': commandId() });
const board = async (who: Caller): Promise<AlarmsBoard> => ((await who.call('GET', '/api/v1/boards/alarms')).body as unknown as BoardAnswer).board as AlarmsBoard;

function act(who: Caller, { id, revision }: { readonly id: string; readonly revision: number }, action: string, payload: object = {}): Promise<Answer> {
  return who.call('POST', `/api/v1/alarms/${encodeURIComponent(id)}/commands`, { action, expectedRevision: revision, commandId: commandId(), payload });
}

describe('alarms over HTTP', () => {
  it('[TK13] refuses rules that reach nobody, by line', async () => {
    const rule = { id: 'x', name: '甲', on: 'sos', typeCodes: ['NO'], areas: [], alsoOwned: false, sound: 'none', isHeardInQuietHours: false, sentence: '{who}', ladder: [], dwellS: 20 };
    const text = JSON.stringify({ version: '二', effectiveFrom: '2099-01-01', rules: [rule], flood: { members: 10, windowMin: 10 }, longestShelfMin: 60, quiet: { from: '22:00', to: '06:00' } }, null, 1);
    const answer = await test.as('commander').call('POST', '/api/v1/lists/takeover-rules/versions', { version: '二', effectiveFrom: '2099-01-01', documentNo: '', isConfirmed: true, text });
    expect(answer).toMatchObject({ status: 422, body: { problems: expect.arrayContaining([expect.objectContaining({ column: 'rules.0.ladder' }), expect.objectContaining({ column: 'rules.0.typeCodes.0' }), expect.objectContaining({ column: 'rules.0.sentence' })]) } });
  });

  it('[TK3] [TK10] raises a 特急 case within two seconds, tells who may see it, and is acknowledged by a person on the ladder', async () => {
    expect((await report()).status).toBeLessThan(300);
    const chief = test.as('chief');
    await expect.poll(async () => (await board(chief)).alarms.length, { timeout: 2_000 }).toBe(1);
    const [alarm] = (await board(chief)).alarms;
    if (!alarm) throw new Error('nothing was raised');
    const wall = await aWall();
    expect((await board(wall)).alarms).toMatchObject([{ id: alarm.id, allowed: [] }]);
    expect(await act(wall, alarm, 'acknowledge')).toMatchObject({ status: 403 });
    expect(await act(test.as('dispatcher'), alarm, 'acknowledge')).toMatchObject({ status: 403, body: { code: 'ALARM_NOT_ON_LADDER', rule: 'TK3' } });
    expect(await act(test.as('other-chief'), alarm, 'acknowledge')).toMatchObject({ status: 404 });
    expect((await board(test.as('other-chief'))).alarms).toEqual([]);
    expect(await act(chief, alarm, 'shelve', { text: '演练', until: Date.now() - 1 })).toMatchObject({ status: 422, body: { code: 'ALARM_SHELF_END', field: 'until' } });
    const done = await act(chief, alarm, 'acknowledge');
    expect(done).toMatchObject({ status: 200, body: { state: 'acknowledged', acknowledged: { name: 'chief', role: 'duty-chief' }, allowed: ['close'], timeline: [{ event: 'raised' }, { event: 'acknowledged', actorName: 'chief' }] } });
    expect(await act(test.as('commander'), alarm, 'acknowledge')).toMatchObject({ status: 409, body: { code: 'OBJECT_REVISION_CONFLICT', current: { state: 'acknowledged' } } });
    expect((await board(wall)).alarms[0]?.acknowledged?.name).toBe('c****');
    const closed = (await act(chief, done.body as unknown as AlarmDetail, 'close', { text: '处置完毕' })).body as unknown as AlarmDetail;
    expect(closed).toMatchObject({ state: 'closed', closed: { text: '处置完毕' } });
    expect((await board(chief)).alarms).toEqual([]);
    expect(await chief.call('GET', '/api/v1/alarms?open=false')).toMatchObject({ status: 200, body: { total: 1 } });
  });

  it('[TK14] raises the SOS of a vehicle’s terminal where it stands', async () => {
    const line = await openTerminal(test.app.address.jt808 ?? '', '13900000001');
    const at = Math.floor(Date.now() / 1_000) * 1_000;
    const place = { lng: 120.28, lat: 31.8 };
    await line.tell({ ...place, at: at - 3_000 });
    await line.tell({ ...place, at: at - 2_000, isSos: true });
    await line.tell({ ...place, at: at - 1_000, isSos: true });
    line.hangUp();
    await expect.poll(async () => (await board(test.as('chief'))).alarms, { timeout: 2_000 }).toMatchObject([{ happening: 'sos', subject: expect.any(String), rule: { sound: 'urgent' }, case: null }]);
    const [alarm] = (await board(test.as('chief'))).alarms;
    expect(alarm?.lngLat?.map((degrees) => Math.round(degrees * 1e4) / 1e4)).toEqual([120.28, 31.8]);
  });

  it('[TK2] raises the same once, also after the server was started again', async () => {
    await report();
    await expect.poll(async () => (await board(test.as('chief'))).alarms.length, { timeout: 5_000 }).toBe(1);
    test = await test.restart();
    await report();
    await expect.poll(async () => (await board(test.as('chief'))).alarms.length, { timeout: 5_000 }).toBe(2);
  });
});
