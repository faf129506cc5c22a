import type { DomainEvent } from '@wangge/shared/life';

/** An event with its place in its stream (`revision`, from 1) and in the whole history (`seq`, ascending). */
export interface StoredEvent<Event extends DomainEvent = DomainEvent> {
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly event: Event;
}

export interface StreamAppend {
  readonly stream: string;
  /** Revision the writer saw; 0 for a new stream. */
  readonly expectedRevision: number;
  readonly events: readonly DomainEvent[];
}

/** What a key was used for: the same key with the same body gets the same answer again. */
export interface IdempotencyRecord {
  readonly scope: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly answer: string;
}

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly events: readonly StoredEvent[] }
  | { readonly kind: 'conflict'; readonly stream: string }
  | { readonly kind: 'repeated'; readonly record: IdempotencyRecord };

/**
 * The history of everything that has a life: cases, and other kinds in streams named `kind/id`. What `append` answered is durable: it survives the process and the power.
 * All streams of one append, and its idempotency record, are written together or not at all, in the order given; a stream may
 * come more than once, each time at the revision that the one before leaves.
 */
export interface EventStore {
  /** Names this history; a restored or emptied store has another. */
  readonly epoch: string;
  append(appends: readonly StreamAppend[], idempotency?: IdempotencyRecord): Promise<AppendOutcome>;
  findIdempotent(scope: string, key: string): Promise<IdempotencyRecord | null>;
  readStream(stream: string): Promise<readonly StoredEvent[]>;
  /** Of several streams, each named once, the events that say a time up to `until`; those of one stream in order, one after the other. */
  readStreams(streams: readonly string[], until: number): Promise<readonly StoredEvent[]>;
  /** Events after `fromSeq`, in order, at most `limit`. */
  readSince(fromSeq: number, limit: number): Promise<readonly StoredEvent[]>;
  lastSeq(): Promise<number>;
  /** Takes `count` numbers from a named counter and answers the first; numbers are never given twice. */
  takeSerials(counter: string, count: number): Promise<number>;
}
