import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptPhoto, OutboxEntry } from './outbox-entry.ts';
import type { FieldFix } from './fix-storage.ts';

/** What a phone in the field keeps. Entries and fixes lie in the order they were added; entries are found by their id too. */
interface FieldSchema extends DBSchema {
  entries: { key: number; value: { order?: number; id: string; entry: OutboxEntry }; indexes: { byId: string } };
  photos: { key: string; value: KeptPhoto };
  fixes: { key: number; value: FieldFix };
}

export type FieldDatabase = IDBPDatabase<FieldSchema>;

export const FIELD_DATABASE = 'wangge-field';

/** Opens the phone's own database; rejects where the browser forbids one. */
export async function openFieldDatabase(): Promise<FieldDatabase> {
  const database = await openDB<FieldSchema>(FIELD_DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'order', autoIncrement: true }).createIndex('byId', 'id', { unique: true });
      db.createObjectStore('photos', { keyPath: 'id' });
      db.createObjectStore('fixes', { autoIncrement: true });
    },
  });
  return database;
}
