import type { CaseId } from '@wangge/shared/base';
import { evolveCall, type Call, type CallEvent } from '@wangge/shared/call';
import { evolveCase, type Case, type CaseEvent } from '@wangge/shared/case';
import { kindOf } from '../../ledger/ledger.ts';
import type { EventStore, StoredEvent } from '../../store/event-store.ts';

const PAGE_EVENTS = 5_000;

/** What the demo's store holds when it begins to live on. `lastAt`: the instant of its last event. */
export interface StoredPast {
  readonly cases: ReadonlyMap<CaseId, Case>;
  /** Calls by the name of their stream. */
  readonly calls: ReadonlyMap<string, Call>;
  readonly ofOrders: readonly StoredEvent[];
  readonly lastAt: number;
}

/** What the store holds: the cases and their calls, the history of the orders of supervision, and the instant of its last event. */
export async function readPast(events: EventStore): Promise<StoredPast> {
  const cases = new Map<CaseId, Case>();
  const calls = new Map<string, Call>();
  const ofOrders: StoredEvent[] = [];
  let lastAt = -Infinity;
  for (let seq = 0; ;) {
    const page = await events.readSince(seq, PAGE_EVENTS);
    const last = page.at(-1);
    if (!last) return { cases, calls, ofOrders, lastAt };
    for (const stored of page) {
      const { stream, event } = stored;
      if (kindOf(stream) === 'oversight') ofOrders.push(stored);
      if (kindOf(stream) === 'call') calls.set(stream, evolveCall(calls.get(stream) ?? null, event as CallEvent));
      if (kindOf(stream) !== 'case') continue;
      cases.set(stream as CaseId, evolveCase(cases.get(stream as CaseId) ?? null, event as CaseEvent));
    }
    seq = last.seq;
    lastAt = Math.max(lastAt, last.event.at);
  }
}
