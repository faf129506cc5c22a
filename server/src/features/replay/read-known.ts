import { setImmediate } from 'node:timers/promises';
import type { Case, CaseEvent } from '@wangge/shared/case';
import { kindOf } from '../../ledger/ledger.ts';
import type { EventStore, StoredEvent } from '../../store/event-store.ts';
import type { HistoryIndex, Stretch } from './history-index.ts';

/** Read at once; between two pages everybody else has their turn. */
const PAGE = 300;

/** An event of a case with the instant from which it was known. */
export interface KnownEvent {
  readonly knownAt: number;
  readonly stored: StoredEvent<CaseEvent>;
  /** The case as this event found it, where whoever goes over the events would not know it. */
  readonly before?: Case;
}

export interface KnownNeeds {
  readonly events: EventStore;
  readonly index: HistoryIndex;
}

/** Reads the events of cases in a stretch of the history that became known after `from` and by `to`, in the order in which they did. */
export async function readKnown({ events, index }: KnownNeeds, { firstSeq, lastSeq }: Stretch, from: number, to: number): Promise<KnownEvent[]> {
  const known: KnownEvent[] = [];
  for (let seq = firstSeq - 1; seq < lastSeq; ) {
    const page = await events.readSince(seq, PAGE);
    for (const stored of page) {
      if (kindOf(stored.stream) !== 'case' || stored.seq > lastSeq) continue;
      const knownAt = index.knownAt(stored);
      if (knownAt > from && knownAt <= to) known.push({ knownAt, stored: stored as StoredEvent<CaseEvent> });
    }
    if (page.length < PAGE) break;
    seq = page[page.length - 1]!.seq;
    await setImmediate();
  }
  return known.sort((a, b) => a.knownAt - b.knownAt || a.stored.seq - b.stored.seq);
}
