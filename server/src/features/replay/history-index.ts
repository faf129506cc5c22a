import { HOUR_MS, startOfDay, startOfHour } from '@wangge/shared/base';
import { kindOf } from '../../ledger/ledger.ts';
import type { StoredEvent } from '../../store/event-store.ts';

/** A day of the history, and how many events of cases became known on it. */
export interface DaySpan {
  readonly day: number;
  readonly count: number;
}

/** Where in the history some events lie; both ends are among them. */
export interface Stretch {
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** When the first and the last event of a stream became known; epoch ms. */
export interface StreamSpan {
  readonly firstAt: number;
  readonly lastAt: number;
}

/**
 * When what became known (时点索引), told by the ledger as it folds: an event is known from the time it was received on, and
 * never before the one before it in its stream. Holds two numbers a stream and four an hour, nothing of what happened.
 */
export class HistoryIndex {
  readonly #slots = new Map<string, number>();
  #times = new Float64Array(2_048);
  /** Streams of other kinds than cases, in the order in which they began. */
  readonly #others: string[] = [];
  readonly #hours = new Map<number, { firstSeq: number; lastSeq: number; count: number }>();
  /** The few events that say a time before the one before them. */
  readonly #late = new Map<number, number>();

  take(events: readonly StoredEvent[]): void {
    for (const { seq, stream, event } of events) this.#note(stream, seq, event.at, kindOf(stream) === 'case');
  }

  #note(stream: string, seq: number, at: number, isOfCase: boolean): void {
    let slot = this.#slots.get(stream);
    if (slot === undefined) {
      if (!isOfCase) this.#others.push(stream);
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
    if (knownAt !== at) this.#late.set(seq, knownAt);
    const hour = startOfHour(knownAt);
    const span = this.#hours.get(hour);
    if (!span) this.#hours.set(hour, { firstSeq: seq, lastSeq: seq, count: Number(isOfCase) });
    else {
      span.firstSeq = Math.min(span.firstSeq, seq);
      span.lastSeq = Math.max(span.lastSeq, seq);
      span.count += Number(isOfCase);
    }
  }

  /** The start of the hour from which on `count` events of cases were known before the hour of `at`, but no more than `mostMs` before that. */
  hourBefore(at: number, count: number, mostMs: number): number {
    const last = startOfHour(at);
    let hour = last;
    for (let known = 0; known < count && hour > last - mostMs; known += this.#hours.get(hour)?.count ?? 0) hour -= HOUR_MS;
    return hour;
  }

  /** From when on an event was known. */
  knownAt({ seq, event }: StoredEvent): number {
    return this.#late.get(seq) ?? event.at;
  }

  spanOf(stream: string): StreamSpan | undefined {
    const slot = this.#slots.get(stream);
    return slot === undefined ? undefined : { firstAt: this.#times[slot]!, lastAt: this.#times[slot + 1]! };
  }

  /** The streams of other kinds than cases that had begun by an instant, in the order in which they did. */
  othersBy(at: number): string[] {
    return this.#others.filter((stream) => this.spanOf(stream)!.firstAt <= at);
  }

  /** Days on which something happened to a case, oldest first. */
  days(): DaySpan[] {
    const counts = new Map<number, number>();
    for (const [hour, { count }] of this.#hours) counts.set(startOfDay(hour), (counts.get(startOfDay(hour)) ?? 0) + count);
    return [...counts].map(([day, count]) => ({ day, count })).filter(({ count }) => count > 0).sort((a, b) => a.day - b.day);
  }

  /** The stretch of the history that holds all events that became known between two instants; null when nothing happened. */
  stretch(from: number, to: number): Stretch | null {
    let firstSeq = Infinity;
    let lastSeq = 0;
    for (const [hour, span] of this.#hours) {
      if (hour < startOfHour(from) || hour > to) continue;
      firstSeq = Math.min(firstSeq, span.firstSeq);
      lastSeq = Math.max(lastSeq, span.lastSeq);
    }
    return lastSeq === 0 ? null : { firstSeq, lastSeq };
  }
}
