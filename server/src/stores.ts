import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedFile } from './config.ts';
import type { AttachmentStore } from './store/attachment-store.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { EventStore } from './store/event-store.ts';
import type { LeaseStore } from './store/lease-store.ts';
import { createSqliteAttachmentStore, createSqliteDocumentStore, createSqliteEventStore, createSqliteTrackStore, openDatabase } from './store/sqlite.ts';
import type { TrackStore } from './store/track-store.ts';

/** All that is kept, behind its ports. */
export interface Stores {
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly tracks: TrackStore;
  /** Null for an embedded store: one box has nobody to share it with. */
  readonly leases: LeaseStore | null;
  /** Whether the store answers now. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the store an address names: `sqlite:` and a path (or `:memory:`), or `mongodb://host/name`. */
export async function openStores(storeUrl: string): Promise<Stores> {
  const file = embeddedFile(storeUrl);
  return file === null ? openMongoStores(storeUrl) : openEmbedded(file);
}

/** The history in one file, the positions in another, so that neither waits for the other's commits. */
function openEmbedded(path: string): Stores {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = openDatabase(path);
  const tracksDb = openDatabase(path === ':memory:' ? ':memory:' : `${path.replace(/\.db$/, '')}-tracks.db`);
  return {
    events: createSqliteEventStore(db), documents: createSqliteDocumentStore(db), attachments: createSqliteAttachmentStore(db),
    tracks: createSqliteTrackStore(tracksDb),
    leases: null,
    isReachable: async () => true,
    async close() {
      tracksDb.close();
      db.close();
    },
  };
}

/** The driver is loaded here only: who keeps the embedded store does not wait for it at the start. */
async function openMongoStores(url: string): Promise<Stores> {
  const { createMongoAttachmentStore, createMongoDocumentStore, createMongoEventStore, createMongoLeaseStore, createMongoTrackStore, openMongo } = await import('./store/mongo.ts');
  const { db, isReachable, close } = await openMongo(url);
  return {
    events: await createMongoEventStore(db), documents: createMongoDocumentStore(db), attachments: createMongoAttachmentStore(db),
    tracks: createMongoTrackStore(db), leases: createMongoLeaseStore(db), isReachable, close,
  };
}
