import type { KeptPhoto, OutboxEntry } from './outbox-entry.ts';

/** Where the phone keeps what is not sent yet. A resolved promise means: still there after the browser was closed. */
export interface OutboxStorage {
  /** All entries in the order they were first put. */
  readEntries(): Promise<OutboxEntry[]>;
  /** Adds the entry at the end, or replaces the one of the same id where it stands. */
  putEntry(entry: OutboxEntry): Promise<void>;
  /** Forgets an entry together with its photos. */
  removeEntry(entry: OutboxEntry): Promise<void>;
  readPhotos(): Promise<KeptPhoto[]>;
  putPhoto(photo: KeptPhoto): Promise<void>;
  removePhoto(id: string): Promise<void>;
}

/** Keeps everything until the page is closed: for browsers that forbid a database, and for tests. */
export function createMemoryOutboxStorage(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>();
  const photos = new Map<string, KeptPhoto>();
  return {
    readEntries: async () => [...entries.values()],
    putEntry: async (entry) => void entries.set(entry.id, entry),
    removeEntry: async (entry) => {
      entries.delete(entry.id);
      for (const id of entry.photoIds) photos.delete(id);
    },
    readPhotos: async () => [...photos.values()],
    putPhoto: async (photo) => void photos.set(photo.id, photo),
    removePhoto: async (id) => void photos.delete(id),
  };
}
