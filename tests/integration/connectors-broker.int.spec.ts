import { randomUUID } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger, systemClock } from '@wangge/server/app';
import { openBrokerLine, type BrokerLineNeeds } from '@wangge/server/ingest/connectors/broker-line';
import { dateKey } from '@wangge/shared/base';
import type { ConnectorRow, ConnectorsView, LetterRow } from '@wangge/shared/connector';
import { brokerAuthority, startBroker, type TestBroker } from '../support/broker.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const PATIENT = { timeout: 15_000, interval: 50 };
const path = (name: string) => ({ path: name });
const fields = { externalNo: path('alarmId'), typeCode: { path: 'kind', table: { 水位: 'T1' } }, description: path('content'), lng: path('lng'), lat: path('lat') };
const connector = (id: string, filter: string, more: object = {}) =>
  ({ id, name: id, isOn: true, channelId: 'iot', areaCode: '', format: 'json', silentAfterMinutes: 60, mqtt: { filter }, reports: { records: 'alarms', datum: 'wgs84', fields }, ...more });
const CONNECTORS = [connector('water', 'iot/water/+/alarm'), connector('smoke', 'iot/smoke/#'), connector('stopped', 'iot/box/#', { isOn: false })];
const alarm = { alarmId: 'W-1', kind: '水位', content: '水位超警戒', lng: 120.28, lat: 31.8 };
const textOf = (...alarms: readonly object[]): string => JSON.stringify({ alarms });

let broker: TestBroker;
let test: TestApp;

beforeEach(async () => {
  broker = await startBroker();
  test = await startTestApp(undefined, { MQTT_BROKER: `mqtt://wangge:secret@127.0.0.1:${broker.port}` });
});
afterEach(async () => {
  await test.close();
  await broker.close();
});

