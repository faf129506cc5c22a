import type { Collection, Db } from 'mongodb';
import type { Row } from '../contents.ts';
import { CONTENT_LIMIT_BYTES } from './check-size.ts';
import { placeOf, type CommitDocument, type StoredBody } from './commit-document.ts';
import { isDuplicate } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

/** Few enough that whoever looks for one stream reads little besides. */
const EVENTS_A_COMMIT = 100;
const COMMITS_A_CALL = 20;
/** The token of commits that no writer tried for. */
const TOKEN = 'carried';

/** The history as rows; `upTo` is the last that counts. */
export async function* eventRows(db: Db, upTo: number): AsyncGenerator<Row> {
  const commits = db.collection<CommitDocument>(COLLECTIONS.commits).find({}, { projection: { records: 0 } }).sort({ _id: 1 });
  for await (const { _id, events } of commits) {
    const firstSeq = Number(_id);
    for (const [i, { stream, revision, type, at, body }] of events.entries()) {
      if (firstSeq + i > upTo) return;
      yield [firstSeq + i, stream, revision, type, at, body];
    }
  }
}

/** The commit that ends the history. */
export async function lastCommit(db: Db): Promise<CommitDocument | null> {
  const [last] = await db.collection<CommitDocument>(COLLECTIONS.commits).find().sort({ _id: -1 }).limit(1).toArray();
  return last ?? null;
}

function* toCommits(rows: readonly Row[]): Generator<CommitDocument> {
  let [bodies, bytes, firstSeq]: [StoredBody[], number, number] = [[], 0, 0];
  const commit = (): CommitDocument => ({ _id: placeOf(firstSeq), lastSeq: firstSeq + bodies.length - 1, token: TOKEN, events: bodies });
  for (const row of rows) {
    const [seq, stream, revision, type, at, body] = row as [number, string, number, string, number, string];
    const size = Buffer.byteLength(body) + 1_000;
    if (bodies.length === EVENTS_A_COMMIT || (bodies.length > 0 && bytes + size > CONTENT_LIMIT_BYTES)) {
      yield commit();
      [bodies, bytes] = [[], 0];
    }
    if (bodies.length === 0) firstSeq = seq;
    bodies.push({ stream, revision, type, at, body });
    bytes += size;
  }
  if (bodies.length > 0) yield commit();
}

async function insertAll(commits: Collection<CommitDocument>, made: readonly CommitDocument[]): Promise<void> {
  try {
    await commits.insertMany([...made], { ordered: true });
  } catch (error) {
    // The answer to the same commits was lost, or some of them are there: each is seen to by itself.
    if (!isDuplicate(error)) throw error;
    for (const commit of made) await commits.insertOne(commit).catch((again: unknown) => { if (!isDuplicate(again)) throw again; });
  }
}

/** Writes events as commits behind what is there. Throws when they do not join on, for this store has no gaps. */
export function createEventCarrier(db: Db): (rows: readonly Row[]) => Promise<void> {
  const commits = db.collection<CommitDocument>(COLLECTIONS.commits);
  let known: number | undefined;
  return async (rows) => {
    known ??= (await lastCommit(db))?.lastSeq ?? 0;
    const from = known;
    const fresh = rows.filter(([seq]) => Number(seq) > from);
    const gap = fresh.findIndex(([seq], i) => seq !== from + 1 + i);
    if (gap >= 0) throw new Error(`the history has a gap: ${String(fresh[gap]![0])} follows ${from + gap}`);
    const made = [...toCommits(fresh)];
    for (let i = 0; i < made.length; i += COMMITS_A_CALL) {
      const some = made.slice(i, i + COMMITS_A_CALL);
      await insertAll(commits, some);
      known = some.at(-1)!.lastSeq;
    }
  };
}
