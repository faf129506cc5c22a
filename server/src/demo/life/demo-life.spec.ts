import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS, refuse, type TeamId, type UnitId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { distanceM, type LngLat } from '@wangge/shared/geo';
import { buildRoadGraph } from '@wangge/shared/roads';
import { createCallsApi } from '../../features/calls/calls.api.ts';
import { defaultCallRules } from '../../features/calls/default-call-rules.fixture.ts';
import { CaseBook } from '../../features/cases/case-book.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { createCasesApi, type CasesApi } from '../../features/cases/cases.api.ts';
import { createDistrictApi } from '../../features/district/district.api.ts';
import type { AlarmsApi } from '../../features/alarms/alarms.api.ts';
import type { OversightApi } from '../../features/oversight/oversight.api.ts';
import { ruleBookOf } from '../../features/district/rule-book.api.ts';
import type { RawFix } from '../../ingest/raw-fix.ts';
import type { Clock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createSqliteEventStore } from '../../store/sqlite/sqlite-event-store.ts';
import { demoDistrict } from '../organisation/index.ts';
import { plainMap } from '../plain-map.ts';
import { fateOf } from './fate.ts';
import { startDemoLife } from './demo-life.ts';
import { isSilent } from './fleet.ts';

/** What becomes of a case is drawn from its id: with ids of chance, one run in a hundred would find every order late. */
let ids = 0;
vi.mock(import('../../platform/ids.ts'), async (original) => ({ ...await original(), newUuid: () => `demo-${ids += 1}` }));

const SEED = 7;
const MORNING = Date.parse('2026-11-20T09:00+08:00');

const map = plainMap();
const made = demoDistrict(map, SEED);
const district = createDistrictApi(made, map, ruleBookOf(made));
const roads = buildRoadGraph((map.roads?.features ?? []).map((f) => ({ coordinates: f.geometry.coordinates, roadClass: f.properties.roadClass })));
const person = (role: 'intake' | 'duty-chief' | 'dispatcher') => {
  const found = district.current().people.find((p) => p.roles.includes(role));
  return { id: found?.id ?? '', name: found?.name ?? '', role, unitId: found?.departmentId ?? null, parentUnitId: null, areaCode: '' };
};

/** Nothing is supervised here: the orders have their own specs. */
const noOversight: OversightApi = {
  all: () => [][Symbol.iterator](), get: () => undefined, act: async () => refuse('OBJECT_NOT_FOUND'), scan: async () => 0, onChanges: () => undefined,
};
const noAlarms = { open: () => [] } as unknown as AlarmsApi;

let now: number;
let tick: () => void;
let fixes: RawFix[];
let manned: Set<TeamId>;
let offDuty: Set<UnitId>;
let clock: Clock;
let start: () => void;
let cases: CasesApi;

