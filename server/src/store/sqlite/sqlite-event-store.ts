import type { DatabaseSync } from 'node:sqlite';
import type { DomainEvent } from '@wangge/shared/life';
import type { AppendOutcome, EventStore, IdempotencyRecord, StoredEvent, StreamAppend } from '../event-store.ts';
import { reaching } from './errors.ts';
import { inTransaction } from './open-database.ts';
import { rowsOf } from './rows-of.ts';

type EventRow = readonly [seq: number, stream: string, revision: number, body: string];

function fromRow([seq, stream, revision, body]: EventRow): StoredEvent {
  return { seq, stream, revision, event: JSON.parse(body) as DomainEvent };
}

/** The event store of one box. Statements are prepared once; every append is one durable transaction. */
export function createSqliteEventStore(db: DatabaseSync): EventStore {
  const { value: epoch } = db.prepare("SELECT value FROM meta WHERE key = 'epoch'").get() as { value: string };
  const revisionOf = db.prepare('SELECT COALESCE(MAX(revision), 0) AS revision FROM events WHERE stream = ?');
  const insert = db.prepare('INSERT INTO events (stream, revision, type, at, body) VALUES (?, ?, ?, ?, ?)');
  const findKey = db.prepare('SELECT scope, key, body_hash AS bodyHash, answer FROM idempotency WHERE scope = ? AND key = ?');
  const insertKey = db.prepare('INSERT INTO idempotency (scope, key, body_hash, answer) VALUES (?, ?, ?, ?)');
  const stream = rowsOf<EventRow>(db, 'SELECT seq, stream, revision, body FROM events WHERE stream = ? ORDER BY revision');
  const streams = rowsOf<EventRow>(db, 'SELECT seq, stream, revision, body FROM json_each(?1) j CROSS JOIN events ON stream = j.value WHERE at <= ?2 ORDER BY j.key, revision');
  const since = rowsOf<EventRow>(db, 'SELECT seq, stream, revision, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?');
  const last = db.prepare('SELECT COALESCE(MAX(seq), 0) AS seq FROM events');
  const take = db.prepare('INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value');

  function find(scope: string, key: string): IdempotencyRecord | null {
    return (findKey.get(scope, key) as unknown as IdempotencyRecord | undefined) ?? null;
  }

  function write(append: StreamAppend): StoredEvent[] {
    return append.events.map((event, i) => {
      const revision = append.expectedRevision + i + 1;
      const { lastInsertRowid } = insert.run(append.stream, revision, event.type, event.at, JSON.stringify(event));
      return { seq: Number(lastInsertRowid), stream: append.stream, revision, event };
    });
  }

  /** The first append whose writer saw another revision than the store, or an earlier append of the batch, leaves. */
  function findStale(appends: readonly StreamAppend[]): StreamAppend | undefined {
    const revisions = new Map<string, number>();
    return appends.find((a) => {
      const before = revisions.get(a.stream) ?? (revisionOf.get(a.stream) as { revision: number }).revision;
      revisions.set(a.stream, before + a.events.length);
      return before !== a.expectedRevision;
    });
  }

  function append(appends: readonly StreamAppend[], idempotency?: IdempotencyRecord): AppendOutcome {
    return inTransaction(db, () => {
      const earlier = idempotency ? find(idempotency.scope, idempotency.key) : null;
      if (earlier) return { kind: 'repeated', record: earlier };
      const stale = findStale(appends);
      if (stale) return { kind: 'conflict', stream: stale.stream };
      const events = appends.flatMap(write);
      if (idempotency) insertKey.run(idempotency.scope, idempotency.key, idempotency.bodyHash, idempotency.answer);
      return { kind: 'appended', events };
    });
  }

  return {
    epoch,
    append: async (appends, idempotency) => append(appends, idempotency),
    findIdempotent: async (scope, key) => find(scope, key),
    readStream: async (name) => stream(name).map(fromRow),
    readStreams: async (names, until) => streams(JSON.stringify(names), until).map(fromRow),
    readSince: async (fromSeq, limit) => since(fromSeq, limit).map(fromRow),
    lastSeq: async () => (last.get() as { seq: number }).seq,
    takeSerials: async (counter, count) => reaching(() => take.get(counter, count) as { value: number }).value - count + 1,
  };
}
