import type { FieldDatabase } from './field-database.ts';
import type { FixStorage } from './fix-storage.ts';

/** Keeps positions in IndexedDB. */
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
