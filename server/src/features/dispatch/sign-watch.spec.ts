import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '@wangge/shared/access';
import type { CaseId, TeamId } from '@wangge/shared/base';
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
import { CaseBook } from '../cases/case-book.ts';
import { createCasesApi, type CasesApi } from '../cases/cases.api.ts';
import { createDistrictApi, type DistrictApi } from '../district/district.api.ts';
import { ruleBookOf } from '../district/rule-book.api.ts';
import { createListsApi } from '../lists/create-lists.ts';
import { signLadderKind } from './sign-ladder-kind.api.ts';
import { createSignWatch } from './sign-watch.ts';

const NINE = Date.parse('2026-11-02T09:00:00+08:00');
const minute = (n: number): number => NINE + n * 60_000;
const PLACE = plainMap().villages.features[0]!.properties.label;

let district: DistrictApi;
let teams: readonly TeamId[];
let critical: string;
beforeAll(() => {
  const map = plainMap();
  const made = demoDistrict(map, 7);
  district = createDistrictApi(made, map, ruleBookOf(made));
  teams = made.teams.map(({ id }) => id);
  critical = made.caseTypes.find(({ urgency }) => urgency === 'critical')!.code;
});

function person(role: ActorRole, unitId: string | null = null): Actor {
  return { id: `p-${role}-${unitId}`, name: role, role, unitId, parentUnitId: null, areaCode: '' };
}

/** One server's memory over a store. `autoMoves`: how often a 特急 order goes on by itself. */
async function serverOn(events: EventStore, autoMoves = 0, inLine: () => TeamId | null = () => teams[1]!) {
  const ledger = new Ledger(events);
  const book = new CaseBook();
  ledger.register('case', book);
  const cases = createCasesApi(book, ledger, district, () => true);
  const kind = { ...signLadderKind, kind: `sign-ladder-${autoMoves}`, defaultText: () => signLadderKind.defaultText().replace('10分,0', `10分,${autoMoves}`) };
  const lists = await createListsApi(createSqliteDocumentStore(openDatabase(':memory:')), [kind], { hasDepartment: () => true });
  const { look } = createSignWatch({
    cases, feed: book, lists: { ...lists, inForce: (_kind, at) => lists.inForce(kind as never, at) }, dispatch: { nextInLine: inLine, plan: () => ({}) }, clock: systemClock, log: silentLogger,
  });
  await ledger.catchUp();
  return { cases, look, ledger, eventsOf: async (id: CaseId) => (await cases.history(id)).slice(4).map(({ event }) => `${(event.at - NINE) / 60_000} ${event.type}`) };
}

const store = (): EventStore => createSqliteEventStore(openDatabase(':memory:'));

async function act(cases: CasesApi, { id }: { readonly id: CaseId }, at: number, action: CaseAction, actor: Actor, payload: CasePayload = {}): Promise<Case> {
  const done = await cases.command(id, { action, expectedRevision: cases.get(id)!.revision, actor, payload }, at);
  if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
  return done.value.item;
}

/** A 特急 case whose order was sent to the first team at nine. */
async function sent(cases: CasesApi, drill: { readonly drillId?: string } = {}): Promise<Case> {
  const by = drill.drillId ? person('intake') : person('channel');
  const answer = await cases.report([{ typeCode: critical, description: '', source: '', externalNo: null, lngLat: PLACE, address: '', reporter: { name: null, phone: null, isSecret: false }, photos: [], ...drill }], by, minute(-3));
  const item = answer.kind === 'done' ? answer.outcome.cases[0]! : null;
  if (!item) throw new Error('not taken');
  await act(cases, item, minute(-2), 'accept', person('intake'), { typeCode: critical, level: item.level, gridCode: item.gridCode });
  await act(cases, item, minute(-1), 'file', person('duty-chief'));
  return act(cases, item, NINE, 'dispatch', person('dispatcher'), { teamId: teams[0]! });
}

