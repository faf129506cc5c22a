import type { Db } from 'mongodb';
import type { IdempotencyRecord } from '../event-store.ts';
import { isDuplicate } from './errors.ts';
import { keyOf } from './known-history.ts';
import { COLLECTIONS } from './schema.ts';

/** Keys that came from another store, which does not say with which commit: some of them together. */
interface KeyPage {
  /** The first of its keys. */
  readonly _id: string;
  readonly keys: readonly string[];
  readonly records: readonly IdempotencyRecord[];
}

const KEYS_A_PAGE = 200;

/** The keys a store was given when it was carried here (搬运). They never change once a server uses it. */
export class CarriedKeys {
  readonly #db: Db;
  /** Keys with the page they are in. */
  readonly #pages: Map<string, string>;

  private constructor(db: Db, pages: Map<string, string>) {
    this.#db = db;
    this.#pages = pages;
  }

  static async open(db: Db): Promise<CarriedKeys> {
    const pages = new Map<string, string>();
    for await (const { _id, keys } of db.collection<KeyPage>(COLLECTIONS.carriedKeys).find({}, { projection: { keys: 1 } })) {
      for (const key of keys) pages.set(key, _id);
    }
    return new CarriedKeys(db, pages);
  }

  async find({ scope, key }: Pick<IdempotencyRecord, 'scope' | 'key'>): Promise<IdempotencyRecord | null> {
    const _id = this.#pages.get(keyOf({ scope, key }));
    const page = _id === undefined ? null : await this.#db.collection<KeyPage>(COLLECTIONS.carriedKeys).findOne({ _id });
    return page?.records.find((record) => record.scope === scope && record.key === key) ?? null;
  }

  async* all(): AsyncGenerator<IdempotencyRecord> {
    for await (const { records } of this.#db.collection<KeyPage>(COLLECTIONS.carriedKeys).find()) yield* records;
  }

  /** Keeps the records whose keys are new. */
  async add(records: readonly IdempotencyRecord[]): Promise<void> {
    const fresh = records.filter((record) => !this.#pages.has(keyOf(record)));
    for (let i = 0; i < fresh.length; i += KEYS_A_PAGE) {
      const page = fresh.slice(i, i + KEYS_A_PAGE);
      const keys = page.map(keyOf);
      try {
        await this.#db.collection<KeyPage>(COLLECTIONS.carriedKeys).insertOne({ _id: keys[0]!, keys, records: page });
      } catch (error) {
        // The answer to the same page was lost: it is there.
        if (!isDuplicate(error)) throw error;
      }
      for (const key of keys) this.#pages.set(key, keys[0]!);
    }
  }
}
