import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '@wangge/shared/access';
import type { AlarmsBoard, PersonAlarmAction } from '@wangge/shared/alarm';
import { asId, type UnitId } from '@wangge/shared/base';
import type { Case, CaseAction, CasePayload } from '@wangge/shared/case';
import { demoDistrict } from '../../demo/organisation/index.ts';
import { plainMap } from '../../demo/plain-map.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { systemClock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { EventStore } from '../../store/event-store.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createSqliteDocumentStore } from '../../store/sqlite/sqlite-document-store.ts';
import { createSqliteEventStore } from '../../store/sqlite/sqlite-event-store.ts';
import type { CallsApi } from '../calls/calls.api.ts';
import { CaseBook } from '../cases/case-book.ts';
import { createCasesApi, type CasesApi } from '../cases/cases.api.ts';
import { createDistrictApi, type DistrictApi } from '../district/district.api.ts';
import { ruleBookOf } from '../district/rule-book.api.ts';
import { createListsApi } from '../lists/create-lists.ts';
import { alertGatewaysKind } from './alert-gateways-kind.api.ts';
import { createAlarms } from './create-alarms.ts';
import { takeoverKind } from './takeover-kind.api.ts';

const MINUTE = 60_000;
const TEN = Date.parse('2026-11-04T10:00:00+08:00');
const GAS = 'E0403';
const PLACE = plainMap().villages.features[0]!.properties.label;
const noCalls = { onChanges: () => undefined, get: () => undefined } as unknown as CallsApi;

let district: DistrictApi;
beforeAll(() => {
  const map = plainMap();
  const made = demoDistrict(map, 7);
  district = createDistrictApi(made, map, ruleBookOf(made));
});

const person = (role: ActorRole, areaCode = ''): Actor => ({ id: `p-${role}`, name: '周建明', role, unitId: null, parentUnitId: null, areaCode });

/** One server's memory over a store, leading, with a clock in the hand of the test. */
async function serverOn(events: EventStore, startAt = TEN, ground = district) {
  let now = startAt;
  const ledger = new Ledger(events);
  const book = new CaseBook();
  ledger.register('case', book);
  const cases = createCasesApi(book, ledger, district);
  const documents = createSqliteDocumentStore(openDatabase(':memory:'));
  const lists = await createListsApi(documents, [takeoverKind, alertGatewaysKind], { hasDepartment: () => true });
  const { api, boards, start } = createAlarms({
    ledger, cases, calls: noCalls, feed: book, lists, district: ground, documents, outgoingHosts: [], log: silentLogger, clock: { ...systemClock, now: () => now, every: () => () => undefined },
    recommend: (item, at) => ({ caseRevision: item.revision, at, candidates: [], passedOver: [] }), lastPlace: () => PLACE, clipsFolder: '/nowhere',
  });
  await ledger.catchUp();
  start!();
  /** Lets what was set off come to its end, then looks after everything at an instant. */
  async function at(instant: number): Promise<void> {
    now = instant;
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    await api.sweep(now);
  }
  return { cases, api, at, open: () => [...api.all()].filter(({ state }) => state !== 'closed'), board: (actor: Actor) => boards![0]!.read(actor, now) as AlarmsBoard };
}

type Server = Awaited<ReturnType<typeof serverOn>>;

async function reported(cases: CasesApi, at: number, typeCode = GAS, isSecret = false): Promise<Case> {
  const answer = await cases.report([{
    typeCode, description: '情况', source: '网格', externalNo: null, lngLat: PLACE, address: '', reporter: { name: null, phone: null, isSecret }, photos: [],
  }], person('channel'), at);
  if (answer.kind !== 'done') throw new Error('repeated');
  return answer.outcome.cases[0]!;
}

async function act(cases: CasesApi, { id }: Case, at: number, action: CaseAction, actor: Actor, payload: CasePayload = {}): Promise<void> {
  const done = await cases.command(id, { action, expectedRevision: cases.get(id)!.revision, actor, payload }, at);
  if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
}

async function answer({ api }: Server, id: string, action: PersonAlarmAction, at: number, payload: object = {}): Promise<void> {
  const done = await api.act(id, { action, expectedRevision: api.get(id)!.revision, actor: person('duty-chief'), payload }, at);
  if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
}

let store: EventStore;
let server: Server;
beforeEach(async () => {
  store = createSqliteEventStore(openDatabase(':memory:'));
  server = await serverOn(store);
});

