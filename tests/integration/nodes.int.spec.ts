import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UnitRow } from '@wangge/shared/wire';
import { startMongo } from '../support/mongo/start-mongo.ts';
import { startRedis } from '../support/redis.ts';
import { API_KEY, startTestApp, type TestApp } from '../support/test-app.ts';

const mongo = await startMongo();
const redis = mongo && (await startRedis());
afterAll(async () => {
  await redis?.stop();
  await mongo?.stop();
});

const SOON = { timeout: 3_000, interval: 20 };
let one: TestApp;
let two: TestApp;

async function report(node: TestApp, key: string): Promise<string> {
  const { body } = await node.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T1', description: '店外经营', lng: 120.28, lat: 31.8 }, { 'x-api-key': API_KEY, 'idempotency-key': key });
  return body.id;
}

function act(node: TestApp, account: string, id: string, action: string, payload: object, expectedRevision: number): Promise<number> {
  const body = { action, expectedRevision, commandId: `${account}-${id}-${action}-${expectedRevision}`, payload };
  return node.as(account).call('POST', `/api/v1/cases/${id}/commands`, body).then(({ status }) => status);
}

const casesOf = async (node: TestApp) => (await node.as('dispatcher').call('GET', '/api/v1/cases')).body;
const onDuty = async (node: TestApp, unitId: string): Promise<boolean | undefined> =>
  ((await node.as('dispatcher').call('GET', '/api/v1/units')).body as unknown as UnitRow[]).find(({ id }) => id === unitId)?.onDuty;

describe.skipIf(mongo === undefined)('two nodes over one database', () => {
  beforeEach(async () => {
    one = await startTestApp(mongo!.database(`nodes-${randomUUID()}`), { REDIS_URL: redis!.url });
    two = await one.join({ ROLE: 'push' });
  });
  afterEach(async () => {
    await two.close();
    await one.close();
  });

  it('take any command at any node, each seeing what the other did', async () => {
    const id = await report(one, 'k1');
    await vi.waitFor(async () => expect((await casesOf(two)).total).toBe(1), SOON);
    expect(await act(two, 'intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' }, 1)).toBe(200);
    // The command itself makes the node look, told or not.
    expect(await act(one, 'chief', id, 'file', {}, 1)).toBe(409);
    expect(await act(one, 'chief', id, 'file', {}, 2)).toBe(200);
    expect(await report(two, 'k1')).toBe(id);
    await vi.waitFor(async () => expect(await casesOf(two)).toEqual(await casesOf(one)), SOON);
  });

  it('give each report one number and one place in the order, whoever takes it', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, (_, i) => report(i % 2 === 0 ? one : two, `n${i}`)));
    expect(new Set(ids).size).toBe(30);
    await vi.waitFor(async () => {
      const [here, there] = [await casesOf(one), await casesOf(two)] as unknown as { cases: { no: string }[] }[];
      expect(there).toEqual(here);
      expect(new Set(here!.cases.map(({ no }) => no)).size).toBe(30);
    }, SOON);
  });

  it('know of each other who is on duty, who has left, and where everybody is', async () => {
    await one.as('squad0').call('PUT', '/api/v1/duty', { onDuty: true });
    await vi.waitFor(async () => expect(await onDuty(two, 'u0')).toBe(true), SOON);
    expect((await two.as('squad0').call('POST', '/api/v1/positions', { fixes: [{ at: Date.now() - 1_000, lng: 120.28, lat: 31.8 }] })).status).toBe(202);
    await one.as('squad0').call('PUT', '/api/v1/duty', { onDuty: false });
    await vi.waitFor(async () => expect(await onDuty(two, 'u0')).toBe(false), SOON);
    expect((await two.as('inspector').call('GET', '/api/v1/session')).status).toBe(200);
    await one.as('inspector').call('DELETE', '/api/v1/session');
    await vi.waitFor(async () => expect((await two.as('inspector').call('GET', '/api/v1/session')).status).toBe(401), SOON);
  });

  it.skipIf(mongo?.kind === 'given')('let whoever was given a case at one act on it at once at the other, though nobody told that', async () => {
    await redis!.cut();
    const id = await report(one, 'given');
    await vi.waitFor(async () => expect((await casesOf(two)).total).toBe(1), SOON);
    expect((await two.as('squad0').call('GET', `/api/v1/cases/${id}`)).status).toBe(404);
    expect(await act(one, 'intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' }, 1)).toBe(200);
    expect(await act(one, 'chief', id, 'file', {}, 2)).toBe(200);
    expect(await act(one, 'dispatcher', id, 'dispatch', { teamId: 't0' }, 3)).toBe(200);
    expect(await act(two, 'squad0', id, 'deliver', {}, 4)).toBe(200);
    await redis!.startAgain();
  });

  it.skipIf(mongo?.kind === 'given')('lose nothing while Redis is away', async () => {
    await redis!.cut();
    const id = await report(one, 'quiet');
    await vi.waitFor(async () => expect((await casesOf(two)).total).toBe(1), SOON);
    expect(await act(two, 'intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' }, 1)).toBe(200);
    await redis!.startAgain();
    await vi.waitFor(async () => expect(await casesOf(one)).toEqual(await casesOf(two)), SOON);
  });
});
