import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '@wangge/server/app';
import type { AlarmsBoard, ShownAlarm } from '@wangge/shared/alarm';
import { dateKey } from '@wangge/shared/base';
import type { BoardAnswer, TerminalRow, TerminalsBoard, UnitRow } from '@wangge/shared/wire';
import { openTerminal, type TerminalLine } from '../support/terminal-line.ts';
import { startTestApp, type Answer, type Caller, type TestApp } from '../support/test-app.ts';
import { realClock } from '../support/push-server.ts';

const PHONE = '13900000001';
const PLACE = { lng: 120.28, lat: 31.8 };

let aheadMs = 0;
const clock: Clock = { ...realClock, now: () => Date.now() + aheadMs };
let test: TestApp;
let keys = 0;
const commandId = (): string => `command-${(keys += 1)}`;
const lines: TerminalLine[] = [];

beforeEach(async () => {
  aheadMs = 0;
  test = await startTestApp(undefined, {}, clock);
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.hangUp();
  await test.close();
});

async function dial(code?: string): Promise<TerminalLine> {
  const line = await openTerminal(test.app.address.jt808 ?? '', PHONE, code);
  lines.push(line);
  return line;
}

const units = async (who = 'dispatcher'): Promise<readonly UnitRow[]> => (await test.as(who).call('GET', '/api/v1/units')).body as unknown as UnitRow[];
const unitId = async (): Promise<string> => (await board()).find(({ standing }) => standing === 'online')!.unitId;
async function board(who: Caller = test.as('dispatcher')): Promise<readonly TerminalRow[]> {
  return (((await who.call('GET', '/api/v1/boards/terminals')).body as unknown as BoardAnswer).board as TerminalsBoard).terminals;
}

/** Gives an order and lets the terminal answer the one it hears. */
async function order(line: TerminalLine, ask: () => Promise<Answer>, answer: (serial: number) => void): Promise<Answer> {
  const before = line.orders.length;
  const asked = ask();
  await expect.poll(() => line.orders.length, { timeout: 3_000 }).toBe(before + 1);
  answer(line.orders[before]!.serial);
  return asked;
}

