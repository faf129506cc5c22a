import { startOfDay } from '@wangge/shared/base';
import { kindOf } from '../../ledger/ledger.ts';
import type { StoredEvent } from '../../store/event-store.ts';

/** Where in the history the events of a day lie, and how many they are. */
export interface DaySpan {
  readonly day: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly count: number;
}

/** When the first and the last event of a case became known; epoch ms. */
export interface CaseSpan {
  readonly firstAt: number;
  readonly lastAt: number;
}

/**
 * When what became known (时点索引), told by the ledger as it folds: an event is known from the time it was received on, and
 * never before the one before it in its stream. Holds two numbers a case and three a day, nothing of what happened.
 */
export class HistoryIndex {
  readonly #slots = new Map<string, number>();
  #times = new Float64Array(2_048);
  readonly #days = new Map<number, { firstSeq: number; lastSeq: number; count: number }>();

  take(events: readonly StoredEvent[]): void {
    for (const { seq, stream, event } of events) if (kindOf(stream) === 'case') this.#note(stream, seq, event.at);
  }

  #note(stream: string, seq: number, at: number): void {
    let slot = this.#slots.get(stream);
    if (slot === undefined) {
      slot = this.#slots.size * 2;
      this.#slots.set(stream, slot);
      if (slot === this.#times.length) {
        const wider = new Float64Array(slot * 2);
        wider.set(this.#times);
        this.#times = wider;
      }
      this.#times[slot] = at;
    }
    const knownAt = Math.max(at, this.#times[slot + 1] ?? 0);
    this.#times[slot + 1] = knownAt;
    const day = startOfDay(knownAt);
    const span = this.#days.get(day);
    if (!span) this.#days.set(day, { firstSeq: seq, lastSeq: seq, count: 1 });
    else {
      span.firstSeq = Math.min(span.firstSeq, seq);
      span.lastSeq = Math.max(span.lastSeq, seq);
      span.count += 1;
    }
  }

  spanOf(caseId: string): CaseSpan | undefined {
    const slot = this.#slots.get(caseId);
    return slot === undefined ? undefined : { firstAt: this.#times[slot]!, lastAt: this.#times[slot + 1]! };
  }

  /** Days on which something happened, oldest first. */
  days(): DaySpan[] {
    return [...this.#days].map(([day, span]) => ({ day, ...span })).sort((a, b) => a.day - b.day);
  }

  /** The stretch of the history that holds all events known between two instants; null when nothing happened. */
  stretch(from: number, to: number): { readonly firstSeq: number; readonly lastSeq: number } | null {
    let firstSeq = Infinity;
    let lastSeq = 0;
    for (const [day, span] of this.#days) {
      if (day < startOfDay(from) || day > to) continue;
      firstSeq = Math.min(firstSeq, span.firstSeq);
      lastSeq = Math.max(lastSeq, span.lastSeq);
    }
    return lastSeq === 0 ? null : { firstSeq, lastSeq };
  }
}
