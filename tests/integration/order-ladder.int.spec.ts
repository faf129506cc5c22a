import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '@wangge/server/app';
import { createSqliteDocumentStore, openDatabase } from '@wangge/server/store/sqlite';
import { MINUTE_MS, dateKey } from '@wangge/shared/base';
import type { District } from '@wangge/shared/district';
import type { CaseDetail } from '@wangge/shared/wire';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let at = Date.now();
let beats = new Set<() => void>();
/** A clock that stands until the test sets it; everything that is done every so often is done when the test says so. */
const clock: Clock = {
  ...systemClock, now: () => at,
  every: (_ms, callback) => {
    beats.add(callback);
    return () => void beats.delete(callback);
  },
};
let test: TestApp;
let keys = 0;
const key = (): string => `ladder-${(keys += 1)}`;

beforeEach(async () => {
  at = Date.now();
  beats = new Set();
  test = await startTestApp(undefined, {}, clock);
  await letSecondTeamHelp();
});
afterEach(() => test.close());

/** The second team may take the first department's cases, is on duty and has just told where it is. */
async function letSecondTeamHelp(): Promise<void> {
  const db = openDatabase(join(test.folder, 'wangge.db'));
  const documents = createSqliteDocumentStore(db);
  const kept = (await documents.get<District>('district', 'current'))!;
  await documents.put('district', 'current', { ...kept, teams: kept.teams.map((team, i) => (i === 1 ? { ...team, handles: [kept.departments[0]!.id] } : team)) });
  db.close();
  test = await test.restart();
  await test.as('squad1').call('PUT', '/api/v1/duty', { onDuty: true });
  await isSeenNow();
}

async function isSeenNow(): Promise<void> {
  expect((await test.as('squad1').call('POST', '/api/v1/positions', { fixes: [{ at: at - 1_000, lng: 120.23, lat: 31.8 }] })).status).toBe(202);
}

function pass(minutes: number): void {
  at += minutes * MINUTE_MS;
  for (const beat of beats) beat();
}

const read = async (account: string, id: string): Promise<CaseDetail> => (await test.as(account).call('GET', `/api/v1/cases/${id}`)).body as unknown as CaseDetail;
const ladderOf = async (id: string) => (await read('chief', id)).row.order?.ladder;

async function act(account: string, id: string, action: string, payload: object = {}): Promise<Answer> {
  const { row: { revision } } = await read('chief', id);
  return test.as(account).call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision: revision, commandId: key(), payload });
}

/** A 特急 case whose order was just sent to the first team. */
async function sent(): Promise<string> {
  const { body: { id } } = await test.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T9', description: '燃气味很重', lng: 120.22, lat: 31.8 }, { 'x-api-key': API_KEY, 'idempotency-key': key() });
  await act('intake', id, 'accept', { typeCode: 'T9', level: 'major', gridCode: '320281104200001' });
  await act('chief', id, 'file');
  expect((await act('dispatcher', id, 'dispatch', { teamId: 't0' })).status).toBe(200);
  return id;
}

describe('an order that nobody signs, over HTTP', () => {
  it('[AK1] [AK3] [AK4] [AK5] is seen and reminded, and goes on climbing after a restart: nobody is in line then, so the desk is told at once', async () => {
    const id = await sent();
    expect((await act('squad0', id, 'deliver')).status).toBe(200);
    expect((await act('squad0', id, 'see')).status).toBe(200);
    expect(await act('squad0', id, 'see')).toMatchObject({ status: 409, body: { code: 'ORDER_SEEN' } });
    expect((await read('dispatcher', id)).row.order).toMatchObject({ deliveredAt: at, seenAt: at, signedAt: null });
    expect((await read('dispatcher', id)).actions).toContain('remind-sign');
    expect(await act('dispatcher', id, 'pass-on', { teamId: 't1' })).toMatchObject({ status: 409, body: { code: 'ORDER_NEXT_NOT_DUE', rule: 'AK5' } });
    pass(5);
    await expect.poll(async () => (await ladderOf(id))?.remindedAt).toBe(at);
    test = await test.restart();
    pass(5);
    await expect.poll(async () => (await ladderOf(id))?.deskAt).toBe(at);
    expect(await ladderOf(id)).toMatchObject({ nextAt: at, nextTeamId: null, remindedAt: at - 5 * MINUTE_MS });
  });

  it('[AK4] [AK6] [AK7] [AK8] goes to the next in line and is signed there alone', async () => {
    const id = await sent();
    const { row: before } = await read('chief', id);
    at += 10 * MINUTE_MS;
    await isSeenNow();
    pass(0);
    await expect.poll(async () => (await ladderOf(id))?.nextTeamId).toBe('t1');
    expect(await act('intake', id, 'pass-on', { teamId: 't1' })).toMatchObject({ status: 403, body: { code: 'ACTION_FORBIDDEN' } });
    const stale = (await read('squad0', id)).row.revision;
    const passed = await act('dispatcher', id, 'pass-on', { teamId: 't1' });
    expect(passed).toMatchObject({ status: 200, body: { case: { row: { state: 'dispatched', leadDepartmentId: before.leadDepartmentId, order: { teamId: 't1', etaAt: expect.any(Number) } }, bounces: [] } } });
    const late = await test.as('squad0').call('POST', `/api/v1/cases/${id}/commands`, { action: 'sign', expectedRevision: stale, commandId: key(), payload: {} });
    expect(late).toMatchObject({ status: 409, body: { code: 'ORDER_PASSED_ON', rule: 'AK7', current: { row: { order: { teamId: 't1', ladder: { passedFrom: [{ teamId: 't0', at }] } } }, actions: [] } } });
    expect(await act('squad1', id, 'sign')).toMatchObject({ status: 200, body: { case: { row: { state: 'handling' } } } });
    expect((await read('chief', id)).timeline.map(({ event }) => event)).toEqual(expect.arrayContaining(['sign-reminded', 'next-proposed', 'passed-on', 'signed']));
  });

  it('[AK5] [AK9] goes on by itself where the county publishes it so, and a list that cannot be climbed is refused by line', async () => {
    const publish = (version: string, critical: string): Promise<Answer> => test.as('admin').call('POST', '/api/v1/lists/sign-ladder/versions', {
      version, effectiveFrom: dateKey(at), documentNo: '', isConfirmed: true,
      text: `紧急程度,催签,转下一顺位,自动转派次数,报指挥台,说明\n特急,${critical},15分,\n紧急,10分,20分,0,30分,\n普通,40工作分,80工作分,0,120工作分,\n`,
    });
    expect(await publish('错', '5分,4分,0')).toMatchObject({ status: 422, body: { problems: [{ line: 2, column: '转下一顺位' }] } });
    expect((await publish('一', '5分,10分,1')).status).toBe(201);
    const id = await sent();
    at += 10 * MINUTE_MS;
    await isSeenNow();
    pass(0);
    await expect.poll(async () => (await read('chief', id)).row.order?.teamId).toBe('t1');
    expect(await act('squad0', id, 'sign')).toMatchObject({ status: 409, body: { code: 'ORDER_PASSED_ON' } });
  });
});
