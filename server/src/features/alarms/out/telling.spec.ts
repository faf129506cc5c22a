import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor, ActorRole, Role } from '@wangge/shared/access';
import type { AlertDelivery, AlertGateway, AlertSettings } from '@wangge/shared/alarm';
import { asId, dateKey, localParts, type PersonId } from '@wangge/shared/base';
import type { Person } from '@wangge/shared/district';
import { demoDistrict } from '../../../demo/organisation/index.ts';
import { plainMap } from '../../../demo/plain-map.ts';
import { Ledger } from '../../../ledger/ledger.ts';
import { systemClock } from '../../../platform/clock.ts';
import { silentLogger } from '../../../platform/logger.ts';
import type { EventStore } from '../../../store/event-store.ts';
import type { DocumentStore } from '../../../store/document-store.ts';
import { openDatabase } from '../../../store/sqlite/open-database.ts';
import { createSqliteDocumentStore } from '../../../store/sqlite/sqlite-document-store.ts';
import { createSqliteEventStore } from '../../../store/sqlite/sqlite-event-store.ts';
import type { CallsApi } from '../../calls/calls.api.ts';
import { CaseBook } from '../../cases/case-book.ts';
import { createCasesApi } from '../../cases/cases.api.ts';
import { createDistrictApi, type DistrictApi } from '../../district/district.api.ts';
import { ruleBookOf } from '../../district/rule-book.api.ts';
import { createListsApi } from '../../lists/create-lists.ts';
import { alertGatewaysKind } from '../alert-gateways-kind.api.ts';
import { createAlarms } from '../create-alarms.ts';
import { takeoverKind } from '../takeover-kind.api.ts';
import { createAlertLog } from './alert-log.ts';
import { sayOutside } from './alert-words.ts';

const MINUTE = 60_000;
const TEN = Date.parse('2026-11-04T10:00:00+08:00');
const GAS = 'E0403';
const SECRET = 'what-the-other-side-gave';
const PATIENT = { timeout: 5_000, interval: 10 };
const PLACE = plainMap().villages.features[0]!.properties.label;
const noCalls = { onChanges: () => undefined, get: () => undefined } as unknown as CallsApi;
const person = (role: ActorRole): Actor => ({ id: `p-${role}`, name: '周建明', role, unitId: null, parentUnitId: null, areaCode: '' });

function somebody(key: string, name: string, role: Role, phone: string, areaCode = '320281'): Person {
  return { id: asId<PersonId>(key), name, phone, roles: [role], post: '', departmentId: null, teamId: null, gridCode: null, areaCode };
}
const CHIEF = somebody('p1', '周建明', 'duty-chief', '13912340001');
const COMMANDER = somebody('p2', '吴敏', 'commander', '');
const STRANGER = somebody('p3', '郑远', 'duty-chief', '13912340003', '320999');

/** A gateway's side: what it hears, and how it answers by the path of its address. */
interface Heard {
  readonly path: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
const STATUS: Readonly<Record<string, number>> = { '/broken': 500, '/moved': 302, '/no': 400 };
let heard: Heard[] = [];
let gate: Server;
let host = '';

beforeEach(async () => {
  heard = [];
  gate = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk)).on('end', () => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      heard.push({ path: request.url ?? '', text: Buffer.concat(chunks).toString(), headers: request.headers });
      if (path === '/hang') return;
      response.writeHead(STATUS[path] ?? 200, { location: '/ok' }).end(path === '/drop' ? `{"errcode":310000,"said":"${CHIEF.phone} ${SECRET}"}` : '{"errcode":0}');
    });
  });
  await new Promise<void>((ready) => void gate.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(gate.address() as AddressInfo).port}`;
});
afterEach(async () => {
  gate.closeAllConnections();
  await new Promise<void>((closed) => void gate.close(() => closed()));
});

const gateway = (id: string, change: Partial<AlertGateway> = {}): AlertGateway => ({
  id, name: id, kind: 'robot', url: `http://${host}/${id}?token={secret}`, patienceS: 1, roles: [], posts: [], body: { to: '{phone}', text: '{text}', key: '{key}' }, accepted: { path: 'errcode', value: '0' }, ...change,
});
const template = (on: AlertSettings['templates'][number]['on']): AlertSettings['templates'][number] => ({ on, text: '{place}，{matter}，请{post}确认', alsoDrills: false });