describe('what is raised by itself', () => {
  it('[TK2] raises a 特急 case once, on this server and on one that folds the history again', async () => {
    const item = await reported(server.cases, TEN);
    await server.at(TEN + 100);
    await act(server.cases, item, TEN + 200, 'accept', person('intake'), { typeCode: GAS, level: 'major', gridCode: item.gridCode });
    await server.at(TEN + 2_000);
    expect(server.open()).toMatchObject([{ happening: 'critical-case', matter: '燃气管道泄漏', state: 'raised', calledAt: [TEN] }]);
    const again = await serverOn(store, TEN + 3_000);
    await again.at(TEN + 4_000);
    expect(again.open()).toHaveLength(1);
    expect([...again.api.all()]).toEqual([...server.api.all()]);
  });

  it('[TK2] raises nothing of what is history to a node that begins to lead, and what was nobody’s yet', async () => {
    const other = createSqliteEventStore(openDatabase(':memory:'));
    const before = await serverOn(other, TEN);
    // Reported while no node led: nothing follows it.
    await reported(before.cases, TEN - 20 * MINUTE);
    await reported(before.cases, TEN - MINUTE);
    const leader = await serverOn(other, TEN + 1_000);
    await leader.at(TEN + 1_000);
    expect(leader.open().filter(({ cause }) => cause.kind === 'case')).toHaveLength(1);
  });

  it('[TK1] raises a lamp that turned red while nobody has the case, when its time has come', async () => {
    const item = await reported(server.cases, TEN, 'E0101');
    await server.at(item.clock.dueAt - 1);
    expect(server.open()).toEqual([]);
    await server.at(item.clock.dueAt + 2);
    expect(server.open()).toMatchObject([{ happening: 'red-lamp', id: `red.${item.id}.1` }]);
  });

  it('[TK14] makes one alarm of a button that is repeated, and another when it is pressed again', async () => {
    const unitId = district.current().units[0]!.id;
    const press = (at: number, isPressed: boolean): void => server.api.hearSos({ unitId, at, isPressed, lngLat: null }, at);
    for (const second of [0, 10, 20]) press(TEN + second * 1_000, true);
    await server.at(TEN + 21_000);
    expect(server.open()).toMatchObject([{ id: `sos.${unitId}.${TEN}`, lngLat: PLACE, rule: { sound: 'urgent' } }]);
    await answer(server, `sos.${unitId}.${TEN}`, 'acknowledge', TEN + 30_000);
    await answer(server, `sos.${unitId}.${TEN}`, 'close', TEN + 40_000, { text: '误触' });
    press(TEN + 50_000, true);
    await server.at(TEN + 51_000);
    expect(server.open()).toEqual([]);
    press(TEN + 60_000, false);
    press(TEN + 70_000, true);
    await server.at(TEN + 71_000);
    expect(server.open()).toHaveLength(1);
    expect(server.api.get(`sos.${asId<UnitId>('nobody')}.1`)).toBeUndefined();
  });
});

describe('what happens to an alarm by itself', () => {
  it('[TK4] [TK5] climbs by the clock, rests on the shelf and comes back', async () => {
    await reported(server.cases, TEN);
    await server.at(TEN + 100);
    const id = server.open()[0]!.id;
    await server.at(TEN + MINUTE);
    await server.at(TEN + 2 * MINUTE);
    expect(server.api.get(id)?.calledAt).toEqual([TEN, TEN + MINUTE]);
    await answer(server, id, 'shelve', TEN + 2 * MINUTE, { text: '已电话核实，等待到场', until: TEN + 20 * MINUTE });
    await server.at(TEN + 15 * MINUTE);
    expect(server.api.get(id)).toMatchObject({ state: 'shelved' });
    await server.at(TEN + 20 * MINUTE);
    expect(server.api.get(id)).toMatchObject({ state: 'raised', calledAt: [TEN + 20 * MINUTE] });
  });

  it('[TK8] [TK9] is answered by who sends a team, and ends once that was seen', async () => {
    const item = await reported(server.cases, TEN);
    await act(server.cases, item, TEN + 1_000, 'accept', person('intake'), { typeCode: GAS, level: 'major', gridCode: item.gridCode });
    await act(server.cases, item, TEN + 2_000, 'file', person('duty-chief'));
    await server.at(TEN + 3_000);
    await act(server.cases, item, TEN + 4_000, 'dispatch', { ...person('dispatcher'), name: '陆敏' }, { teamId: district.current().teams[0]!.id });
    await server.at(TEN + 5_000);
    expect(server.open()).toMatchObject([{ state: 'acknowledged', acknowledged: { byName: '陆敏', isByDispatch: true } }]);
    await server.at(TEN + 24_000);
    expect(server.open()).toHaveLength(1);
    await server.at(TEN + 26_000);
    expect(server.open()).toEqual([]);
  });

  it('[TK7] groups a flood, and one answer answers them all', async () => {
    for (let index = 0; index < 14; index += 1) {
      await reported(server.cases, TEN + index * 1_000);
      await server.at(TEN + index * 1_000);
    }
    const flood = server.open().find(({ happening }) => happening === 'flood');
    expect(flood?.members).toHaveLength(14);
    expect(server.open().filter(({ state }) => state === 'grouped')).toHaveLength(14);
    expect(server.board(person('duty-chief')).alarms).toMatchObject([{ happening: 'flood', members: { length: 14 } }]);
    await answer(server, flood!.id, 'acknowledge', TEN + 20_000);
    expect(server.open().map(({ state }) => state)).toEqual(Array.from({ length: 15 }, () => 'acknowledged'));
    expect(server.open().every(({ acknowledged }) => acknowledged?.byName === '周建明')).toBe(true);
    await server.at(TEN + MINUTE);
    expect(server.open()).toHaveLength(14);
  });
});