async function pass(ms: number): Promise<void> {
  for (const until = now + ms; now < until;) {
    now += SECOND_MS;
    tick();
    // The stores of this spec answer at once: a few turns of the loop are all that an act needs.
    for (let turn = 0; turn < 3; turn += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}

function find(test: (item: Case) => boolean): Case | undefined {
  return [...cases.all()].find(test);
}

beforeEach(() => {
  ids = 0;
  now = MORNING;
  fixes = [];
  manned = new Set();
  offDuty = new Set();
  clock = {
    now: () => now,
    after: () => () => undefined,
    every(_periodMs, callback) {
      tick = callback;
      return () => undefined;
    },
  };
  const book = new CaseBook();
  const ledger = new Ledger(createSqliteEventStore(openDatabase(':memory:')));
  ledger.register('case', book);
  cases = createCasesApi(book, ledger, district);
  const calls = createCallsApi({ ledger, cases, district, ...defaultCallRules });
  start = () => void startDemoLife({
    district, roads, cases, calls, callRules: defaultCallRules, feed: book, oversight: noOversight, alarms: noAlarms, clock, log: silentLogger, seed: SEED,
    sink: { accept: (fix) => void fixes.push(fix), kept: async () => undefined }, lastPlace: () => null, isTeamManned: (id) => manned.has(id),
    setDuty: (unitId, isOnDuty) => void (isOnDuty ? offDuty.delete(unitId) : offDuty.add(unitId)),
  });
});

/** A case that the test's own operators have filed, so that only the dispatch is left to do. */
async function filedCase(lngLat: LngLat): Promise<Case> {
  const reporter = { name: null, phone: null, isSecret: false };
  const input = { typeCode: 'E0504', description: '占道', source: '12345热线', externalNo: null, lngLat, address: '', reporter, photos: [] };
  const answer = await cases.report([input], { id: 'channel:x', name: 'x', role: 'channel', unitId: null, parentUnitId: null, areaCode: '' }, now);
  const item = answer.kind === 'done' ? answer.outcome.cases[0] : undefined;
  if (!item) throw new Error('the report was refused');
  const accepted = await cases.command(item.id, {
    action: 'accept', expectedRevision: 1, actor: person('intake'), payload: { typeCode: item.typeCode, level: item.level, gridCode: item.gridCode },
  }, now);
  const filed = await cases.command(item.id, { action: 'file', expectedRevision: 2, actor: person('duty-chief'), payload: {} }, now);
  if (!accepted.ok || !filed.ok) throw new Error('the case could not be filed');
  return filed.value.item;
}

/** One that is not among the few that the demo leaves undone past their time. */
async function promptCase(lngLat: LngLat): Promise<Case> {
  const item = await filedCase(lngLat);
  return fateOf(item).isLate ? promptCase(lngLat) : item;
}

async function dispatch(item: Case, teamId: TeamId): Promise<void> {
  const sent = await cases.command(item.id, { action: 'dispatch', expectedRevision: item.revision, actor: person('dispatcher'), payload: { teamId } }, now);
  expect(sent.ok).toBe(true);
}

describe('the living demo', () => {
  beforeEach(() => start());

  it('carries out an operator\'s order: signs soon, drives there, arrives, works and reports back', async () => {
    const [team] = district.current().teams;
    if (!team) throw new Error('no team');
    const item = await promptCase([team.base[0] + 0.012, team.base[1] + 0.004]);
    await dispatch(item, team.id);
    await pass(150 * SECOND_MS);
    expect(cases.get(item.id)?.order?.signedAt).toEqual(expect.any(Number));

    await pass(25 * MINUTE_MS);
    const order = cases.get(item.id)?.order;
    const speedKmh = distanceM(team.base, item.lngLat) / ((order?.arrivedAt ?? 0) - (order?.departedAt ?? 0)) * 3_600;
    expect(speedKmh).toBeGreaterThan(8);
    expect(speedKmh).toBeLessThan(60);

    await pass(2 * HOUR_MS);
    expect(cases.get(item.id)?.handledAt).toEqual(expect.any(Number));
  }, 60_000);

  it('leaves a team alone while one of its members is signed in, and takes over when nobody is', async () => {
    const team = district.current().teams[1];
    if (!team) throw new Error('no team');
    manned.add(team.id);
    const item = await filedCase([team.base[0] + 0.004, team.base[1] + 0.004]);
    await dispatch(item, team.id);
    await pass(4 * MINUTE_MS);
    expect(cases.get(item.id)?.order).toMatchObject({ deliveredAt: null, signedAt: null });
    expect(fixes.filter((f) => f.unitId === team.unitId)).toEqual([]);

    manned.clear();
    await pass(4 * MINUTE_MS);
    expect(cases.get(item.id)?.order?.signedAt).toEqual(expect.any(Number));
  }, 60_000);

  it('reports cases and handles them without anybody at a desk', async () => {
    await pass(2 * HOUR_MS);
    expect([...cases.all()].length).toBeGreaterThan(8);
    expect(find((c) => c.acceptedAt !== null && c.source !== '网格上报')).toBeDefined();
    expect(find((c) => (c.order?.arrivedAt ?? null) !== null)).toBeDefined();
    expect(find((c) => c.state === 'filed')).toBeDefined();
  }, 60_000);

  it('moves everybody who is on duty, nobody faster than a car or in jumps', async () => {
    await pass(10 * MINUTE_MS);
    expect(new Set(fixes.map((f) => f.unitId)).size).toBeGreaterThan(160);
    const last = new Map<string, RawFix>();
    let fastestMs = 0;
    for (const fix of fixes) {
      const before = last.get(fix.unitId);
      const gapMs = before ? fix.at - before.at : 0;
      if (before && gapMs > 0) fastestMs = Math.max(fastestMs, (distanceM([before.lng, before.lat], [fix.lng, fix.lat]) - 15) / gapMs);
      last.set(fix.unitId, fix);
    }
    expect(fastestMs * 3_600).toBeLessThan(90);
    expect(fixes.length / 600).toBeGreaterThan(15);
    expect(fixes.length / 600).toBeLessThan(60);
  }, 60_000);
});

describe('the living demo late in the evening', () => {
  it('has the teams that went home off duty from its first second, all others with a fresh position, and everybody on duty in the morning', async () => {
    now = Date.parse('2026-11-20T22:50+08:00');
    start();
    await pass(3 * SECOND_MS);
    const seen = new Set(fixes.map(({ unitId }) => unitId));
    const { teams } = district.current();
    expect(teams.filter(({ unitId }) => seen.has(unitId) === offDuty.has(unitId) && !isSilent(teams.find((t) => t.unitId === unitId)!, now))).toEqual([]);
    expect(offDuty.size).toBeGreaterThan(teams.length / 2);
    expect(offDuty.size).toBeLessThan(teams.length);

    now = Date.parse('2026-11-21T07:00+08:00');
    await pass(6 * MINUTE_MS);
    expect(offDuty.size).toBe(0);
  }, 60_000);
});
