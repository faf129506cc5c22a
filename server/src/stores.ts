import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from './config.ts';
import type { AttachmentStore } from './store/attachment-store.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { EventStore } from './store/event-store.ts';
import { createSqliteAttachmentStore, createSqliteDocumentStore, createSqliteEventStore, createSqliteTrackStore, openDatabase } from './store/sqlite.ts';
import type { TrackStore } from './store/track-store.ts';

/** All that is kept, behind its ports. */
export interface Stores {
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly tracks: TrackStore;
  close(): void;
}

/** Opens the embedded store: the history in one file, the positions in another, so that neither waits for the other's commits. */
export function openStores({ databasePath }: Pick<Config, 'databasePath'>): Stores {
  if (databasePath !== ':memory:') mkdirSync(dirname(databasePath), { recursive: true });
  const db = openDatabase(databasePath);
  const tracksDb = openDatabase(databasePath === ':memory:' ? ':memory:' : `${databasePath.replace(/\.db$/, '')}-tracks.db`);
  return {
    events: createSqliteEventStore(db), documents: createSqliteDocumentStore(db), attachments: createSqliteAttachmentStore(db),
    tracks: createSqliteTrackStore(tracksDb),
    close() {
      tracksDb.close();
      db.close();
    },
  };
}
