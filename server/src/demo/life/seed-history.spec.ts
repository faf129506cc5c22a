import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS, startOfDay } from '@wangge/shared/base';
import { evolveCall, isRunningCall, type Call, type CallEvent } from '@wangge/shared/call';
import type { Case, CaseEvent } from '@wangge/shared/case';
import { isClosedState, isOpenState } from '@wangge/shared/district';
import { FigureBook, buildFigures, type Figures } from '@wangge/shared/figures';
import { mileageOf } from '@wangge/shared/position';
import { buildRoadGraph, type RoadGraph } from '@wangge/shared/roads';
import { Ledger } from '../../ledger/ledger.ts';
import { defaultCallRules } from '../../features/calls/default-call-rules.fixture.ts';
import { CaseBook } from '../../features/cases/case-book.ts';
import { createDistrictApi, type DistrictApi } from '../../features/district/district.api.ts';
import { ladderKind } from '../../features/oversight/ladder-kind.api.ts';
import { ruleBookOf } from '../../features/district/rule-book.api.ts';
import type { EventStore } from '../../store/event-store.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createSqliteEventStore } from '../../store/sqlite/sqlite-event-store.ts';
import { createSqliteTrackStore } from '../../store/sqlite/sqlite-track-store.ts';
import type { TrackStore } from '../../store/track-store.ts';
import { demoDistrict } from '../organisation/index.ts';
import { plainMap } from '../plain-map.ts';
import { seedHistory } from './seed-history.ts';
import { hasPetitioner } from './sources.ts';

const SEED = 7;
const defaults = ladderKind.read(ladderKind.defaultText(), { hasDepartment: () => true, contentOf: () => undefined }).content;
const ladder = { kind: ladderKind.kind, version: defaults.version, effectiveFrom: defaults.effectiveFrom, documentNo: '', isConfirmed: false, publishedAt: 0, publishedBy: '', content: defaults };
const at = (text: string): number => Date.parse(`${text}+08:00`);
const FRIDAY = at('2026-11-20T15:42');

interface Lived {
  readonly events: EventStore;
  readonly tracks: TrackStore;
  readonly cases: Case[];
  readonly figures: Figures;
  readonly hash: string;
  readonly cpuMs: number;
}

let district: DistrictApi;
let roads: RoadGraph;

async function live(...instants: number[]): Promise<Lived> {
  const db = openDatabase(':memory:');
  const events = createSqliteEventStore(db);
  const tracks = createSqliteTrackStore(db);
  const begun = process.cpuUsage();
  for (const until of instants) expect((await seedHistory({ district, roads, events, tracks, ladder, callRules: defaultCallRules, seed: SEED }, until)).refused).toEqual([]);
  const { user, system } = process.cpuUsage(begun);
  const book = new CaseBook();
  const ledger = new Ledger(events);
  ledger.register('case', book);
  await ledger.catchUp();
  const figureBook = new FigureBook(district.current().calendar);
  const until = instants[instants.length - 1] ?? 0;
  for (const item of book.all()) figureBook.put(item, until);
  const force = { onDuty: 0, idle: 0, busy: 0, stale: 0, gridWorkersOnline: 0, gridWorkersTotal: 0, patrolKmToday: 0 };
  const stored = await events.readSince(0, 1_000_000);
  // The course of a way is drawn for the last hour before each stop only; everything else must agree.
  const told = stored.map(({ stream, revision, event }) => [stream, revision, { ...event, payload: { ...(event as CaseEvent).payload, route: undefined } }]);
  const hash = createHash('sha256').update(JSON.stringify(told)).digest('hex');
  return { events, tracks, cases: [...book.all()], figures: buildFigures(figureBook, district.current(), force, until), hash, cpuMs: (user + system) / 1_000 };
}

