import type { DomainEvent } from '@wangge/shared/life';
import type { AppendOutcome, IdempotencyRecord, StreamAppend } from '../event-store.ts';
import { checkSize, CONTENT_LIMIT_BYTES } from './check-size.ts';
import { placeOf, type CommitDocument, type StoredBody } from './commit-document.ts';
import { keyOf, type KnownHistory } from './known-history.ts';

/** What one writer wants to append, ready to be stored. */
export interface AppendWish {
  readonly appends: readonly StreamAppend[];
  readonly record: IdempotencyRecord | undefined;
  readonly events: readonly DomainEvent[];
  readonly bodies: readonly StoredBody[];
  readonly bytes: number;
}

/** Throws when the appends are more than one document holds. */
export function makeWish(appends: readonly StreamAppend[], record: IdempotencyRecord | undefined): AppendWish {
  const bodies = appends.flatMap(({ stream, expectedRevision, events }) => events.map((event, i) => (
    { stream, revision: expectedRevision + i + 1, type: event.type, at: event.at, body: JSON.stringify(event) })));
  const envelope = 120;
  const bytes = bodies.reduce((sum, { stream, type, body }) => sum + Buffer.byteLength(body) + 3 * stream.length + type.length + envelope, 0)
    + (record ? Buffer.byteLength(JSON.stringify(record)) + envelope : 0);
  checkSize(bytes, `an append of ${bodies.length} events`);
  return { appends, record, events: appends.flatMap(({ events }) => events), bodies, bytes };
}

/**
 * What the next commit is going to hold: appends of several writers, each of which sees what those before it do. It is for the place that was next
 * when it was begun: whoever reads on meanwhile may learn of a key or a revision that a wish was judged without, and then that place is taken.
 */
export class CommitDraft {
  readonly #known: KnownHistory;
  readonly #after: number;
  readonly #revisions = new Map<string, number>();
  readonly #members = new Map<number, AppendWish>();
  readonly #keys = new Set<string>();
  #bytes = 0;

  constructor(known: KnownHistory) {
    this.#known = known;
    this.#after = known.lastSeq;
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  /**
   * Takes in the wish of the writer in place `i` if it stands. One that does not fit with those before it waits for what becomes
   * of them; only against an empty draft, the history itself, is a conflict told.
   */
  take(i: number, wish: AppendWish): AppendOutcome | undefined {
    const key = wish.record && keyOf(wish.record);
    if (this.#bytes + wish.bytes > CONTENT_LIMIT_BYTES || (key !== undefined && this.#keys.has(key))) return undefined;
    const revisions = new Map<string, number>();
    for (const { stream, expectedRevision, events } of wish.appends) {
      const before = revisions.get(stream) ?? this.#revisions.get(stream) ?? this.#known.revisionOf(stream);
      if (before !== expectedRevision) return this.isEmpty ? { kind: 'conflict', stream } : undefined;
      revisions.set(stream, before + events.length);
    }
    for (const [stream, revision] of revisions) this.#revisions.set(stream, revision);
    if (key !== undefined) this.#keys.add(key);
    this.#members.set(i, wish);
    this.#bytes += wish.bytes;
    return undefined;
  }

  toCommit(token: string): CommitDocument {
    const members = [...this.#members.values()];
    const events = members.flatMap(({ bodies }) => bodies);
    const records = members.flatMap(({ record }) => record ?? []);
    return { _id: placeOf(this.#after + 1), lastSeq: this.#after + events.length, token, events, ...(records.length === 0 ? {} : { records }) };
  }

  /** What the writers are told once the commit stands, by their places. */
  *outcomes(commit: CommitDocument): Generator<readonly [i: number, outcome: AppendOutcome]> {
    let seq = Number(commit._id);
    for (const [i, { bodies, events }] of this.#members) {
      yield [i, { kind: 'appended', events: bodies.map(({ stream, revision }, k) => ({ seq: seq + k, stream, revision, event: events[k]! })) }];
      seq += bodies.length;
    }
  }
}
