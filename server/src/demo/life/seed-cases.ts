import { DAY_MS, HOUR_MS, dateKey, localParts, startOfDay, type CaseId } from '@wangge/shared/base';
import { evolveCase, type Case, type CaseEvent } from '@wangge/shared/case';
import { townCodeOf } from '@wangge/shared/district';
import type { ListVersion } from '@wangge/shared/lists';
import { serialCounter } from '@wangge/shared/oversight';
import type { RoadGraph } from '@wangge/shared/roads';
import { caseNo } from '../../features/cases/cases.api.ts';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { LadderSettings } from '../../features/oversight/ladder-kind.api.ts';
import { kindOf } from '../../ledger/ledger.ts';
import type { EventStore, StoredEvent } from '../../store/event-store.ts';
import { Cast } from './cast.ts';
import { Demand, type Arrival } from './demand.ts';
import { pastMovement } from './past-movement.ts';
import { PastOversight } from './past-oversight.ts';
import { simulate, type NumberedArrival, type PastEvent } from './simulate.ts';
import { Town } from './town.ts';

/** How many days the demo has lived before its first start; after a longer pause no more than these are made up for. */
const HISTORY_DAYS = 35;
const BATCH_EVENTS = 500;
const PAGE_EVENTS = 5_000;
/** Trips begun this long before the end may still be under way then. */
const UNDER_WAY_MS = HOUR_MS;

export interface SeedDeps {
  readonly district: DistrictApi;
  readonly roads: RoadGraph;
  readonly events: EventStore;
  readonly seed: number;
  /** 督办阶梯 in force. */
  readonly ladder: ListVersion<LadderSettings>;
}

export interface SeedOutcome {
  /** How many cases and events were added. */
  readonly added: number;
  readonly events: number;
  /** Steps that the life cycle refused: none, unless somebody left a case in a way the demo does not know. */
  readonly refused: readonly string[];
  /** All cases as they stand at the end. */
  readonly cases: ReadonlyMap<CaseId, Case>;
}

/** What the store holds: the cases, the history of the orders of supervision, and the instant of its last event. */
async function readPast(events: EventStore): Promise<{ cases: Map<CaseId, Case>; ofOrders: StoredEvent[]; lastAt: number }> {
  const cases = new Map<CaseId, Case>();
  const ofOrders: StoredEvent[] = [];
  let lastAt = -Infinity;
  for (let seq = 0; ;) {
    const page = await events.readSince(seq, PAGE_EVENTS);
    const last = page.at(-1);
    if (!last) return { cases, ofOrders, lastAt };
    for (const stored of page) {
      const { stream, event } = stored;
      if (kindOf(stream) === 'oversight') ofOrders.push(stored);
      if (kindOf(stream) !== 'case') continue;
      cases.set(stream as CaseId, evolveCase(cases.get(stream as CaseId) ?? null, event as CaseEvent));
    }
    seq = last.seq;
    lastAt = Math.max(lastAt, last.event.at);
  }
}

async function numberDay(arrivals: readonly Arrival[], { events }: SeedDeps, day: number): Promise<NumberedArrival[]> {
  if (arrivals.length === 0) return [];
  const byTown = Map.groupBy(arrivals, ({ villageCode }) => townCodeOf(villageCode));
  const numbered: NumberedArrival[] = [];
  for (const [town, some] of byTown) {
    const first = await events.takeSerials(`case-no/${town}/${dateKey(day)}`, some.length);
    numbered.push(...some.map((arrival, i) => ({ arrival, no: caseNo(town, arrival.type.platform, arrival.at, first + i) })));
  }
  return numbered.sort((a, b) => a.arrival.at - b.arrival.at);
}

/** The first free number of every counter that orders of the span may take from. */
async function orderSerials({ events, district, ladder }: SeedDeps, from: number, until: number): Promise<Map<string, number>> {
  const serials = new Map<string, number>();
  for (let { year } = localParts(from); year <= localParts(until).year; year += 1) {
    for (const town of district.current().towns) {
      for (const row of ladder.content.rungs) {
        const counter = serialCounter(row, town.code, year);
        serials.set(counter, await events.takeSerials(counter, 0));
      }
    }
  }
  return serials;
}

/**
 * Lives the demo from where the store's history ends, or from 35 days before, up to `until`, and appends what happened in the
 * order of time. The same store, seed and instant give the same history; two spans after each other give the same as one.
 */
export async function seedCases(deps: SeedDeps, until: number): Promise<SeedOutcome> {
  const { district, roads, events, seed } = deps;
  const { cases, ofOrders, lastAt } = await readPast(events);
  const begin = startOfDay(until) - HISTORY_DAYS * DAY_MS;
  const lastReportAt = [...cases.values()].reduce((latest, item) => Math.max(latest, item.reportedAt), -Infinity);
  const cast = new Cast(district.current());
  const demand = new Demand({ district, roads, cast, seed });
  const arrivals: NumberedArrival[] = [];
  for (let day = startOfDay(Math.max(begin, lastReportAt)); day <= until; day += DAY_MS) {
    const coming = demand.ofDay(day).filter(({ at }) => at > lastReportAt && at <= until);
    arrivals.push(...(await numberDay(coming, deps, day)));
  }
  const town = new Town(district, cast, pastMovement(roads, until - UNDER_WAY_MS));
  const from = Math.max(lastAt, begin);
  const serials = await orderSerials(deps, from, until);
  const taken = new Map(serials);
  const oversight = new PastOversight({ town, ladder: deps.ladder.content.rungs, ladderVersion: deps.ladder.version, serials });
  for (const stored of ofOrders) oversight.restore(stored);
  const known = cases.size;
  const refused: string[] = [];
  const onRefused = (item: Case, action: string, code: string): void => void refused.push(`${item.no} ${item.state} ${action}: ${code}`);
  let written = 0;
  let batch: PastEvent[] = [];
  const flush = async (): Promise<void> => {
    const outcome = await events.append(batch.map(({ stream, expectedRevision, event }) => ({ stream, expectedRevision, events: [event] })));
    if (outcome.kind !== 'appended') throw new Error(`history of the demo could not be appended: ${outcome.kind}`);
    written += batch.length;
    batch = [];
  };
  for (const event of simulate({ town, oversight, cases, arrivals, from, until, onRefused })) {
    batch.push(event);
    if (batch.length >= BATCH_EVENTS) await flush();
  }
  if (batch.length > 0) await flush();
  for (const [counter, next] of serials) await events.takeSerials(counter, next - (taken.get(counter) ?? 1));
  return { added: cases.size - known, events: written, refused, cases };
}