interface World {
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly district: DistrictApi;
}

function aWorld(people: readonly Person[]): World {
  const map = plainMap();
  const made = { ...demoDistrict(map, 7), people };
  return { events: createSqliteEventStore(openDatabase(':memory:')), documents: createSqliteDocumentStore(openDatabase(':memory:')), district: createDistrictApi(made, map, ruleBookOf(made)) };
}

/** One server's memory over a world, leading, with a clock in the hand of the test. */
async function serverIn({ events, documents, district }: World, startAt = TEN) {
  let now = startAt;
  const ledger = new Ledger(events);
  const book = new CaseBook();
  ledger.register('case', book);
  const cases = createCasesApi(book, ledger, district);
  const lists = await createListsApi(documents, [takeoverKind, alertGatewaysKind], { hasDepartment: () => true });
  const { api, start } = createAlarms({
    ledger, cases, calls: noCalls, feed: book, lists, district, documents, outgoingHosts: [host], log: silentLogger, clock: { ...systemClock, now: () => now, every: () => () => undefined },
    recommend: (item, at) => ({ caseRevision: item.revision, at, candidates: [], passedOver: [] }), lastPlace: () => PLACE, clipsFolder: '/nowhere',
  });
  await ledger.catchUp();
  const stop = start!();
  const alertLog = createAlertLog(documents);
  return {
    api, cases, lists, stop, district,
    async publish(gateways: readonly AlertGateway[], quiet: AlertSettings['quiet'] = { from: '00:00', to: '00:00' }): Promise<void> {
      const text = JSON.stringify({ quiet, templates: [template('critical-case'), template('red-lamp')], gateways } satisfies AlertSettings);
      const done = await lists.publish(alertGatewaysKind.kind, { version: `外发-${lists.versions(alertGatewaysKind.kind).length}`, effectiveFrom: dateKey(now), documentNo: '', isConfirmed: true, text }, '测试', now);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      for (const { id } of gateways) await documents.put('alert-secret', id, { secret: SECRET });
    },
    /** Lets what was set off come to its end, then looks after everything at an instant. */
    async at(instant: number): Promise<void> {
      now = instant;
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
      await api.sweep(now);
    },
    async report(typeCode = GAS, isSecret = false) {
      const answer = await cases.report([{ typeCode, description: '情况', source: '网格', externalNo: null, lngLat: PLACE, address: '人民路1号', reporter: { name: '张三', phone: '13812348000', isSecret }, photos: [] }], person('channel'), now);
      if (answer.kind !== 'done') throw new Error('repeated');
      return answer.outcome.cases[0]!;
    },
    open: () => [...api.all()].filter(({ state }) => state === 'raised'),
    async log(): Promise<readonly AlertDelivery[]> {
      return (await Promise.all([...api.all()].map(({ id }) => alertLog.of(id)))).flat();
    },
    async answer(at: number): Promise<void> {
      for (const { id, revision } of this.open()) await api.act(id, { action: 'acknowledge', expectedRevision: revision, actor: person('duty-chief'), payload: {} }, at);
    },
  };
}

type Running = Awaited<ReturnType<typeof serverIn>>;
const states = async (server: Running): Promise<readonly string[]> => (await server.log()).map(({ state }) => state);
const paths = (): readonly string[] => heard.map(({ path }) => path.split('?')[0] ?? '');

