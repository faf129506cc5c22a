import type { EventStore, StoredEvent } from '../store/event-store.ts';

const cannotBeWritten = (): Promise<never> => Promise.reject(new Error('a history that is told cannot be written'));

/** A history that somebody tells a ledger piece by piece, in an order of their own; nothing can be written into it. */
export class ToldHistory implements EventStore {
  readonly epoch = 'told';
  readonly append = cannotBeWritten;
  readonly takeSerials = cannotBeWritten;
  #told: readonly StoredEvent[] = [];
  #lastSeq = 0;

  /** What comes next; what was told before must have been read. */
  tell(events: readonly StoredEvent[]): void {
    this.#told = events.map((stored) => ({ ...stored, seq: (this.#lastSeq += 1) }));
  }

  async readSince(fromSeq: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.#told.filter(({ seq }) => seq > fromSeq).slice(0, limit);
  }

  async findIdempotent(): Promise<null> {
    return null;
  }

  /** What was told is not held: a page of an object's life can't be made of it. */
  async readStream(): Promise<readonly StoredEvent[]> {
    return [];
  }

  async readStreams(): Promise<readonly StoredEvent[]> {
    return [];
  }

  async lastSeq(): Promise<number> {
    return this.#lastSeq;
  }
}
