import { setImmediate } from 'node:timers/promises';
import type { CaseEvent } from '@wangge/shared/case';
import { kindOf } from '../../ledger/ledger.ts';
import type { EventStore, StoredEvent } from '../../store/event-store.ts';

/** Read at once; between two pages everybody else has their turn. */
const PAGE = 1_000;

/** An event of a case with the instant from which it was known. */
export interface KnownEvent {
  readonly knownAt: number;
  readonly stored: StoredEvent<CaseEvent>;
}

/** Reads the events of cases in a stretch of the history that became known after `from` and by `to`, in the order in which they did. */
export async function readKnown(events: EventStore, { firstSeq, lastSeq }: { readonly firstSeq: number; readonly lastSeq: number }, from: number, to: number): Promise<KnownEvent[]> {
  const knownOf = new Map<string, number>();
  const known: KnownEvent[] = [];
  for (let seq = firstSeq - 1; seq < lastSeq; ) {
    const page = await events.readSince(seq, PAGE);
    for (const stored of page) {
      if (kindOf(stored.stream) !== 'case' || stored.seq > lastSeq) continue;
      const knownAt = Math.max(stored.event.at, knownOf.get(stored.stream) ?? 0);
      knownOf.set(stored.stream, knownAt);
      if (knownAt > from && knownAt <= to) known.push({ knownAt, stored: stored as StoredEvent<CaseEvent> });
    }
    if (page.length < PAGE) break;
    seq = page[page.length - 1]!.seq;
    await setImmediate();
  }
  return known.sort((a, b) => a.knownAt - b.knownAt || a.stored.seq - b.stored.seq);
}