describe('terminals', () => {
  it('[TM7] are known by their code after a restart, without registering again', async () => {
    const { code } = await dial();
    test = await test.restart();
    expect((await dial(code)).code).toBe(code);
    await expect(dial('a guess')).rejects.toThrow('not admitted');
  });

  it('[TM9] [TM6] are seen by who has their area: online, doubled, offline after three missed heartbeats on their unit, and back', async () => {
    expect((await board()).every(({ standing }) => standing === 'never')).toBe(true);
    const line = await dial();
    await line.tell({ ...PLACE, at: clock.now() - 1_000, alarmBits: 1 << 23 });
    const mine = async () => (await board()).find(({ standing }) => standing !== 'never');
    expect(await mine()).toMatchObject({ standing: 'online', carrier: 'tcp', doubles: 0, alarms: [{ name: 'off-route' }] });
    await dial();
    expect(await mine()).toMatchObject({ standing: 'online', doubles: 1, doubledAt: expect.any(Number) });
    expect(await board(test.as('other-chief'))).toEqual([]);
    expect((await test.as('walker').call('GET', '/api/v1/boards/terminals')).status).toBe(403);

    const id = await unitId();
    const isOffline = async () => (await units()).find((unit) => unit.id === id)?.isOffline;
    aheadMs = 179_000;
    expect(await isOffline()).toBe(false);
    aheadMs = 185_000;
    expect(await isOffline()).toBe(true);
    expect(await mine()).toMatchObject({ standing: 'offline' });
    await (await dial()).tell({ ...PLACE, at: clock.now() });
    expect(await isOffline()).toBe(false);
  });

  it('[TM9] are offline at once when they log out, and after a restart once they had time to come back', async () => {
    const line = await dial();
    const id = await unitId();
    const isOffline = async () => (await units()).find((unit) => unit.id === id)?.isOffline;
    line.say((terminal) => terminal.logout());
    await expect.poll(isOffline).toBe(true);
    test = await test.restart();
    expect((await board()).find((row) => row.unitId === id)?.standing).toBe('awaited');
    expect(await isOffline()).toBe(false);
    aheadMs = 181_000;
    expect(await isOffline()).toBe(true);
  });

  it('[TM10] show and say what an operator writes, once however often the command comes, and it is in the log', async () => {
    const line = await dial();
    const id = await unitId();
    const body = { commandId: commandId(), text: '请立即前往东村红绿灯，注意安全！', isUrgent: true, isSpoken: true };
    const send = (who = 'dispatcher', more: object = {}): Promise<Answer> => test.as(who).call('POST', `/api/v1/terminals/${id}/texts`, { ...body, ...more });
    const done = await order(line, send, (ackSerial) => line.say((terminal) => terminal.reply({ ackSerial, ackId: 0x8300, result: 0 })));
    expect(done).toMatchObject({ status: 200, body: { unitId: id, outcome: 'done' } });
    expect(line.orders).toMatchObject([{ messageId: 0x8300, text: body.text, isUrgent: true, isSpoken: true }]);
    expect((await send()).status).toBe(200);
    expect(await send('dispatcher', { text: '另一句' })).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(line.orders).toHaveLength(1);

    for (const who of ['intake', 'leader', 'walker', 'squad0', 'auditor', 'admin']) expect((await send(who)).status, who).toBe(403);
    expect(await send('other-chief', { commandId: commandId() })).toMatchObject({ status: 404, body: { code: 'OBJECT_NOT_FOUND' } });
    for (const text of ['', '表情😀', '倒\u202e写', '一'.repeat(201), '换\n行']) expect(await send('dispatcher', { commandId: commandId(), text }), text).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID', field: 'text' } });
    expect(line.orders).toHaveLength(1);

    const log = async () => (await test.as('auditor').call('GET', '/api/v1/audit?kind=command')).body as unknown as { entries: readonly object[] };
    const entry = (actorName: string, result: string, code: string | null): object => expect.objectContaining({ actorName, action: 'command.terminals', object: `terminals/${id}/texts`, result, code });
    await expect.poll(async () => (await log()).entries).toContainEqual(entry('dispatcher', 'ok', null));
    expect((await log()).entries).toContainEqual(entry('intake', 'refused', 'ACTION_FORBIDDEN'));
  });

  it('[TM12] complain: what the list of rules names calls people, the rest is seen on the board with area, direction and place', async () => {
    const line = await dial();
    const id = await unitId();
    const mine = async () => (await board()).find((row) => row.unitId === id);
    const alarms = async (): Promise<readonly ShownAlarm[]> => (((await test.as('chief').call('GET', '/api/v1/boards/alarms')).body as unknown as BoardAnswer).board as AlarmsBoard).alarms;
    const cross = { alarmBits: 1 << 20, border: { shape: 3, id: 12, isExit: true } };
    await line.tell({ ...PLACE, at: clock.now() - 5_000, ...cross });
    await line.tell({ ...PLACE, at: clock.now() - 4_000 });
    await line.tell({ ...PLACE, at: clock.now() - 3_000, alarmBits: 1 << 30 });
    expect(await mine()).toMatchObject({ alarms: [{ name: 'rollover' }], past: [{ name: 'area', zone: { shape: 'polygon', id: 12 }, isExit: true, lngLat: [PLACE.lng, PLACE.lat] }] });
    await expect.poll(alarms, { timeout: 4_000 }).toMatchObject([{ happening: 'terminal-rollover', matter: '侧翻报警', unitId: id, rule: { sound: 'urgent' } }]);

    const rule = { id: 'left', name: '离开区域', on: 'terminal-area', typeCodes: [], areas: [], alsoOwned: false, sound: 'once', isHeardInQuietHours: false, sentence: '{place}{matter}，请{post}核实', ladder: [{ name: '值班长', roles: ['duty-chief'], afterMin: 0 }], dwellS: 20 };
    const effectiveFrom = dateKey(clock.now());
    const text = JSON.stringify({ version: '县定', effectiveFrom, rules: [rule], flood: { members: 10, windowMin: 10 }, longestShelfMin: 60, quiet: { from: '22:00', to: '06:00' } });
    expect((await test.as('admin').call('POST', '/api/v1/lists/takeover-rules/versions', { version: '县定', effectiveFrom, documentNo: '', isConfirmed: true, text })).status).toBeLessThan(300);
    await line.tell({ ...PLACE, at: clock.now() - 2_000, alarmBits: 1 << 30 });
    await line.tell({ ...PLACE, at: clock.now() - 1_000, ...cross });
    await line.tell({ ...PLACE, at: clock.now() });
    await expect.poll(async () => (await alarms()).map(({ matter }) => matter), { timeout: 4_000 }).toEqual(['离开多边形区域 12', '侧翻报警']);
    expect((await mine())?.past.map(({ name }) => name)).toEqual(['area', 'rollover', 'area']);
  });

  it('[TM10] say where they are and what they are set to, take new settings, and refuse; none is asked that is not there', async () => {
    const line = await dial();
    const id = await unitId();
    const ask = (who: string, path: string, more: object = {}, method = 'POST'): Promise<Answer> => test.as(who).call(method, `/api/v1/terminals/${id}/${path}`, { commandId: commandId(), ...more });
    const at = Math.floor(clock.now() / 1_000) * 1_000;
    expect(await order(line, () => ask('chief', 'location-queries'), (serial) => line.say((terminal) => terminal.answerLocation(serial, { ...PLACE, at, speedKmh: 12 }))))
      .toMatchObject({ status: 200, body: { outcome: 'fix', ...PLACE, at, speedKmh: 12, hasFix: true } });
    expect(await order(line, () => ask('commander', 'parameter-queries'), (serial) => line.say((terminal) => terminal.answerParameters(serial, { heartbeatS: 60, reportS: 30 }))))
      .toMatchObject({ status: 200, body: { values: { heartbeatS: 60, reportS: 30 } } });
    expect(await ask('dispatcher', 'parameter-queries')).toMatchObject({ status: 403 });
    expect(await ask('commander', 'parameters', { values: {} }, 'PUT')).toMatchObject({ status: 400, body: { field: 'values' } });
    expect(await order(line, () => ask('admin', 'parameters', { values: { reportS: 10 } }, 'PUT'), (ackSerial) => line.say((terminal) => terminal.reply({ ackSerial, ackId: 0x8103, result: 3 }))))
      .toMatchObject({ status: 422, body: { code: 'TERMINAL_REFUSED', detail: '不支持' } });
    expect(line.orders.at(-1)).toMatchObject({ messageId: 0x8103, values: { reportS: 10 } });
    line.hangUp();
    await expect.poll(async () => (await ask('dispatcher', 'location-queries')).body.code).toBe('TERMINAL_OFFLINE');
    expect(await test.as('dispatcher').call('POST', '/api/v1/terminals/nobody/location-queries', { commandId: commandId() })).toMatchObject({ status: 404 });
  });
});
