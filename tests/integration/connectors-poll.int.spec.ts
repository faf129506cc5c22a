import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { ConnectorRow, ConnectorsView } from '@wangge/shared/connector';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const PATIENT = { timeout: 15_000, interval: 50 };
const path = (name: string) => ({ path: name });
const fields = { externalNo: path('no'), typeCode: { path: 'kind', table: { 店外经营: 'T1' } }, description: path('content'), lng: path('lng'), lat: path('lat') };
const order = { no: 'P-1', kind: '店外经营', content: '占道', lng: 120.28, lat: 31.8 };

let questions: string[] = [];
let say: (url: string) => { readonly status: number; readonly body: string; readonly location?: string };
let source: Server;
let test: TestApp;

beforeEach(async () => {
  questions = [];
  source = createServer((request, response) => {
    questions.push(`${request.method} ${request.url}`);
    const { status, body, location } = say(request.url ?? '');
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  });
  await new Promise<void>((ready) => void source.listen(0, '127.0.0.1', ready));
  test = await startTestApp(undefined, { OUTGOING_HOSTS: `127.0.0.1:${(source.address() as AddressInfo).port}` });
});
afterEach(async () => {
  await test.close();
  await new Promise<void>((closed) => void source.close(() => closed()));
});

async function publish(url: string, version = '接入-1'): Promise<void> {
  const connectors = [{
    id: 'partner', name: '住建平台', isOn: true, channelId: 'none', areaCode: '', format: 'json', silentAfterMinutes: 60, reports: { records: 'orders', datum: 'wgs84', fields },
    poll: { url, everySeconds: 5, cursor: { path: 'next', first: '0' } },
  }];
  const answer = await test.as('admin').call('POST', '/api/v1/lists/connectors/versions', { version, effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify(connectors) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}
const row = async (): Promise<ConnectorRow | undefined> => ((await test.as('intake').call('GET', '/api/v1/connectors')).body as unknown as ConnectorsView).connectors[0];
const caseCount = async (): Promise<number> => Number((await test.as('dispatcher').call('GET', '/api/v1/cases')).body.total);
const home = (): string => `http://127.0.0.1:${(source.address() as AddressInfo).port}`;

it('[CN14] what a polled system has becomes cases and dead letters, page by page, and goes on where it was after a restart', async () => {
  say = (url) => (url.endsWith('=0') ? { status: 200, body: JSON.stringify({ orders: [order, { ...order, no: 'P-2', kind: '外星' }], next: 7 }) } : { status: 200, body: JSON.stringify({ orders: [], next: 7 }) });
  await publish(`${home()}/orders?since={cursor}`);
  await vi.waitFor(() => expect(questions).toEqual(['GET /orders?since=0', 'GET /orders?since=7']), PATIENT);
  expect([await caseCount(), await row()]).toMatchObject([1, { standing: 'well', openLetters: 1, inTrouble: null, counts: { taken: 1, letter: 1 } }]);
  test = await test.restart();
  await vi.waitFor(() => expect(questions[2]).toBe('GET /orders?since=7'), PATIENT);
  expect(await caseCount()).toBe(1);
}, 40_000);

it('[CN14] a polled system that sends us elsewhere is not followed, and one of another host is not asked; the desk says since when', async () => {
  say = () => ({ status: 302, body: '', location: '/elsewhere' });
  await publish(`${home()}/orders?since={cursor}`);
  await vi.waitFor(async () => expect(await row()).toMatchObject({ standing: 'new', inTrouble: { code: 'CONNECTOR_TARGET_AWAY', detail: 'HTTP 302', since: expect.any(Number) }, counts: { 'poll-away': 1 } }), PATIENT);
  expect(questions).toEqual(['GET /orders?since=0']);
  await publish('http://not.in.the.list/?{cursor}', '接入-2');
  await vi.waitFor(async () => expect(await row()).toMatchObject({ inTrouble: { code: 'CONNECTOR_TARGET_FORBIDDEN', detail: 'not.in.the.list 不在 OUTGOING_HOSTS 里' } }), PATIENT);
}, 40_000);
