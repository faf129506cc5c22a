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
let shown: (string | undefined)[] = [];
let say: (url: string) => { readonly status: number; readonly body: string; readonly location?: string };
let source: Server;
let test: TestApp;

beforeEach(async () => {
  [questions, shown] = [[], []];
  source = createServer((request, response) => {
    questions.push(`${request.method} ${request.url}`);
    shown.push(request.headers.authorization ?? (request.headers['x-api-key'] as string | undefined));
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

async function publish(url: string, version = '接入-1', auth?: object): Promise<void> {
  const connectors = [{
    id: 'partner', name: '住建平台', isOn: true, channelId: 'none', areaCode: '', format: 'json', silentAfterMinutes: 60, reports: { records: 'orders', datum: 'wgs84', fields },
    poll: { url, everySeconds: 5, cursor: { path: 'next', first: '0' }, ...(auth ? { auth } : {}) },
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

const setKey = (key: string, account = 'admin', id = 'partner') => test.as(account).call('PUT', `/api/v1/connectors/${id}/key`, { key });

it('[CN17] a polled system is shown the key that an administrator set, in its own way, set anew too, and is not asked before', async () => {
  say = () => ({ status: 200, body: JSON.stringify({ orders: [], next: 7 }) });
  await publish(`${home()}/orders?since={cursor}`, '接入-1', { kind: 'bearer' });
  await vi.waitFor(async () => expect((await row())?.inTrouble).toMatchObject({ code: 'CONNECTOR_KEY_MISSING' }), PATIENT);
  expect(questions).toEqual([]);
  expect((await setKey('k-1', 'chief')).status).toBe(403);
  expect((await setKey('with\nnew line')).body).toMatchObject({ code: 'FIELD_INVALID', field: 'key' });
  expect((await setKey('k-1', 'admin', 'nobody')).body.code).toBe('CONNECTOR_UNKNOWN');
  expect((await setKey('k-secret-1')).status).toBe(204);
  await vi.waitFor(() => expect(shown.at(-1)).toBe('Bearer k-secret-1'), PATIENT);
  expect((await row())?.inTrouble ?? null).toBeNull();
  await setKey('k-secret-2');
  await vi.waitFor(() => expect(shown.at(-1)).toBe('Bearer k-secret-2'), PATIENT);
  await publish(`${home()}/orders?since={cursor}`, '接入-2', { kind: 'basic', user: '张浦' });
  await vi.waitFor(() => expect(shown.at(-1)).toBe(`Basic ${Buffer.from('张浦:k-secret-2').toString('base64')}`), PATIENT);
  await publish(`${home()}/orders?since={cursor}`, '接入-3', { kind: 'header', name: 'X-Api-Key' });
  await vi.waitFor(() => expect(shown.at(-1)).toBe('k-secret-2'), PATIENT);
}, 60_000);

it('[CN17] a key goes to the host alone it was set for, and stands in nothing that anybody can read', async () => {
  say = () => ({ status: 401, body: '' });
  const [mine, elsewhere] = [`${home()}/orders?since={cursor}`, `http://localhost:${(source.address() as AddressInfo).port}/?{cursor}`];
  await publish(mine, '接入-1', { kind: 'bearer' });
  await setKey('k-secret-1');
  await vi.waitFor(async () => expect((await row())?.inTrouble).toMatchObject({ code: 'CONNECTOR_TARGET_AWAY', detail: 'HTTP 401' }), PATIENT);
  const asked = questions.length;
  await publish(elsewhere, '接入-2', { kind: 'bearer' });
  await vi.waitFor(async () => expect((await row())?.inTrouble).toMatchObject({ code: 'CONNECTOR_KEY_MISSING' }), PATIENT);
  expect(questions.length).toBe(asked);
  await publish(mine, '接入-3', { kind: 'bearer' });
  const { body } = await test.as('admin').call('GET', '/api/v1/connectors/keys');
  expect(body).toMatchObject({ keys: [{ id: 'partner', kind: 'bearer', setBy: 'admin', setAt: expect.any(Number) }] });
  const answers = await Promise.all([['admin', 'connectors/keys'], ['intake', 'connectors'], ['admin', 'lists/connectors/versions'], ['auditor', 'audit']].map(async ([who = '', path = '']) => test.as(who).call('GET', `/api/v1/${path}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(JSON.stringify(answers)).toContain('config.connectors');
  expect(JSON.stringify(answers)).not.toContain('k-secret');
  const refused = await test.as('admin').call('POST', '/api/v1/lists/connectors/checks', { effectiveFrom: dateKey(Date.now()), text: JSON.stringify([{ id: 'partner', name: 'x', isOn: true, channelId: 'none', areaCode: '', format: 'json', silentAfterMinutes: 60, reports: { records: 'orders', datum: 'wgs84', fields }, poll: { url: mine, everySeconds: 5, auth: { kind: 'bearer', key: 'k' } } }]) });
  expect((refused.body as unknown as { problems: unknown[] }).problems).not.toEqual([]);
}, 60_000);