describe('telling the people of a called rung', () => {
  it('[NT1] [NT6] asks one gateway after the other until one takes the message, each once, and writes each attempt down', async () => {
    const server = await serverIn(aWorld([CHIEF, STRANGER]));
    await server.publish([...['broken', 'moved', 'hang', 'drop', 'no', 'ok', 'spare'].map((id) => gateway(id)), gateway('off', { url: '' })]);
    await server.report();
    await server.at(TEN + 100);
    await server.at(TEN + 200);
    await vi.waitFor(async () => expect(await states(server)).toEqual(['told']), PATIENT);
    for (const second of [1, 2, 3]) await server.at(TEN + second * 1_000);
    expect(paths()).toEqual(['/broken', '/moved', '/hang', '/drop', '/no', '/ok']);
    const [delivery] = await server.log();
    expect(delivery).toMatchObject({ name: '周建明', phone: '139****0001', post: '值班长', calledAt: TEN });
    expect(delivery?.attempts.map(({ gatewayId, isTold, refusal }) => [gatewayId, isTold, refusal?.code, refusal?.detail])).toEqual([
      ['broken', false, 'ALERT_GATEWAY_AWAY', 'HTTP 500'], ['moved', false, 'ALERT_GATEWAY_AWAY', 'HTTP 302'], ['hang', false, 'ALERT_GATEWAY_AWAY', '超时没有应答'],
      ['drop', false, 'ALERT_GATEWAY_REFUSED', '{"errcode":310000,"said":"139****0001 ***"}'], ['no', false, 'ALERT_GATEWAY_REFUSED', 'HTTP 400'], ['ok', true, undefined, undefined],
    ]);
    expect(server.api.alertCounters()).toMatchObject({ 'ok told': 1, 'no ALERT_GATEWAY_REFUSED': 1 });
  });

  it('[NT1] [NT5] sends what the gateway wants to read, signed, under one key, and nothing of who reported', async () => {
    const server = await serverIn(aWorld([CHIEF]));
    await server.publish([gateway('broken'), gateway('ok')]);
    await server.report();
    await server.at(TEN + 100);
    await vi.waitFor(async () => expect(await states(server)).toEqual(['told']), PATIENT);
    for (const { path, text, headers } of heard) {
      expect(path).toContain(`token=${SECRET}`);
      expect(headers['x-wangge-signature']).toBe(`sha256=${createHmac('sha256', SECRET).update(`${headers['x-wangge-timestamp']}.${text}`).digest('hex')}`);
      expect(JSON.parse(text)).toMatchObject({ to: CHIEF.phone, text: expect.stringMatching(/网格，燃气管道泄漏，请值班长确认$/) });
      expect(text).not.toMatch(/张三|13812348000|人民路|情况/);
    }
    expect(new Set(heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('[NT1] tells the next rung when it is called, whatever became of the first', async () => {
    const server = await serverIn(aWorld([CHIEF, COMMANDER]));
    await server.publish([gateway('sms', { kind: 'sms', url: `http://${host}/broken` }), gateway('ok', { body: { text: '{text}' }, roles: ['commander'] })]);
    await server.report();
    await server.at(TEN + 100);
    await vi.waitFor(async () => expect(await states(server)).toEqual(['failed']), PATIENT);
    await server.at(TEN + MINUTE);
    await server.at(TEN + MINUTE + 1_000);
    await vi.waitFor(async () => expect(await states(server)).toEqual(['failed', 'told']), PATIENT);
    expect((await server.log())[1]).toMatchObject({ name: '吴敏', phone: '', attempts: [{ gatewayId: 'sms', refusal: { code: 'ALERT_PHONE_MISSING' } }, { gatewayId: 'ok', isTold: true }] });
  });

  it('[NT1] goes on after a restart, and asks no gateway again that may have been asked', async () => {
    const world = aWorld([CHIEF]);
    const before = await serverIn(world);
    await before.publish([gateway('hang', { patienceS: 30 }), gateway('ok'), gateway('spare')]);
    await before.report();
    await before.at(TEN + 100);
    await vi.waitFor(() => expect(paths()).toEqual(['/hang']), PATIENT);
    before.stop();
    const again = await serverIn(world, TEN + 20_000);
    await again.at(TEN + 21_000);
    await vi.waitFor(async () => expect(await states(again)).toEqual(['told']), PATIENT);
    const third = await serverIn(world, TEN + 30_000);
    await third.at(TEN + 31_000);
    expect((await third.log())[0]?.attempts.map(({ gatewayId, isTold, refusal }) => [gatewayId, isTold, refusal])).toEqual([['hang', false, null], ['ok', true, null]]);
    expect(paths()).toEqual(['/hang', '/ok']);
  });

  it('[NT2] stops once somebody answered, also between two gateways', async () => {
    const server = await serverIn(aWorld([CHIEF, COMMANDER]));
    await server.publish([gateway('hang'), gateway('ok')]);
    await server.report();
    await server.at(TEN + 100);
    await vi.waitFor(() => expect(paths()).toEqual(['/hang']), PATIENT);
    await server.answer(TEN + 500);
    await vi.waitFor(async () => expect((await server.log())[0]?.attempts[0]?.refusal).not.toBeNull(), PATIENT);
    await server.at(TEN + 2 * MINUTE);
    expect(paths()).toEqual(['/hang']);
    expect(await server.log()).toHaveLength(1);
  });

  it('[NT1] is not begun for a call that has stood for long when a gateway is set up', async () => {
    const server = await serverIn(aWorld([CHIEF]));
    await server.report();
    await server.at(TEN + 100);
    await server.at(TEN + 20 * MINUTE);
    await server.publish([gateway('ok')]);
    await server.at(TEN + 20 * MINUTE + 1_000);
    await server.at(TEN + 20 * MINUTE + 2_000);
    expect((await server.log()).some(({ name }) => name === '周建明')).toBe(false);
    expect(heard).toEqual([]);
  });
});

describe('what holds a message back', () => {
  const hhmm = (at: number): string => [localParts(at).hour, localParts(at).minute].map((part) => String(part).padStart(2, '0')).join(':');

  it('[NT3] in quiet hours only what its rule lets through goes, the rest when they end', async () => {
    const server = await serverIn(aWorld([CHIEF]));
    const item = await server.report('E0101');
    const due = item.clock.dueAt;
    await server.at(due - MINUTE);
    await server.publish([gateway('ok')], { from: hhmm(due - 30 * MINUTE), to: hhmm(due + 5 * MINUTE) });
    await server.at(due + 2);
    await server.report();
    await server.at(due + 1_000);
    await vi.waitFor(async () => expect((await states(server)).toSorted()).toEqual(['held', 'told']), PATIENT);
    expect(heard.map(({ text }) => text.includes('燃气管道泄漏'))).toEqual([true]);
    await server.at(due + 6 * MINUTE);
    await vi.waitFor(() => expect(heard.some(({ text }) => text.includes(item.matter))).toBe(true), PATIENT);
  });

  it('[NT4] [NT5] what is said of a drill is marked, a secret matter is named as nothing else and placed in its village', async () => {
    const server = await serverIn(aWorld([CHIEF]));
    const item = await server.report(GAS, true);
    await server.at(TEN + 100);
    const [alarm] = server.open();
    if (!alarm) throw new Error('nothing was raised');
    expect(sayOutside({ ...alarm, isDrill: true }, undefined, template('critical-case'), '值班长', server.district.current()).text).toMatch(/^【演练】.*网格，燃气管道泄漏/);
    const said = sayOutside(alarm, item, template('critical-case'), '值班长', server.district.current());
    expect(said.text).toMatch(/，保密事项，请值班长确认$/);
    expect(JSON.stringify(said)).not.toMatch(/燃气|网格|情况/);
  });

  it('[NT6] nobody on a rung, no secret and a host that is not allowed stand in the log', async () => {
    const world = aWorld([CHIEF]);
    const server = await serverIn(world);
    await server.publish([gateway('keyless'), gateway('away', { url: 'http://not.in.the.list/' })]);
    await world.documents.remove('alert-secret', 'keyless');
    await server.report();
    await server.at(TEN + 100);
    await vi.waitFor(async () => expect(await states(server)).toEqual(['failed']), PATIENT);
    expect((await server.log())[0]?.attempts.map(({ refusal }) => refusal?.code)).toEqual(['ALERT_SECRET_MISSING', 'ALERT_GATEWAY_FORBIDDEN']);
    await server.at(TEN + MINUTE);
    await server.at(TEN + MINUTE + 1_000);
    await vi.waitFor(async () => expect(await states(server)).toEqual(['failed', 'nobody']), PATIENT);
    expect(heard).toEqual([]);
  });
});

describe('the list 告警外发', () => {
  const read = (text: string) => alertGatewaysKind.read(text, { hasDepartment: () => true, contentOf: () => undefined });

  it('[NT7] is off as it comes, and refused by line where it could reach nobody', () => {
    expect(read(alertGatewaysKind.defaultText())).toMatchObject({ problems: [], content: { gateways: [{ url: '' }, { url: '' }, { url: '' }] } });
    const wrong = JSON.stringify({ quiet: { from: '25:00', to: '06:00' }, templates: [], gateways: [gateway('A', { url: 'ftp://x/', patienceS: 0 })] }, null, 1);
    expect(read(wrong).problems.map(({ column }) => column)).toEqual(['quiet.from', 'gateways.0.id', 'gateways.0.url', 'gateways.0.patienceS']);
    expect(read('{').problems).toMatchObject([{ reason: '不是合法的 JSON' }]);
  });
});