describe('what a terminal complains of', () => {
  it('[TM12] is an alarm where a rule names it, one of a kind for a unit while it is open', async () => {
    const unit = district.current().units[0]!;
    const signal = { unitId: unit.id, happening: 'terminal-rollover' as const, matter: '侧翻报警', at: TEN, lngLat: PLACE };
    expect(await server.api.hearUnit(signal, false, TEN)).toBe(true);
    expect(await server.api.hearUnit({ ...signal, at: TEN + 5_000 }, true, TEN + 5_000)).toBe(true);
    expect(await server.api.hearUnit({ ...signal, happening: 'terminal-power-cut', at: TEN + 6_000 }, true, TEN + 6_000), 'no rule names it').toBe(true);
    expect(server.open()).toMatchObject([{ happening: 'terminal-rollover', matter: '侧翻报警', cause: { kind: 'unit', unitName: unit.name }, rule: { id: 'rollover', sound: 'urgent' }, lngLat: PLACE }]);
    expect(await server.api.hearUnit({ ...signal, happening: 'terminal-collision', at: TEN + 7_000 }, true, TEN + 7_000)).toBe(true);
    expect(server.open()).toHaveLength(2);
  });

  it('[TM12] is not raised anew when a server that just started hears what was closed a moment ago, but when it happens again', async () => {
    const signal = { unitId: district.current().units[0]!.id, happening: 'terminal-collision' as const, matter: '碰撞报警', at: TEN, lngLat: null };
    await server.api.hearUnit(signal, false, TEN);
    await answer(server, server.open()[0]!.id, 'acknowledge', TEN + 1_000);
    await answer(server, server.open()[0]!.id, 'close', TEN + 2_000, { text: '已核实' });
    await server.api.hearUnit({ ...signal, at: TEN + MINUTE }, false, TEN + MINUTE);
    expect(server.open()).toEqual([]);
    await server.api.hearUnit({ ...signal, at: TEN + 2 * MINUTE }, true, TEN + 2 * MINUTE);
    expect(server.open()).toHaveLength(1);
  });
});

describe('what a reader sees', () => {
  it('[TK10] given a vehicle in trouble beyond its township\'s border, then its own room and the one it is in see it and may answer, and no third', async () => {
    const unit = district.current().units[0]!;
    const [own, there] = ['320281105', district.placeOf(PLACE)!.villageCode.slice(0, 9)];
    server = await serverOn(store, TEN, { ...district, areaOfUnit: (id) => (id === unit.id ? `${own}003` : district.areaOfUnit(id)) });
    await server.api.hearUnit({ unitId: unit.id, happening: 'terminal-rollover', matter: '侧翻报警', at: TEN, lngLat: PLACE }, false, TEN);
    const seenBy = (areaCode: string) => server.board(person('duty-chief', areaCode)).alarms.map(({ matter, allowed }) => [matter, allowed.includes('acknowledge')]);
    expect([own, there, '320281'].map(seenBy)).toEqual(Array.from({ length: 3 }, () => [['侧翻报警', true]]));
    expect(['320281106', '320282'].map(seenBy)).toEqual([[], []]);
  });

  it('[TK10] hides what lies elsewhere, and on a wall secrets, exact places of persons and given names', async () => {
    await reported(server.cases, TEN);
    await server.at(TEN + 100);
    await answer(server, server.open()[0]!.id, 'acknowledge', TEN + 200);
    await reported(server.cases, TEN + 300, 'Z003');
    await reported(server.cases, TEN + 400, 'Y001', true);
    await server.at(TEN + 1_000);
    expect(server.board(person('duty-chief')).alarms).toHaveLength(3);
    expect(server.board(person('duty-chief', '999999')).alarms).toEqual([]);
    const { alarms, waiting } = server.board(person('wall'));
    expect(alarms.map(({ matter }) => matter)).toEqual(['家庭暴力线索', '燃气管道泄漏']);
    expect(alarms[1]?.acknowledged?.name).toBe('周**');
    const { gridCode } = alarms[0]!;
    expect(alarms[0]?.lngLat).toEqual(district.gridCentre(gridCode ?? ''));
    expect([waiting, alarms.flatMap(({ allowed }) => allowed)]).toEqual([0, []]);
    expect(alarms[0]?.recommendation).not.toBeNull();
    expect(JSON.stringify(alarms)).not.toContain('情况');
  });
});
