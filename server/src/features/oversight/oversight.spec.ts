import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '@wangge/shared/access';
import type { CaseId } from '@wangge/shared/base';
import type { Case, CaseAction, CasePayload } from '@wangge/shared/case';
import { isUnfinished, type Oversight } from '@wangge/shared/oversight';
import { demoDistrict } from '../../demo/organisation/index.ts';
import { plainMap } from '../../demo/plain-map.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { systemClock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { EventStore } from '../../store/event-store.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createSqliteDocumentStore } from '../../store/sqlite/sqlite-document-store.ts';
import { createSqliteEventStore } from '../../store/sqlite/sqlite-event-store.ts';
import { CaseBook } from '../cases/case-book.ts';
import { createCasesApi, type CasesApi } from '../cases/cases.api.ts';
import { createDistrictApi, type DistrictApi } from '../district/district.api.ts';
import { ruleBookOf } from '../district/rule-book.api.ts';
import { createListsApi } from '../lists/create-lists.ts';
import { createOversight } from './create-oversight.ts';
import { ladderKind } from './ladder-kind.api.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const PLACE = plainMap().villages.features[0]!.properties.label;

let district: DistrictApi;
beforeAll(() => {
  const map = plainMap();
  const made = demoDistrict(map, 7);
  district = createDistrictApi(made, map, ruleBookOf(made));
});

function person(role: ActorRole, unitId: string | null = null): Actor {
  return { id: `p-${role}`, name: role, role, unitId, parentUnitId: null, areaCode: '' };
}

/** One server's memory over a store, with what it is asked in a test. */
async function serverOn(events: EventStore) {
  const ledger = new Ledger(events);
  const book = new CaseBook();
  ledger.register('case', book);
  const cases = createCasesApi(book, ledger, district);
  const lists = await createListsApi(createSqliteDocumentStore(openDatabase(':memory:')), [ladderKind], { hasDepartment: () => true });
  const { api, start, boards } = createOversight({ ledger, cases, feed: book, lists, district: { unitName: () => null } as unknown as DistrictApi, clock: { ...systemClock, every: () => () => undefined }, log: silentLogger });
  await ledger.catchUp();
  start!();
  return { ledger, cases, api, board: boards![0]!, of: (id: CaseId): Oversight[] => [...api.all()].filter(({ caseId }) => caseId === id) };
}

const store = (): EventStore => createSqliteEventStore(openDatabase(':memory:'));

async function reported(cases: CasesApi, when: string, typeCode: string): Promise<Case> {
  const answer = await cases.report([{
    typeCode, description: '情况', source: '网格', externalNo: null, lngLat: PLACE, address: '', reporter: { name: null, phone: null, isSecret: false }, photos: [],
  }], person('channel'), at(when));
  if (answer.kind !== 'done') throw new Error('repeated');
  return answer.outcome.cases[0]!;
}

async function act(cases: CasesApi, id: CaseId, when: string, action: CaseAction, actor: Actor, payload: CasePayload = {}): Promise<Case> {
  const done = await cases.command(id, { action, expectedRevision: cases.get(id)!.revision, actor, payload }, at(when));
  if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
  return done.value.item;
}

const rungs = (orders: readonly Oversight[]): string[] => orders.filter(({ clockKey }) => clockKey === 'r1').map(({ rung }) => rung);