beforeAll(() => {
  const map = plainMap();
  const made = demoDistrict(map, SEED);
  district = createDistrictApi(made, map, ruleBookOf(made));
  roads = buildRoadGraph((map.roads?.features ?? []).map((f) => ({ coordinates: f.geometry.coordinates, roadClass: f.properties.roadClass })));
});

describe('the history of the demo on a Friday afternoon', () => {
  let lived: Lived;
  beforeAll(async () => {
    lived = await live(FRIDAY);
  }, 60_000);

  it('has a believable load: reports, open cases, lamps and rates', () => {
    const { today, lamps, month } = lived.figures;
    expect(lived.cases.length).toBeGreaterThan(2_500);
    expect(today.reported).toBeGreaterThan(40);
    expect(today.reported).toBeLessThan(90);
    expect(today.open).toBeGreaterThan(130);
    expect(today.open).toBeLessThan(210);
    expect(lamps.yellow).toBeGreaterThanOrEqual(6);
    expect(lamps.red).toBeGreaterThanOrEqual(2);
    expect(lamps.red).toBeLessThanOrEqual(14);
    expect(lamps.paused).toBeGreaterThanOrEqual(2);
    expect(lamps.paused).toBeLessThanOrEqual(12);
    expect(month.closed / month.due).toBeGreaterThan(0.95);
    expect(month.closed / month.due).toBeLessThan(1);
    expect(month.closedOnTime / month.due).toBeGreaterThan(0.9);
    expect(month.closedOnTime / month.due).toBeLessThan(0.97);
  });

  it('shows every kind of life: refused, merged, voided, returned, reworked, suspended, extended, called to the county, supervised, rated', () => {
    const some = (test: (item: Case) => boolean): boolean => lived.cases.some(test);
    expect(some((c) => c.state === 'refused')).toBe(true);
    expect(some((c) => c.state === 'merged' && c.mergedInto !== null)).toBe(true);
    expect(some((c) => c.state === 'voided')).toBe(true);
    expect(some((c) => c.returnCount > 0)).toBe(true);
    expect(some((c) => c.reworkCount > 0)).toBe(true);
    expect(some((c) => c.state === 'suspended')).toBe(true);
    expect(some((c) => c.extensionCount > 0)).toBe(true);
    expect(some((c) => c.countyCall !== null)).toBe(true);
    expect(some((c) => c.supervision > 0)).toBe(true);
    expect(some((c) => c.satisfaction !== null)).toBe(true);
  });

  it('lets disputes climb: villages and township mediate, some settle there, some go on to the county, and some wait in a village now', async () => {
    const stored = await lived.events.readSince(0, 1_000_000);
    const calls = new Map<string, Call>();
    for (const { stream, event } of stored) if (stream.startsWith('call/')) calls.set(stream, evolveCall(calls.get(stream) ?? null, event as unknown as CallEvent));
    const climbing = [...calls.values()].filter(({ isDispute }) => isDispute);
    for (const to of ['village', 'township'] as const) {
      const ended = climbing.filter((call) => call.to === to && call.finishedAt !== null);
      expect(new Set(ended.map(({ isSolved }) => isSolved))).toEqual(new Set([true, false]));
      expect(ended.every(({ mediations, isSolved }) => (mediations.at(-1)?.result === 'agreed') === isSolved)).toBe(true);
    }
    expect(climbing.some((call) => call.to === 'county' && call.attempts.some(({ how }) => how === 'mediated'))).toBe(true);
    expect(climbing.some((call) => call.to === 'village' && isRunningCall(call.state))).toBe(true);
  });

  it('settles most in the village, the rest in the township and little in the county, and hears of about a third from the public', () => {
    const kindOf = new Map(district.current().departments.map(({ id, kind }) => [id, kind]));
    const closed = lived.cases.filter(({ state }) => isClosedState(state));
    const settled = (test: (kind: string) => boolean): number => closed.filter(({ leadDepartmentId: id }) => test(id === null ? 'village' : kindOf.get(id) ?? '')).length / closed.length;
    expect(settled((kind) => kind === 'village')).toBeGreaterThan(0.55);
    expect(settled((kind) => kind === 'village')).toBeLessThan(0.75);
    expect(settled((kind) => kind === 'county')).toBeLessThan(0.05);
    const filed = lived.cases.filter(({ filedAt }) => filedAt !== null);
    const told = filed.filter(({ source }) => hasPetitioner(source)).length / filed.length;
    expect(told).toBeGreaterThan(0.25);
    expect(told).toBeLessThan(0.35);
  });

  it('leaves work for a dispatcher, and cases in all villages', () => {
    expect(lived.cases.filter((c) => c.state === 'filed').length).toBeGreaterThanOrEqual(3);
    expect(lived.figures.villages.filter((v) => v.month.due === 0)).toEqual([]);
  });

  it('is written in the order of time and ends at the instant asked for', async () => {
    const stored = await lived.events.readSince(0, 1_000_000);
    const instants = stored.map((s) => s.event.at);
    expect(instants.every((instant, i) => i === 0 || instant >= (instants[i - 1] ?? 0))).toBe(true);
    expect(instants[instants.length - 1]).toBeLessThanOrEqual(FRIDAY);
    expect(FRIDAY - (instants[instants.length - 1] ?? 0)).toBeLessThan(30 * MINUTE_MS);
  });

  it('lets nobody work on what can wait in the middle of the night', async () => {
    const stored = await lived.events.readSince(0, 1_000_000);
    const urgencies = new Map(lived.cases.map((c) => [c.id as string, c.urgency]));
    const night = stored.filter(({ event, stream }) => {
      const hour = new Date(event.at + 8 * 3_600_000).getUTCHours();
      return hour >= 1 && hour < 5 && event.actor.role === 'squad' && urgencies.get(stream) === 'normal';
    });
    expect(night).toEqual([]);
  });

  it('has driven the teams a believable way today', async () => {
    const km = await Promise.all(district.current().teams.map(async (team) =>
      mileageOf(await lived.tracks.readTrack(team.unitId, startOfDay(FRIDAY), FRIDAY + 1)).distanceM / 1_000));
    expect(Math.min(...km)).toBeGreaterThan(8);
    expect(Math.max(...km)).toBeLessThan(170);
  });

  it('is lived within the time a first start may take', () => {
    expect(lived.cpuMs).toBeLessThan(10_000);
  });

  it('is the same history for the same seed and instant', async () => {
    expect((await live(FRIDAY)).hash).toBe(lived.hash);
  }, 60_000);

  it('is the same when it was lived in three spans with pauses between them', async () => {
    expect((await live(at('2026-11-20T09:17:23'), at('2026-11-20T13:02:11'), FRIDAY)).hash).toBe(lived.hash);
  }, 60_000);
});

describe('the history of the demo at odd hours', () => {
  it('is not empty in the first half hour of a month', async () => {
    const { figures } = await live(at('2026-12-01T00:30'));
    expect(figures.today.open).toBeGreaterThan(120);
    expect(figures.today.reported).toBeLessThan(8);
    expect(figures.today.reportedYesterdayByNow).toBeGreaterThanOrEqual(0);
    expect(figures.trend.reduce((sum, h) => sum + h.reported, 0)).toBeGreaterThan(50);
  }, 60_000);

  it('is quieter on a Sunday, with departments closed and teams out', async () => {
    const { figures, cases } = await live(at('2026-11-22T16:00'));
    expect(figures.today.reported).toBeGreaterThan(15);
    expect(figures.today.reported).toBeLessThan(60);
    expect(cases.some((c) => c.order !== null && c.order.sentAt >= startOfDay(at('2026-11-22T16:00')))).toBe(true);
    expect(cases.filter((c) => isOpenState(c.state)).length).toBeGreaterThan(110);
  }, 60_000);
});
