import { isInArea } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, asId, dateKey, startOfDay, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { ListVersion } from '@wangge/shared/lists';
import type { RoadGraph } from '@wangge/shared/roads';
import { caseNo } from '../../features/cases/cases.api.ts';
import { callCounter, type CallRules } from '../../features/calls/call-context.api.ts';
import type { LadderSettings } from '../../features/oversight/ladder-kind.api.ts';
import type { EventStore } from '../../store/event-store.ts';
import { CallBook } from './call-book.ts';
import { Cast } from './cast.ts';
import { Demand, type Arrival } from './demand.ts';
import { pastMovement } from './past-movement.ts';
import { PastOversight } from './past-oversight.ts';
import { simulate, type NumberedArrival, type PastEvent } from './simulate.ts';
import type { StoredPast } from './stored-past.ts';
import type { TownView } from './town-views.ts';
import { Town } from './town.ts';

/** Trips begun this long before the end may still be under way then. */
const UNDER_WAY_MS = HOUR_MS;

/** The span of the past to be lived. */
export interface Span {
  /** Reports come from here on. */
  readonly begin: number;
  /** Nothing happens before `from` or after `until`, epoch ms. */
  readonly from: number;
  readonly until: number;
}

export interface PastOfTownNeeds {
  readonly roads: RoadGraph;
  readonly events: EventStore;
  readonly ladder: ListVersion<LadderSettings>;
  /** The lists by which calls are judged. */
  readonly callRules: CallRules;
  /** First free number of each counter of orders; taken from as they are given. */
  readonly serials: Map<string, number>;
  /** Told of a step that the life cycle refuses. */
  onRefused(item: Case, action: string, code: string): void;
}

/** The past of one township: its cases, how many it had before, and its events in the order of time as they are asked for. */
export interface LivedTown {
  readonly cases: Map<CaseId, Case>;
  readonly known: number;
  readonly events: Iterator<PastEvent, void>;
  /** Takes the numbers that its calls were given; to be called when the events are written. */
  takeCallNumbers(): Promise<void>;
}

async function numberDay(arrivals: readonly Arrival[], events: EventStore, townCode: string, day: number): Promise<NumberedArrival[]> {
  if (arrivals.length === 0) return [];
  const first = await events.takeSerials(`case-no/${townCode}/${dateKey(day)}`, arrivals.length);
  return arrivals.map((arrival, i) => ({ arrival, no: caseNo(townCode, arrival.type.platform, arrival.at, first + i) }));
}

/** Lets one township live through a span, from what the store holds of it. */
export async function pastOfTown({ code, district, seed, share }: TownView, past: StoredPast, { begin, from, until }: Span, needs: PastOfTownNeeds): Promise<LivedTown> {
  const { roads, events, ladder, callRules, serials, onRefused } = needs;
  const cases = new Map([...past.cases].filter(([, { villageCode }]) => isInArea(villageCode, code)));
  const known = cases.size;
  const lastReportAt = [...cases.values()].reduce((latest, item) => Math.max(latest, item.reportedAt), -Infinity);
  const cast = new Cast(district.current());
  const demand = new Demand({ district, roads, cast, seed, share });
  const arrivals: NumberedArrival[] = [];
  for (let day = startOfDay(Math.max(begin, lastReportAt)); day <= until; day += DAY_MS) {
    const coming = demand.ofDay(day).filter(({ at }) => at > lastReportAt && at <= until);
    arrivals.push(...(await numberDay(coming, events, code, day)));
  }
  const calls = new CallBook();
  for (const call of past.calls.values()) if (cases.has(call.caseId)) calls.put(call);
  const town = new Town(district, cast, pastMovement(roads, until - UNDER_WAY_MS), { rules: callRules, of: (id) => calls.ofCase(id) });
  const oversight = new PastOversight({ town, ladder: ladder.content.rungs, ladderVersion: ladder.version, serials });
  for (const stored of past.ofOrders) if (cases.has(caseOf(stored.stream))) oversight.restore(stored);
  async function takeCallNumbers(): Promise<void> {
    for (const [year, count] of calls.taken) await events.takeSerials(callCounter(code, year), count);
  }
  return { cases, known, events: simulate({ town, oversight, cases, calls, arrivals, from, until, onRefused }), takeCallNumbers };
}

/** The case an order of supervision is about, by the name of its stream. */
function caseOf(stream: string): CaseId {
  return asId<CaseId>(stream.slice('oversight/'.length).split('.')[0] ?? '');
}
