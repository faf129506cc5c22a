import type { CaseId } from '@wangge/shared/base';
import type { DomainEvent } from '@wangge/shared/life';
import { decideCase, decideReport, evolveCase, joinReport, type Case, type CaseEvent } from '@wangge/shared/case';
import { Agenda } from './agenda.ts';
import type { CallBook } from './call-book.ts';
import { caseIdOf } from './case-id.ts';
import type { Arrival } from './demand.ts';
import { nextStep } from './next-step.ts';
import type { PastOrderEvent, PastOversight } from './past-oversight.ts';
import type { CallDeed } from './step.ts';
import type { Town } from './town.ts';

/** An arrival with the number its case gets. */
export interface NumberedArrival {
  readonly arrival: Arrival;
  readonly no: string;
}

/** An event of the past, with the revision its case, call or order had before it. */
export interface PastEvent {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly event: DomainEvent;
}

export interface Past {
  readonly town: Town;
  readonly oversight: PastOversight;
  /** Cases that exist already; changed in place. */
  readonly cases: Map<CaseId, Case>;
  /** Calls that exist already; changed in place. */
  readonly calls: CallBook;
  readonly arrivals: readonly NumberedArrival[];
  /** Nothing happens before `from` or after `until`, epoch ms. */
  readonly from: number;
  readonly until: number;
  /** Told of a step that the life cycle refuses; the case is then left as it is. */
  onRefused(item: Case, action: string, code: string): void;
}

/** Lives through a span of the past: all events in the order of time, each decided as a live one would be. */
export function* simulate({ town, oversight, cases, calls, arrivals, from, until, onRefused }: Past): Generator<PastEvent, void, void> {
  const agenda = new Agenda();
  const plan = (item: Case, now: number): void => {
    const at = Math.max(now, Math.min(nextStep(item, town, now)?.at ?? Infinity, oversight.nextAt(item, now)));
    if (at <= until) agenda.add({ at, caseId: item.id, revision: item.revision });
  };
  const keep = (before: Case | null, event: CaseEvent): Case => {
    const after = evolveCase(before, event);
    cases.set(after.id, after);
    town.put(before, after);
    oversight.see(after.id, event);
    return after;
  };
  /** An order's event, and what it says to its case; answers the case after it. */
  function* supervise(item: Case, { stream, expectedRevision, event, onCase }: PastOrderEvent): Generator<PastEvent, Case, void> {
    yield { stream, expectedRevision, event };
    if (!onCase) return item;
    const after = keep(item, onCase);
    yield { stream: item.id, expectedRevision: item.revision, event: onCase };
    return after;
  }

  /** What is done with a call, and what follows for its case; answers the case after it, or null when it was refused. */
  function* moveCall(item: Case, deed: CallDeed, at: number): Generator<PastEvent, Case | null, void> {
    const done = calls.decide(deed, item, town, town.callContext(item, at));
    if (!done.ok) {
      onRefused(item, deed.kind === 'draft' ? 'draft-call' : deed.action, done.error.code);
      return null;
    }
    const { callId, revision, event, caseEvents } = done.value;
    calls.apply(callId, event);
    yield { stream: `call/${callId}`, expectedRevision: revision, event };
    let current = item;
    for (const caseEvent of caseEvents) {
      yield { stream: item.id, expectedRevision: current.revision, event: caseEvent };
      current = keep(current, caseEvent);
      for (const end of oversight.ends(current, at)) current = yield* supervise(current, end);
    }
    return current;
  }

  for (const item of cases.values()) town.put(null, item);
  for (const item of cases.values()) plan(item, from);
  let next = 0;
  for (;;) {
    const coming = arrivals[next];
    if (coming && coming.arrival.at <= agenda.nextAt) {
      next += 1;
      const opened = openCase(coming, town);
      const item = keep(null, opened);
      plan(item, opened.at);
      yield { stream: item.id, expectedRevision: 0, event: opened };
      continue;
    }
    const entry = agenda.takeDue(until);
    if (!entry) return;
    const item = cases.get(entry.caseId as CaseId);
    if (!item || item.revision !== entry.revision) continue;
    const ordered = oversight.act(item, entry.at);
    if (ordered) {
      plan(yield* supervise(item, ordered), entry.at);
      continue;
    }
    const step = nextStep(item, town, entry.at);
    if (step?.call && step.at <= entry.at) {
      const after = yield* moveCall(item, step.call, entry.at);
      if (after) plan(after, entry.at);
      continue;
    }
    if (!step?.act || step.at > entry.at) {
      plan(item, entry.at + 1);
      continue;
    }
    const parent = step.act.payload.parentCaseId && cases.get(step.act.payload.parentCaseId);
    const decided = decideCase(item, { ...step.act, expectedRevision: item.revision }, { ...town.context(entry.at), ...(parent ? { parent } : {}) });
    if (!decided.ok) {
      onRefused(item, step.act.action, decided.error.code);
      continue;
    }
    const after = keep(item, decided.value);
    yield { stream: item.id, expectedRevision: item.revision, event: decided.value };
    for (const end of oversight.ends(after, entry.at)) yield* supervise(after, end);
    plan(after, entry.at);
    if (!parent) continue;
    const joined = joinReport(parent, item, decided.value);
    plan(keep(parent, joined), entry.at);
    yield { stream: parent.id, expectedRevision: parent.revision, event: joined };
  }
}

function openCase({ arrival, no }: NumberedArrival, town: Town): CaseEvent {
  const { key, at, actor, type, description, source, externalNo, lngLat, address, villageCode, gridCode, reporter, isSelfHandled, photos, afterPhotos } = arrival;
  const facts = {
    id: caseIdOf(key), no, type, typesVersion: town.district.current().caseTypesVersion, description, source, externalNo, lngLat, address,
    villageCode, gridCode, reporter, photos, ...(afterPhotos ? { afterPhotos } : {}),
  };
  return decideReport(facts, actor, town.context(at), isSelfHandled);
}
