import type { Db, IndexDescription } from 'mongodb';

/**
 * All collections. Only what every server of the protocol does atomically is relied on: that of two inserts with one `_id` one
 * fails, and that a document is written whole. So what is added to (a bucket of a track) has one writer, and what several
 * write (documents) is replaced as a whole. What is kept for code alone (bodies) is JSON text, as in the embedded store.
 *
 * Shard keys, where a cluster shards: `tracks` on `{_id: 1}` (the unit comes first, so units spread and a track stays
 * together), `attachments` and `documents` on `{_id: 'hashed'}`. `commits`, `serials` and `audit` are never sharded: one total order is
 * one document at a time, and the unique index over streams must see them all.
 */
export const COLLECTIONS = {
  commits: 'commits', carriedKeys: 'carriedKeys', serials: 'serials', documents: 'documents', attachments: 'attachments', tracks: 'tracks', trackMarks: 'trackMarks', leases: 'leases', audit: 'audit', meta: 'meta',
} as const;

export type CollectionName = (typeof COLLECTIONS)[keyof typeof COLLECTIONS];

type Indexes = Partial<Record<CollectionName, readonly IndexDescription[]>>;

/**
 * Each entry is applied once, in order; entries are never changed after a release, only added. An entry may be applied by
 * several nodes at once and after a crash in its middle: creating an index that is there changes nothing.
 */
export const MIGRATIONS: readonly Indexes[] = [
  {
    commits: [
      // One revision of a stream is taken once. The order of commits proves it already; this index proves it again where the
      // server keeps unique indexes over the elements of arrays (MongoDB does, FerretDB 1.24 accepts and does not).
      { name: 'stream_revision', key: { 'events.stream': 1, 'events.revision': 1 }, unique: true },
      { name: 'idempotency', key: { 'records.scope': 1, 'records.key': 1 }, unique: true, sparse: true },
      { name: 'lastSeq', key: { lastSeq: 1 }, unique: true },
    ],
    documents: [{ name: 'kind', key: { kind: 1, _id: 1 } }],
  },
  {
    audit: [
      { name: 'at', key: { at: 1, _id: 1 } },
      { name: 'actor', key: { actorName: 1, at: 1 } },
      { name: 'action', key: { action: 1, at: 1 } },
    ],
  },
];

/** A fact about the whole store, under its name. */
export interface Meta {
  readonly _id: string;
  readonly value: string | number;
}

/** The epoch of this history, made by whoever opens the store first. */
export async function readEpoch(db: Db, fresh: string): Promise<string> {
  return String(await keepFirst(db, 'epoch', fresh));
}

/** Brings indexes up to date. Throws when a newer version of the program wrote the store. */
export async function migrate(db: Db): Promise<void> {
  const version = Number(await keepFirst(db, 'schemaVersion', 0));
  if (version > MIGRATIONS.length) throw new Error(`数据库由更新的版本写成（结构 ${version}，本程序只认到 ${MIGRATIONS.length}），请用新版本启动`);
  for (let next = version; next < MIGRATIONS.length; next += 1) {
    for (const [name, indexes] of Object.entries(MIGRATIONS[next]!)) await db.collection(name).createIndexes([...indexes]);
    await db.collection<Meta>(COLLECTIONS.meta).updateOne({ _id: 'schemaVersion' }, { $set: { value: next + 1 } });
  }
}

/** The value kept under a name; the first to ask decides it. */
async function keepFirst(db: Db, name: string, value: string | number): Promise<string | number> {
  const meta = db.collection<Meta>(COLLECTIONS.meta);
  const kept = await meta.findOne({ _id: name });
  if (kept) return kept.value;
  try {
    await meta.insertOne({ _id: name, value });
    return value;
  } catch (error) {
    const first = await meta.findOne({ _id: name });
    if (!first) throw error;
    return first.value;
  }
}