describe('the ladder of unsigned orders by itself', () => {
  it('[AK2] [AK5] reminds, proposes the next and tells the desk, each once and in time, and leaves the order where it is', async () => {
    const { cases, look, eventsOf } = await serverOn(store());
    const { id } = await sent(cases);
    for (let s = 0; s <= 40 * 60; s += 10) await look(NINE + s * 1_000);
    expect(await eventsOf(id)).toEqual(['5 sign-reminded', '10 next-proposed', '15 desk-told']);
    expect(cases.get(id)).toMatchObject({ state: 'dispatched', order: { teamId: teams[0], ladder: { nextTeamId: teams[1], passedFrom: [] } } });
  });

  it('[AK2] leaves a signed order alone, also one signed between two rungs', async () => {
    const { cases, look, eventsOf } = await serverOn(store());
    const { id } = await sent(cases);
    await look(minute(6));
    await act(cases, { id }, minute(7), 'sign', person('squad', teams[0]!));
    await look(minute(30));
    expect(await eventsOf(id)).toEqual(['6 sign-reminded', '7 signed']);
  });

  it('[AK4] [AK5] [AK6] goes on by itself as often as the list says, then proposes; nobody left tells the desk at once', async () => {
    const line = [teams[1]!, teams[2]!];
    const { cases, look, eventsOf } = await serverOn(store(), 1, () => line.shift() ?? null);
    const { id } = await sent(cases);
    for (let s = 0; s <= 21 * 60; s += 10) await look(NINE + s * 1_000);
    expect(await eventsOf(id)).toEqual(['5 sign-reminded', '10 passed-on', '15 sign-reminded', '15 desk-told', '20 next-proposed']);
    expect(cases.get(id)?.order).toMatchObject({ teamId: teams[1], ladder: { nextTeamId: teams[2], passedFrom: [{ teamId: teams[0], at: minute(10) }] } });
    const alone = await serverOn(store(), 1, () => null);
    const { id: other } = await sent(alone.cases);
    await alone.look(minute(10));
    expect(await alone.eventsOf(other)).toEqual(['10 sign-reminded', '10 next-proposed', '10 desk-told']);
  });

  it('[AK3] climbs once over two nodes that look at the same instant, and goes on after both were started again', async () => {
    const events = store();
    const { id } = await sent((await serverOn(events)).cases);
    for (const at of [minute(5), minute(10)]) {
      const [a, b] = [await serverOn(events), await serverOn(events)];
      await Promise.all([a.look(at), b.look(at)]);
      await Promise.all([a.look(at + 1_000), b.look(at + 1_000)]);
    }
    const late = await serverOn(events);
    await late.look(minute(45));
    expect(await late.eventsOf(id)).toEqual(['5 sign-reminded', '10 next-proposed', '45 desk-told']);
  });

  it('[AK6] of a signature and a going on in the same instant one wins, whichever is written first, and the other is told', async () => {
    const won = { sign: 0, move: 0 };
    for (let turn = 0; turn < 12; turn += 1) {
      const events = store();
      const { id } = await sent((await serverOn(events, 1)).cases);
      const [desk, phone] = [await serverOn(events, 1), await serverOn(events, 1)];
      await desk.look(minute(5));
      await phone.ledger.catchUp();
      const wish = { action: 'sign', expectedRevision: phone.cases.get(id)!.revision, actor: person('squad', teams[0]!), payload: {} } as const;
      const moves = (): Promise<unknown> => desk.look(minute(10));
      const signs = () => phone.cases.command(id, wish, minute(10));
      const [signed] = turn % 2 === 0 ? await Promise.all([signs(), moves()]) : (await Promise.all([moves(), signs()])).toReversed() as [Awaited<ReturnType<typeof signs>>, unknown];
      const after = await serverOn(events, 1);
      const told = await after.eventsOf(id);
      expect(told.filter((line) => /signed|passed-on/.test(line))).toHaveLength(1);
      expect(after.cases.get(id)).toMatchObject(signed.ok ? { state: 'handling', order: { teamId: teams[0] } } : { state: 'dispatched', order: { teamId: teams[1] } });
      if (signed.ok) { won.sign += 1; continue; }
      won.move += 1;
      expect(signed.error.code).toBe('ORDER_PASSED_ON');
      expect(await after.cases.command(id, { ...wish, expectedRevision: after.cases.get(id)!.revision }, minute(10))).toMatchObject({ ok: false, error: { code: 'ORDER_PASSED_ON', rule: 'AK7' } });
    }
    expect(won.sign + won.move).toBe(12);
    expect(Math.min(won.sign, won.move)).toBeGreaterThan(0);
  });

  it('[AK10] climbs in a drill as in earnest', async () => {
    const { cases, look, eventsOf } = await serverOn(store());
    const { id } = await sent(cases, { drillId: 'drill-1' });
    await look(minute(5));
    expect(await eventsOf(id)).toEqual(['5 sign-reminded']);
    expect(cases.get(id)?.drillId).toBe('drill-1');
  });
});
