import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSqliteDocumentStore, openDatabase } from '@wangge/server/store/sqlite';
import type { AlarmDetail, AlarmsBoard } from '@wangge/shared/alarm';
import { asId, dateKey, type PersonId } from '@wangge/shared/base';
import type { District, Person } from '@wangge/shared/district';
import type { BoardAnswer } from '@wangge/shared/wire';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const PATIENT = { timeout: 15_000, interval: 50 };
const SECRET = 'what-the-other-side-gave';
let test: TestApp;
let gate: Server;
let host = '';
let heard: { readonly path: string; readonly text: string }[] = [];

beforeEach(async () => {
  heard = [];
  gate = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk)).on('end', () => {
      heard.push({ path: request.url ?? '', text: Buffer.concat(chunks).toString() });
      response.writeHead(request.url === '/sms' ? 503 : 200).end('{"errcode":0}');
    });
  });
  await new Promise<void>((ready) => void gate.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(gate.address() as AddressInfo).port}`;
  test = await startTestApp(undefined, { OUTGOING_HOSTS: host });
  await registerChief();
});
afterEach(async () => {
  await test.close();
  await new Promise<void>((closed) => void gate.close(() => closed()));
});

/** The duty chief with a telephone, among the people of the district. */
async function registerChief(): Promise<void> {
  const db = openDatabase(join(test.folder, 'wangge.db'));
  const documents = createSqliteDocumentStore(db);
  const kept = await documents.get<District>('district', 'current');
  const chief: Person = { ...kept!.people[0]!, id: asId<PersonId>('p-chief'), name: '周建明', phone: '13912340001', roles: ['duty-chief'], post: '值班长', gridCode: null, areaCode: '320281104' };
  await documents.put('district', 'current', { ...kept, people: [...kept!.people, chief] });
  db.close();
  test = await test.restart();
}

const settings = () => ({
  quiet: { from: '00:00', to: '00:00' }, templates: [{ on: 'critical-case', text: '{place}，{matter}，请{post}确认', alsoDrills: false }],
  gateways: [
    { id: 'sms', name: '短信', kind: 'sms', url: `http://${host}/sms`, patienceS: 5, roles: [], posts: [], body: { phone: '{phone}', content: '{text}' } },
    { id: 'robot', name: '机器人', kind: 'robot', url: `http://${host}/robot?token={secret}`, patienceS: 5, roles: [], posts: [], body: { text: { content: '{text}' } }, accepted: { path: 'errcode', value: '0' } },
  ],
});
const publish = (text: string): Promise<Answer> => test.as('admin').call('POST', '/api/v1/lists/alert-gateways/versions', { version: '外发-1', effectiveFrom: dateKey(Date.now()), documentNo: '', isConfirmed: true, text });
const report = (): Promise<Answer> => test.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T9', description: '燃气味很重', lng: 120.22, lat: 31.8 }, { 'x-api-key': API_KEY, 'idempotency-key': `key-${Date.now()}` });

async function alarmOf(account: string): Promise<AlarmDetail> {
  const { board } = (await test.as(account).call('GET', '/api/v1/boards/alarms')).body as unknown as BoardAnswer;
  const id = (board as AlarmsBoard).alarms[0]?.id ?? '';
  return (await test.as(account).call('GET', `/api/v1/alarms/${encodeURIComponent(id)}`)).body as unknown as AlarmDetail;
}

describe('alerts out of the house', () => {
  it('[NT1] [NT6] tell the people of a called rung by the first gateway that takes it, and stand on the alarm’s page, once, also through a restart', async () => {
    expect((await publish(JSON.stringify(settings()))).status).toBe(201);
    for (const id of ['sms', 'robot']) expect((await test.as('admin').call('PUT', `/api/v1/alert-gateways/${id}/secret`, { secret: SECRET })).status).toBe(204);
    await report();
    await vi.waitFor(async () => expect((await alarmOf('chief')).deliveries).toMatchObject([{
      name: '周建明', phone: '139****0001', post: '值班长', state: 'told', attempts: [{ gatewayId: 'sms', isTold: false, refusal: { code: 'ALERT_GATEWAY_AWAY', detail: 'HTTP 503' } }, { gatewayId: 'robot', isTold: true }],
    }]), PATIENT);
    test = await test.restart();
    await vi.waitFor(async () => expect((await alarmOf('chief')).deliveries).toHaveLength(1), PATIENT);
    expect(heard.map(({ path }) => path)).toEqual(['/sms', `/robot?token=${SECRET}`]);
    expect(heard[1]?.text).toContain('燃气管道泄漏，请值班长确认');
    expect(JSON.stringify(await alarmOf('chief'))).not.toContain('13912340001');
  });

  it('[NT5] [NT7] take their secret from an administrator alone, and a list that reaches nobody not at all', async () => {
    await publish(JSON.stringify(settings()));
    const put = (account: string, id: string, body: object): Promise<Answer> => test.as(account).call('PUT', `/api/v1/alert-gateways/${id}/secret`, body);
    expect(await put('chief', 'sms', { secret: SECRET })).toMatchObject({ status: 403, body: { code: 'ACTION_FORBIDDEN' } });
    expect(await put('admin', 'nobody', { secret: SECRET })).toMatchObject({ status: 404, body: { code: 'ALERT_GATEWAY_UNKNOWN' } });
    expect(await put('admin', 'sms', { secret: 'short' })).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID' } });
    const wrong = { ...settings(), gateways: [{ ...settings().gateways[0], body: { content: '{who}' } }] };
    expect(await publish(JSON.stringify(wrong, null, 1))).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED', problems: expect.arrayContaining([expect.objectContaining({ column: 'gateways.0.body' })]) } });
  });
});