describe('the ladder by itself', () => {
  it('[OV1] [OV4] opens each rung of a case nobody takes once, numbers it, marks the case and moves nothing', async () => {
    const { cases, api, of } = await serverOn(store());
    const { id } = await reported(cases, '2026-11-02 09:00', 'Z003');
    for (let hour = 0; hour < 30; hour += 1) await api.scan(at('2026-11-02 09:01') + hour * 3_600_000);
    expect(rungs(of(id))).toEqual(['urge', 'yellow', 'red']);
    expect(of(id).map(({ no }) => no)).toEqual(expect.arrayContaining(['催办〔2026〕001', '督办〔2026〕001', '督办〔2026〕002']));
    expect(of(id).every(({ addressee }) => addressee.post === 'room')).toBe(true);
    expect(cases.get(id)).toMatchObject({ state: 'reported', supervision: 2 });
  });

  it('[OV2] climbs to the county over the weekend, and drafts the circular five working days later', async () => {
    const { cases, api, of } = await serverOn(store());
    const { id } = await reported(cases, '2026-11-04 09:00', 'Z003');
    for (let hour = 0; hour < 24 * 16; hour += 1) await api.scan(at('2026-11-04 09:01') + hour * 3_600_000);
    const days = Object.fromEntries(of(id).map(({ rung, openedAt }) => [rung, new Date(openedAt + 8 * 3_600_000).toISOString().slice(0, 10)]));
    expect(days).toMatchObject({ yellow: '2026-11-05', red: '2026-11-05', county: '2026-11-10', censure: '2026-11-17' });
    const draft = of(id).find(({ rung }) => rung === 'censure')!;
    expect(draft.state).toBe('draft');
    expect(cases.get(id)?.supervision).toBe(3);
    const confirmed = await api.act(draft.id, { action: 'confirm', expectedRevision: 1, actor: person('commander'), payload: {} }, at('2026-11-20 10:00'));
    expect(confirmed).toMatchObject({ ok: true, value: { state: 'open' } });
    expect(cases.get(id)?.supervision).toBe(4);
  });

  it('[OV14] two openers at once open one order and mark the case once', async () => {
    const events = store();
    const { id } = await reported((await serverOn(events)).cases, '2026-11-02 09:00', 'Z003');
    const [a, b] = [await serverOn(events), await serverOn(events)];
    const now = at('2026-11-03 05:00');
    await Promise.all([a.api.scan(now), b.api.scan(now)]);
    const after = await serverOn(events);
    expect(rungs(after.of(id))).toEqual(['urge']);
    const urged = (await after.cases.history(id)).filter(({ event }) => event.type === 'urged');
    expect(urged).toHaveLength(after.of(id).length);
  });

  it('[OV6] [OV11] ends all orders with the case in one act, and climbs anew when it is reopened', async () => {
    const { cases, api, of, ledger } = await serverOn(store());
    const { id } = await reported(cases, '2026-11-02 09:00', 'Z003');
    await api.scan(at('2026-11-03 10:30'));
    expect(of(id).filter(isUnfinished).map(({ rung }) => rung)).toContain('red');
    await act(cases, id, '2026-11-03 11:00', 'refuse', person('intake'), { reason: '不属实' });
    expect(of(id).every((order) => order.state === 'lifted' && order.lifted?.text === 'case-ended')).toBe(true);
    expect((await ledger.history(`oversight/${of(id)[0]!.id}`)).at(-1)?.event.at).toBe(at('2026-11-03 11:00'));
  });

  it('[OV12] makes an order of what a person marks on the case page', async () => {
    const { cases, api, of } = await serverOn(store());
    const { id } = await reported(cases, '2026-11-02 09:00', 'Z001');
    await act(cases, id, '2026-11-02 10:00', 'supervise', person('inspector'), { supervisionLevel: 1, note: '请今日办结' });
    await api.scan(at('2026-11-02 10:01'));
    await api.scan(at('2026-11-02 10:02'));
    expect(of(id)).toMatchObject([{ rung: 'yellow', origin: 'manual', requirement: '请今日办结', signer: { personId: 'p-inspector' }, state: 'open' }]);
    expect(cases.get(id)).toMatchObject({ supervision: 1, revision: 2 });
  });

  it('[OV8] frees the case of its mark when the last order is struck off', async () => {
    const { cases, api, of } = await serverOn(store());
    const { id } = await reported(cases, '2026-11-02 09:00', 'Z001');
    await act(cases, id, '2026-11-02 10:00', 'supervise', person('inspector'), { supervisionLevel: 1, note: '请今日办结' });
    await api.scan(at('2026-11-02 10:01'));
    const [order] = of(id);
    await api.act(order!.id, { action: 'reply', expectedRevision: 1, actor: person('intake'), payload: { text: '正在核实' } }, at('2026-11-02 11:00'));
    const struck = await api.act(order!.id, { action: 'strike-off', expectedRevision: 2, actor: person('inspector'), payload: {} }, at('2026-11-02 12:00'));
    expect(struck).toMatchObject({ ok: true, value: { state: 'struck-off' } });
    expect(cases.get(id)?.supervision).toBe(0);
  });

  it('[OV16] tells the board by area, and counts what is open and what the month brought', async () => {
    const { cases, api, board } = await serverOn(store());
    const item = await reported(cases, '2026-11-02 09:00', 'Z003');
    await api.scan(at('2026-11-03 10:30'));
    const seen = board.read({ ...person('wall'), areaCode: item.villageCode }, at('2026-11-03 12:00'));
    expect(seen).toMatchObject({ unfinished: { yellow: 1, red: 1 }, month: { opened: 2, replied: 0 }, isLadderConfirmed: false });
    expect(seen).toMatchObject({ oldest: [{ rung: 'red' }] });
    expect(board.read({ ...person('wall'), areaCode: '320282' }, at('2026-11-03 12:00'))).toMatchObject({ unfinished: { yellow: 0, red: 0 }, oldest: [] });
  });

  it('[OV16] shows a department of the county what goes to it, and not the orders of others', async () => {
    const { cases, api, board } = await serverOn(store());
    await reported(cases, '2026-11-02 09:00', 'Z003');
    await api.scan(at('2026-11-03 10:30'));
    const office: Actor = { ...person('county-department'), unitId: 'c-traffic', areaCode: '' };
    expect(board.read(office, at('2026-11-03 12:00'))).toMatchObject({ unfinished: { yellow: 0, red: 0 }, oldest: [] });
    expect(board.read({ ...person('county-centre'), areaCode: '' }, at('2026-11-03 12:00'))).toMatchObject({ unfinished: { yellow: 1, red: 1 } });
  });
});
