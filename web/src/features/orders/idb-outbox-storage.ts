import type { FieldDatabase } from './field-database.ts';
import type { OutboxStorage } from './outbox-storage.ts';

/** Keeps the outbox in IndexedDB. Writes ask for strict durability: a photo that was confirmed is on the disk. */
export function createIdbOutboxStorage(database: FieldDatabase): OutboxStorage {
  const strict = { durability: 'strict' } as const;
  return {
    async readEntries() {
      return (await database.getAll('entries')).map((kept) => kept.entry);
    },
    async putEntry(entry) {
      const transaction = database.transaction('entries', 'readwrite', strict);
      const order = await transaction.store.index('byId').getKey(entry.id);
      await transaction.store.put({ ...(order === undefined ? {} : { order }), id: entry.id, entry });
      await transaction.done;
    },
    async removeEntry(entry) {
      const transaction = database.transaction(['entries', 'photos'], 'readwrite', strict);
      const order = await transaction.objectStore('entries').index('byId').getKey(entry.id);
      if (order !== undefined) await transaction.objectStore('entries').delete(order);
      for (const id of entry.photoIds) await transaction.objectStore('photos').delete(id);
      await transaction.done;
    },
    readPhotos: () => database.getAll('photos'),
    async putPhoto(photo) {
      const transaction = database.transaction('photos', 'readwrite', strict);
      await transaction.store.put(photo);
      await transaction.done;
    },
    removePhoto: (id) => database.delete('photos', id),
  };
}
