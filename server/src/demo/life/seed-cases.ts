import { DAY_MS, localParts, startOfDay, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { ListVersion } from '@wangge/shared/lists';
import { serialCounter } from '@wangge/shared/oversight';
import type { RoadGraph } from '@wangge/shared/roads';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { CallRules } from '../../features/calls/call-context.api.ts';
import type { LadderSettings } from '../../features/oversight/ladder-kind.api.ts';
import type { EventStore } from '../../store/event-store.ts';
import { pastOfTown, type LivedTown } from './past-of-town.ts';
import type { PastEvent } from './simulate.ts';
import { readPast } from './stored-past.ts';
import { townViews } from './town-views.ts';

/** How many days the demo has lived before its first start; after a longer pause no more than these are made up for. */
const HISTORY_DAYS = 35;
const BATCH_EVENTS = 500;

export interface SeedDeps {
  readonly district: DistrictApi;
  readonly roads: RoadGraph;
  readonly events: EventStore;
  readonly seed: number;
  /** 督办阶梯 in force. */
  readonly ladder: ListVersion<LadderSettings>;
  readonly callRules: CallRules;
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

/** Events of several towns in the order of time. */
function* merged(sources: readonly Iterator<PastEvent, void>[]): Generator<PastEvent, void, void> {
  const heads = sources.map((source) => ({ source, next: source.next() }));
  for (;;) {
    let first: (typeof heads)[number] | null = null;
    for (const head of heads) if (!head.next.done && (!first || first.next.done || head.next.value.event.at < first.next.value.event.at)) first = head;
    if (!first || first.next.done) return;
    yield first.next.value;
    first.next = first.source.next();
  }
}

/**
 * Lives the demo from where the store's history ends, or from 35 days before, up to `until`, and appends what happened in all
 * its townships in the order of time. The same store, seed and instant give the same history; two spans after each other
 * give the same as one.
 */
export async function seedCases(deps: SeedDeps, until: number): Promise<SeedOutcome> {
  const { district, events, seed } = deps;
  const past = await readPast(events);
  const begin = startOfDay(until) - HISTORY_DAYS * DAY_MS;
  const from = Math.max(past.lastAt, begin);
  const serials = await orderSerials(deps, from, until);
  const taken = new Map(serials);
  const refused: string[] = [];
  const onRefused = (item: Case, action: string, code: string): void => void refused.push(`${item.no} ${item.state} ${action}: ${code}`);
  const lived: LivedTown[] = [];
  for (const view of townViews(district, seed)) lived.push(await pastOfTown(view, past, { begin, from, until }, { ...deps, serials, onRefused }));
  let written = 0;
  let batch: PastEvent[] = [];
  const flush = async (): Promise<void> => {
    const outcome = await events.append(batch.map(({ stream, expectedRevision, event }) => ({ stream, expectedRevision, events: [event] })));
    if (outcome.kind !== 'appended') throw new Error(`history of the demo could not be appended: ${outcome.kind}`);
    written += batch.length;
    batch = [];
  };
  for (const event of merged(lived.map((town) => town.events))) {
    batch.push(event);
    if (batch.length >= BATCH_EVENTS) await flush();
  }
  if (batch.length > 0) await flush();
  for (const [counter, next] of serials) await events.takeSerials(counter, next - (taken.get(counter) ?? 1));
  for (const town of lived) await town.takeCallNumbers();
  const cases = new Map(lived.flatMap((town) => [...town.cases]));
  return { added: lived.reduce((sum, town) => sum + town.cases.size - town.known, 0), events: written, refused, cases };
}
