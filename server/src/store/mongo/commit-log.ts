import { setTimeout as wait } from 'node:timers/promises';
import type { Collection, Db } from 'mongodb';
import type { IdempotencyRecord } from '../event-store.ts';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import type { CarriedKeys } from './carried-keys.ts';
import { placeOf, type CommitDocument } from './commit-document.ts';
import { isDuplicate, isUncertain } from './errors.ts';
import type { KnownHistory } from './known-history.ts';
import { COLLECTIONS } from './schema.ts';

/** Commits read one by one, each found by its place, before the rest is read as a range. */
const STEPS = 32;
/** Commits of a stream that are asked for at once. */
const AT_ONCE = 8;
const PAUSE_MS = 50;

/** The commits in the server: reading on, and taking the next place. */
export class CommitLog {
  readonly #commits: Collection<CommitDocument>;

  readonly #decideWithinMs: number;
  readonly #carried: CarriedKeys;

  /** A commit is tried for `decideWithinMs` before its writer is told that its outcome is not known. */
  constructor(db: Db, decideWithinMs: number, carried: CarriedKeys) {
    this.#decideWithinMs = decideWithinMs;
    this.#carried = carried;
    this.#commits = db.collection<CommitDocument>(COLLECTIONS.commits);
  }

  /** What a key was used for, as far as the history is known. */
  async recordOf(known: KnownHistory, { scope, key }: Pick<IdempotencyRecord, 'scope' | 'key'>): Promise<IdempotencyRecord | null> {
    const place = known.placeOfKey({ scope, key });
    if (place === undefined) return this.#carried.find({ scope, key });
    const commit = await this.#find(place);
    return commit?.records?.find((record) => record.scope === scope && record.key === key) ?? null;
  }

  /**
   * The commits that hold events of a stream, in order, as far as the history is known. Each is found by its place: not every server of
   * the protocol keeps an index over the elements of arrays, and would read all that was ever written.
   */
  async withStream(known: KnownHistory, stream: string): Promise<CommitDocument[]> {
    const places = known.placesOf(stream);
    const found: (CommitDocument | null)[] = [];
    while (found.length < places.length) found.push(...await Promise.all(places.slice(found.length, found.length + AT_ONCE).map((place) => this.#find(place))));
    return found.filter((commit) => commit !== null);
  }

  async lastSeq(): Promise<number> {
    const [last] = await this.#commits.find({}, { projection: { lastSeq: 1 } }).sort({ _id: -1 }).limit(1).toArray();
    return last?.lastSeq ?? 0;
  }

  /** Commits that hold events after `fromSeq`, in order, until they hold `limit` of them. */
  async since(known: KnownHistory, fromSeq: number, limit: number): Promise<CommitDocument[]> {
    const found = await this.#steps(fromSeq, limit);
    const last = found.at(-1)?.lastSeq ?? fromSeq;
    // Where a commit is known to end, a place that is empty is the end of the history; elsewhere it may lie within a commit.
    const isAtEnd = found.length < STEPS && (found.length > 0 || fromSeq === 0 || fromSeq === known.lastSeq);
    if (isAtEnd || last - fromSeq >= limit) return found;
    const cursor = this.#commits.find({ lastSeq: { $gt: last } }).sort({ lastSeq: 1 }).limit(limit);
    for await (const commit of cursor) {
      found.push(commit);
      if (commit.lastSeq - fromSeq >= limit) break;
    }
    return found;
  }

  /** The next commits, one by one; none when `fromSeq` lies within a commit. */
  async #steps(fromSeq: number, limit: number): Promise<CommitDocument[]> {
    const found: CommitDocument[] = [];
    for (let seq = fromSeq; found.length < STEPS && seq - fromSeq < limit; seq = found.at(-1)!.lastSeq) {
      const next = await this.#find(placeOf(seq + 1));
      if (!next) break;
      found.push(next);
    }
    return found;
  }

  /** Reads what was written since, by whomever. */
  async catchUp(known: KnownHistory): Promise<void> {
    for (let step = 0; step < STEPS && known.lastSeq > 0; step += 1) {
      const next = await this.#find(placeOf(known.lastSeq + 1));
      if (!next) return;
      known.learn(next);
    }
    for await (const commit of this.#commits.find({ _id: { $gt: placeOf(known.lastSeq) } }).sort({ _id: 1 })) known.learn(commit);
  }

  /**
   * Tries for a place until it is decided who has it. A lost answer decides nothing: the same commit is looked for and, when it
   * is not there, sent again; it can stand only once, and a place that another has is never given back. Throws StoreUnavailable
   * when the server stays away: then the commit may stand or come to stand.
   */
  async take(commit: CommitDocument): Promise<'stored' | 'taken'> {
    const giveUpAt = performance.now() + this.#decideWithinMs;
    for (;;) {
      try {
        await this.#commits.insertOne(commit);
        return 'stored';
      } catch (error) {
        if (!isDuplicate(error) && !isUncertain(error)) throw error;
        const holder = await this.#find(commit._id).catch(() => null);
        if (holder) return holder.token === commit.token ? 'stored' : 'taken';
        if (performance.now() > giveUpAt) throw new StoreUnavailable('it is not known whether the store wrote', { cause: error });
        await wait(PAUSE_MS);
      }
    }
  }

  #find(place: string): Promise<CommitDocument | null> {
    return this.#commits.findOne({ _id: place });
  }
}
