import type { FieldDatabase } from './field-database.ts';

/** A position of this phone as the server takes it, WGS-84; `at` epoch ms. */
export interface FieldFix {
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
  readonly speedKmh: number | null;
  readonly headingDeg: number | null;
  readonly accuracyM: number;
}

/** Positions that wait to be sent, oldest first. */
export interface FixStorage {
  add(fixes: readonly FieldFix[]): Promise<void>;
  readOldest(count: number): Promise<FieldFix[]>;
  /** Forgets the oldest `count`. */
  dropOldest(count: number): Promise<void>;
  count(): Promise<number>;
}

export function createMemoryFixStorage(): FixStorage {
  const kept: FieldFix[] = [];
  return {
    add: async (fixes) => void kept.push(...fixes),
    readOldest: async (count) => kept.slice(0, count),
    dropOldest: async (count) => void kept.splice(0, count),
    count: async () => kept.length,
  };
}

export function createIdbFixStorage(database: FieldDatabase): FixStorage {
  return {
    async add(fixes) {
      const transaction = database.transaction('fixes', 'readwrite');
      for (const fix of fixes) await transaction.store.add(fix);
      await transaction.done;
    },
    readOldest: (count) => database.getAll('fixes', null, count),
    async dropOldest(count) {
      const keys = await database.getAllKeys('fixes', null, count);
      const [first] = keys;
      const last = keys.at(-1);
      if (first !== undefined && last !== undefined) await database.delete('fixes', IDBKeyRange.bound(first, last));
    },
    count: () => database.count('fixes'),
  };
}