async function publish(connectors: readonly object[] = CONNECTORS, version = '接入-1'): Promise<void> {
  const answer = await test.as('admin').call('POST', '/api/v1/lists/connectors/versions', { version, effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify(connectors) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}
async function listen(): Promise<void> {
  await publish();
  await vi.waitFor(() => expect(broker.filters()).toEqual(['iot/smoke/#', 'iot/water/+/alarm']), PATIENT);
}
const view = async (): Promise<ConnectorsView> => (await test.as('intake').call('GET', '/api/v1/connectors')).body as unknown as ConnectorsView;
const rowOf = async (id: string): Promise<ConnectorRow | undefined> => (await view()).connectors.find((one) => one.id === id);
const letters = async (): Promise<readonly LetterRow[]> => (await view()).letters;
const caseCount = async (): Promise<number> => Number((await test.as('dispatcher').call('GET', '/api/v1/cases')).body.total);
const isAcknowledged = (...texts: readonly string[]): Promise<void> => vi.waitFor(() => expect(broker.acknowledged).toEqual(expect.arrayContaining([...texts])), PATIENT);

describe('alarms of devices on a broker', () => {
  it('[CN11] become cases of the connectors that ask for their topic, and of no other, one for each external number', async () => {
    await listen();
    const [first, other] = [textOf(alarm), textOf({ ...alarm, alarmId: 'W-2' })];
    await broker.publish('iot/water/7/alarm', first);
    await broker.publish('iot/water/7/alarm', `${first} `);
    await broker.publish('iot/water/7/state', other);
    await broker.publish('iot/box/1', other);
    await broker.publish('iot/smoke', other);
    await isAcknowledged(first, `${first} `, other);
    expect([await caseCount(), await letters(), broker.acknowledged.length]).toEqual([2, [], 3]);
    expect([(await rowOf('water'))?.counts, (await rowOf('smoke'))?.counts]).toEqual([{ taken: 1, repeated: 1 }, { taken: 1 }]);
    expect(await rowOf('water')).toMatchObject({ standing: 'well', inTrouble: null });
  }, 30_000);

  it('[CN12] that cannot be read or mapped are dead letters, and then acknowledged', async () => {
    await listen();
    const strange = textOf({ ...alarm, kind: '外星' });
    for (const text of ['\u0000\u0001', strange]) await broker.publish('iot/water/7/alarm', text);
    await broker.publish('iot/smoke/1', Buffer.alloc(1_100_000, 'x'));
    await isAcknowledged('\u0000\u0001', strange);
    expect((await letters()).map(({ refusal, isWhole }) => `${refusal.code} ${isWhole}`).sort()).toEqual(['CONNECTOR_MESSAGE_UNREADABLE true', 'CONNECTOR_VALUE_UNMAPPED false']);
    await vi.waitFor(async () => expect((await rowOf('smoke'))?.counts).toEqual({ 'too-large': 1 }), PATIENT);
  }, 30_000);

  it('[CN12] that are not taken stay with the broker, unacknowledged, and go in once there is room', async () => {
    await listen();
    const full = textOf(...Array.from({ length: 1_000 }, (_, i) => ({ ...alarm, alarmId: `W-${i}`, kind: '外星' })));
    await broker.publish('iot/water/7/alarm', full);
    await vi.waitFor(() => expect(broker.acknowledged).toEqual([full]), { ...PATIENT, timeout: 45_000 });
    const late = textOf({ ...alarm, alarmId: 'late', kind: '外星' });
    await broker.publish('iot/water/7/alarm', late);
    await vi.waitFor(async () => expect((await rowOf('water'))?.inTrouble).toMatchObject({ code: 'CONNECTOR_LETTERS_FULL' }), PATIENT);
    expect(broker.acknowledged).not.toContain(late);
    const [row] = await letters();
    await test.as('intake').call('POST', `/api/v1/connectors/letters/${row!.id}/commands`, { action: 'discard', expectedRevision: row!.revision, commandId: randomUUID(), payload: { reason: '重复' } });
    await isAcknowledged(late);
    await vi.waitFor(async () => expect((await rowOf('water'))?.inTrouble).toBeNull(), PATIENT);
    expect((await letters()).some(({ externalNo }) => externalNo === 'late')).toBe(true);
  }, 90_000);

  it('[CN12] [CN13] that came while the broker or the product was away come later, once; meanwhile the desk knows since when', async () => {
    await listen();
    await broker.leave();
    await vi.waitFor(async () => expect(await rowOf('water')).toMatchObject({ standing: 'new', inTrouble: { code: 'CONNECTOR_BROKER_AWAY', since: expect.any(Number) } }), PATIENT);
    await vi.waitFor(async () => expect((await rowOf('water'))?.counts['broker-away']).toBeGreaterThan(1), PATIENT);
    const text = textOf(alarm);
    await broker.publish('iot/water/7/alarm', text);
    test = await test.restart();
    expect(await caseCount()).toBe(0);
    await broker.comeBack();
    await isAcknowledged(text);
    await vi.waitFor(async () => expect(await rowOf('water')).toMatchObject({ standing: 'well', inTrouble: null }), PATIENT);
    expect([await caseCount(), await letters(), broker.acknowledged]).toEqual([1, [], [text]]);
  }, 60_000);

  it('[CN13] say when the broker does not let us in, and when it does not let us hear', async () => {
    broker.rules.password = 'another';
    broker.rules.isDeaf = (filter) => filter.startsWith('iot/smoke');
    await broker.leave();
    await broker.comeBack();
    await publish();
    await vi.waitFor(async () => expect((await rowOf('water'))?.inTrouble).toMatchObject({ code: 'CONNECTOR_BROKER_AWAY', detail: expect.stringContaining('Not authorized') }), PATIENT);
    broker.rules.password = 'secret';
    await vi.waitFor(async () => expect((await rowOf('smoke'))?.inTrouble).toMatchObject({ code: 'CONNECTOR_FILTER_REFUSED', detail: 'iot/smoke/#' }), PATIENT);
    await vi.waitFor(async () => expect((await rowOf('water'))?.inTrouble).toBeNull(), PATIENT);
    broker.rules.isDeaf = () => false;
    await vi.waitFor(async () => expect((await rowOf('smoke'))?.inTrouble).toBeNull(), PATIENT);
  }, 60_000);

  it('[CN11] are heard as the list in force says', async () => {
    await listen();
    await publish([CONNECTORS[1]!, { ...CONNECTORS[2]!, isOn: true }], '接入-2');
    await vi.waitFor(() => expect(broker.filters()).toEqual(['iot/box/#', 'iot/smoke/#']), PATIENT);
  }, 30_000);
});

describe('the line to a broker', () => {
  let take: (text: string) => Promise<boolean>;
  let stop: () => void;
  beforeEach(async () => {
    const connectors: BrokerLineNeeds['connectors'] = {
      take: async (_arrival, text) => ((await take(text)) ? { ok: true, value: { taken: [], letters: [] } } : { ok: false, error: { code: 'CONNECTOR_LETTERS_FULL' } }),
      listeners: () => [{ connectorId: 'water', filter: 'line/#' }], count: () => undefined, hinder: async () => undefined,
    };
    stop = openBrokerLine({ address: `mqtt://127.0.0.1:${broker.port}`, installation: 'a line of its own', connectors, clock: systemClock, log: silentLogger });
    await vi.waitFor(() => expect(broker.filters()).toContain('line/#'), PATIENT);
  });
  afterEach(() => stop());

  it('[CN12] acknowledges on the connection by which a message came, or not at all', async () => {
    const taking: (() => void)[] = [];
    take = () => new Promise((done) => void taking.push(() => done(true)));
    await broker.publish('line/1', '一');
    await vi.waitFor(() => expect(taking).toHaveLength(1), PATIENT);
    await broker.leave();
    await broker.comeBack();
    await vi.waitFor(() => expect(taking).toHaveLength(2), PATIENT);
    taking[0]?.();
    taking[1]?.();
    await broker.publish('line/1', '二');
    await vi.waitFor(() => expect(taking).toHaveLength(3), PATIENT);
    taking[2]?.();
    await isAcknowledged('一', '二');
    expect(broker.acknowledged).toEqual(['一', '二']);
  }, 30_000);

  it('[CN12] leaves what could not be written with the broker, until it can', async () => {
    const heard: string[] = [];
    take = async (text) => {
      if (heard.push(text) === 1) throw new Error('the disk is full');
      return heard.length > 2;
    };
    await broker.publish('line/1', '一');
    await isAcknowledged('一');
    expect([heard, broker.acknowledged]).toEqual([['一', '一', '一'], ['一']]);
  }, 30_000);
});

describe('a broker over TLS', () => {
  let secret: TestBroker;
  let taken: string[];
  let whys: string[];
  let stop: (() => void) | undefined;
  const trusted = getCACertificates('default');
  beforeEach(async () => {
    [taken, whys] = [[], []];
    secret = await startBroker(true);
  });
  afterEach(async () => {
    stop?.();
    setDefaultCACertificates(trusted);
    await secret.close();
  });
  function open(): void {
    const connectors: BrokerLineNeeds['connectors'] = {
      take: async (_arrival, text) => {
        taken.push(text);
        return { ok: true, value: { taken: [], letters: [] } };
      },
      listeners: () => [{ connectorId: 'water', filter: 'line/#' }], count: () => undefined, hinder: async (_id, refusal) => void whys.push(refusal?.detail ?? ''),
    };
    stop = openBrokerLine({ address: `mqtts://127.0.0.1:${secret.port}`, installation: 'a line over TLS', connectors, clock: systemClock, log: silentLogger });
  }

  it('[CN13] is heard when its authority is trusted', async () => {
    setDefaultCACertificates([...trusted, brokerAuthority()]);
    open();
    await vi.waitFor(() => expect(secret.filters()).toEqual(['line/#']), PATIENT);
    await secret.publish('line/1', '水位超警戒');
    await vi.waitFor(() => expect([taken, secret.acknowledged]).toEqual([['水位超警戒'], ['水位超警戒']]), PATIENT);
  }, 30_000);

  it('[CN13] is not spoken to while nobody trusts it, and the desk is told why', async () => {
    open();
    await vi.waitFor(() => expect(whys.some((why) => /VERIFY|ISSUER|SELF_SIGNED/.test(why))).toBe(true), PATIENT);
    expect([taken, secret.filters()]).toEqual([[], []]);
  }, 30_000);
});

describe('a connector without a broker', () => {
  it('[CN11] is off until an address is given', async () => {
    const quiet = await startTestApp();
    const { body } = await quiet.as('intake').call('GET', '/api/v1/connectors');
    expect((body as unknown as ConnectorsView).connectors.filter(({ id }) => id.startsWith('iot-')).map(({ standing }) => standing)).toEqual(['off', 'off', 'off']);
    await quiet.close();
  });
});
