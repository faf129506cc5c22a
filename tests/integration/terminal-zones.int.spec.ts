import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { BoardAnswer, TerminalRow, TerminalsBoard } from '@wangge/shared/wire';
import { openTerminal, type TerminalLine } from '../support/terminal-line.ts';
import { startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const PHONE = '13900000001';
const PLACE = { lng: 120.28, lat: 31.8 };
const TOWN = '320281104';

let test: TestApp;
let line: TerminalLine;
let unitId: string;
let keys = 0;

const rows = async (): Promise<readonly TerminalRow[]> => ((((await test.as('dispatcher').call('GET', '/api/v1/boards/terminals')).body as unknown as BoardAnswer).board as TerminalsBoard).terminals);
const mine = async (): Promise<TerminalRow | undefined> => (await rows()).find((row) => row.unitId === unitId);
const call = (who: string, path: string, body: object): Promise<Answer> => test.as(who).call('POST', `/api/v1/terminals/${unitId}/${path}`, { commandId: `command-${(keys += 1)}`, ...body });

beforeEach(async () => {
  test = await startTestApp();
  line = await openTerminal(test.app.address.jt808 ?? '', PHONE);
  unitId = (await rows()).find(({ standing }) => standing === 'online')!.unitId;
});
afterEach(async () => {
  line.hangUp();
  await test.close();
});

/** Gives an order and lets the terminal answer it: 0 done, 3 unsupported. */
async function ordered(who: string, path: string, body: object, result = 0): Promise<Answer> {
  const before = line.orders.length;
  const asked = call(who, path, body);
  await expect.poll(() => line.orders.length, { timeout: 3_000 }).toBe(before + 1);
  const { serial, messageId } = line.orders[before]!;
  line.say((terminal) => terminal.reply({ ackSerial: serial, ackId: messageId, result }));
  return asked;
}

async function publish(fences: readonly object[]): Promise<void> {
  const effectiveFrom = dateKey(Date.now());
  const answer = await test.as('admin').call('POST', '/api/v1/lists/fences/versions', { version: `版 ${(keys += 1)}`, effectiveFrom, documentNo: '', isConfirmed: true, text: JSON.stringify(fences) });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
}

const fence = (id: string, more: object = {}): object => ({ id, name: `${id}区`, kind: 'keep-in', areaCode: TOWN, validFrom: '2026-01-01', validUntil: null, corners: [[120.2, 31.7], [120.3, 31.7], [120.25, 31.8]], ...more });

describe('[TM13] areas of the list on a terminal', () => {
  it('are sent in its edition, listed once it took them, named in its alarms, kept over a restart, and deleted', async () => {
    await publish([fence('work', { name: '作业区' }), fence('school', { name: '护学区', kind: 'slow', validUntil: '2099-12-31', corners: [[120.2, 31.7], [120.3, 31.7], [120.3, 31.8], [120.2, 31.8]] })]);
    expect(await ordered('commander', 'zones', { fenceId: 'work' })).toMatchObject({ status: 200, body: { unitId, outcome: 'done' } });
    expect(line.orders[0]).toMatchObject({ messageId: 0x8604, zones: [{ shape: { kind: 'polygon', corners: [[120.2, 31.7], [120.3, 31.7], [120.25, 31.8]] }, between: null, onEntry: false, onExit: true, limit: null }] });

    expect(await call('commander', 'zones', { fenceId: 'school' })).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID', field: 'limit' } });
    expect((await ordered('admin', 'zones', { fenceId: 'school', limit: { topSpeedKmh: 30, overspeedS: 10 } })).status).toBe(200);
    expect(line.orders[1]).toMatchObject({ messageId: 0x8602, zones: [{ shape: { kind: 'rectangle', northWest: [120.2, 31.8], southEast: [120.3, 31.7] }, between: { until: Date.parse('2099-12-31T23:59:59+08:00') }, limit: { topSpeedKmh: 30 }, isKnown: false }] });
    expect((await ordered('admin', 'zones', { fenceId: 'school', limit: { topSpeedKmh: 40, overspeedS: 10 } })).status).toBe(200);
    expect(line.orders[2]).toMatchObject({ zones: [{ isKnown: true }] });
    expect((await mine())?.zones).toMatchObject([{ name: '作业区', shape: 'polygon', topSpeedKmh: null, byName: 'commander' }, { name: '护学区', shape: 'rectangle', topSpeedKmh: 40, byName: 'admin' }]);

    const { id } = (await mine())!.zones[0]!;
    await line.tell({ ...PLACE, at: Date.now(), alarmBits: 1 << 20, border: { shape: 3, id, isExit: true } });
    expect((await mine())?.alarms).toMatchObject([{ name: 'area', zone: { id, name: '作业区' }, isExit: true }]);

    line.hangUp();
    test = await test.restart();
    line = await openTerminal(test.app.address.jt808 ?? '', PHONE);
    expect((await mine())?.zones).toHaveLength(2);
    expect((await ordered('commander', 'zone-removals', { zoneId: id })).status).toBe(200);
    expect(line.orders.at(-1)).toMatchObject({ messageId: 0x8605, ids: [id] });
    expect((await mine())?.zones).toMatchObject([{ name: '护学区' }]);
    expect(await call('commander', 'zone-removals', { zoneId: id })).toMatchObject({ status: 404 });
  });

  it('a circle around a place is one of the standard', async () => {
    expect((await ordered('commander', 'zones', { circle: { ...PLACE, radiusM: 500, name: '临时区' } })).status).toBe(200);
    expect(line.orders[0]).toMatchObject({ messageId: 0x8600, zones: [{ shape: { kind: 'circle', centre: [PLACE.lng, PLACE.lat], radiusM: 500 }, onEntry: true, onExit: true }] });
  });

  it('what the terminal refuses, what fits no frame and what is no fence are told by code, and nothing is listed', async () => {
    const corners = Array.from({ length: 200 }, (_, i) => [120.25 + Math.cos(i / 32) / 20, 31.8 + Math.sin(i / 32) / 20]);
    await publish([fence('work'), fence('fine', { corners }), fence('past', { validUntil: '2026-02-01' })]);
    expect(await ordered('commander', 'zones', { fenceId: 'work' }, 3)).toMatchObject({ status: 422, body: { code: 'TERMINAL_REFUSED', detail: '不支持' } });
    expect(await call('commander', 'zones', { fenceId: 'fine' })).toMatchObject({ status: 422, body: { code: 'TERMINAL_ORDER_TOO_LONG' } });
    for (const fenceId of ['past', 'nothing']) expect(await call('commander', 'zones', { fenceId }), fenceId).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID', field: 'fenceId' } });
    expect((await call('commander', 'zones', {})).status).toBe(400);
    expect((await call('dispatcher', 'zones', { fenceId: 'work' })).status).toBe(403);
    expect(line.orders).toHaveLength(1);
    expect((await mine())?.zones).toEqual([]);
    line.hangUp();
    await expect.poll(async () => (await call('commander', 'zones', { fenceId: 'work' })).body.code).toBe('TERMINAL_OFFLINE');
  });
});
