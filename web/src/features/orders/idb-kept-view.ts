import { openDB, type DBSchema } from 'idb';

/** Documents by name. A database of its own: it is thrown away whole, and the outbox is none of its business. */
interface KeptSchema extends DBSchema {
  kept: { key: string; value: unknown };
}

export interface KeptDocuments {
  read<T>(name: string): Promise<T | undefined>;
  /** Answers whether it is kept: a phone that is full keeps nothing to show, and goes on. */
  write(name: string, value: unknown): Promise<boolean>;
  clear(): Promise<void>;
}

/** Opens what the phone keeps to show again; rejects where the browser forbids a database. */
export async function openKeptDocuments(): Promise<KeptDocuments> {
  const database = await openDB<KeptSchema>('wangge-field-view', 1, { upgrade: (db) => void db.createObjectStore('kept') });
  return {
    read: async <T>(name: string) => (await database.get('kept', name)) as T | undefined,
    write: (name, value) => database.put('kept', value, name).then(() => true, () => false),
    clear: () => database.clear('kept'),
  };
}
