import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { startMongo } from '../support/mongo/start-mongo.ts';
import { startRedis } from '../support/redis.ts';
import { API_KEY, startTestApp, type TestApp } from '../support/test-app.ts';

const mongo = await startMongo();
const redis = mongo && (await startRedis());
afterAll(async () => {
  await redis?.stop();
  await mongo?.stop();
});

const PATIENT = { timeout: 60_000, interval: 100 };
const path = (name: string) => ({ path: name });
const reports = { records: 'orders', datum: 'wgs84', fields: { externalNo: path('no'), typeCode: { value: 'T1' }, description: path('content'), lng: path('lng'), lat: path('lat') } };
const order = (no: string) => ({ no, content: '占道', lng: 120.28, lat: 31.8 });
const orders = (...nos: readonly string[]): string => JSON.stringify({ orders: nos.map(order) });

describe.skipIf(mongo === undefined)('connectors on two nodes over one database', () => {
  let one: TestApp;
  let two: TestApp;
  let broker: TestBroker;
  let source: Server;
  let asked: number[];
  let fresh: readonly string[];

  beforeEach(async () => {
    [asked, fresh] = [[], ['P-1']];
    broker = await startBroker();
    source = createServer((_request, response) => {
      asked.push(Date.now());
      response.end(orders(...fresh));
    });
    await new Promise<void>((ready) => void source.listen(0, '127.0.0.1', ready));
    const host = `127.0.0.1:${(source.address() as AddressInfo).port}`;
    one = await startTestApp(mongo!.database(`connectors-${randomUUID()}`), { REDIS_URL: redis!.url, OUTGOING_HOSTS: host, MQTT_BROKER: `mqtt://127.0.0.1:${broker.port}` });
    two = await one.join();
    const common = { isOn: true, channelId: 'test', areaCode: '', format: 'json', silentAfterMinutes: 60, reports };
    const connectors = [
      { ...common, id: 'pushed', name: '推送' }, { ...common, id: 'polled', name: '轮询', poll: { url: `http://${host}/orders`, everySeconds: 5 } },
      { ...common, id: 'water', name: '水位', mqtt: { filter: 'iot/water/#' } }, { ...common, id: 'folder', name: '文件' },
    ];
    const answer = await two.as('admin').call('POST', '/api/v1/lists/connectors/versions', { version: '接入-1', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify(connectors) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  });
  afterEach(async () => {
    await two.close();
    await one.close();
    await broker.close();
    await new Promise<void>((closed) => void source.close(() => closed()));
  });

  const numbers = async (node: TestApp): Promise<readonly string[]> => {
    const { cases } = (await node.as('dispatcher').call('GET', '/api/v1/cases')).body as unknown as { cases: readonly { id: string }[] };
    const all = await Promise.all(cases.map(async ({ id }) => ((await node.as('intake').call('GET', `/api/v1/cases/${id}`)).body as unknown as { externalNo: string }).externalNo));
    return all.sort();
  };
  function drop(node: TestApp, ...nos: readonly string[]): void {
    const folder = join(node.folder, 'inbox', 'folder', 'reports');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${nos.join('-')}.json`), orders(...nos));
  }
  const left = (node: TestApp): number => readdirSync(join(node.folder, 'inbox', 'folder', 'reports')).length;

  it('[CN18] make one case of each message whichever node it comes to, are asked and heard by one node, and go on with the other when that one dies', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : two).anonymous.call('POST', '/api/v1/intake/connectors/pushed/reports', orders('S-1', `S-${2 + (i % 3)}`), { 'x-api-key': API_KEY, 'content-type': 'text/plain' })));
    await vi.waitFor(() => expect(broker.filters()).toEqual(['iot/water/#']), PATIENT);
    await broker.publish('iot/water/1', orders('W-1'));
    drop(one, 'F-1', 'F-2');
    await vi.waitFor(async () => expect(await numbers(two)).toEqual(['F-1', 'F-2', 'P-1', 'S-1', 'S-2', 'S-3', 'S-4', 'W-1']), PATIENT);
    expect(left(one)).toBe(0);
    // The other node, which has no turn, leaves what lies with it alone.
    drop(two, 'F-3');
    await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(3), PATIENT);
    const gaps = asked.slice(1).map((at, i) => at - asked[i]!);
    expect(Math.min(...gaps)).toBeGreaterThan(3_500);
    expect([left(two), broker.acknowledged]).toEqual([1, [orders('W-1')]]);

    await one.app.close();
    fresh = ['P-1', 'P-2'];
    await broker.publish('iot/water/1', orders('W-2'));
    await vi.waitFor(async () => expect(await numbers(two)).toEqual(['F-1', 'F-2', 'F-3', 'P-1', 'P-2', 'S-1', 'S-2', 'S-3', 'S-4', 'W-1', 'W-2']), PATIENT);
    expect(left(two)).toBe(0);
    one = await one.join();
  }, 180_000);
});
