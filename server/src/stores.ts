import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedFile } from './config.ts';
import type { StoreWatch } from './platform/store-watch.ts';
import type { AttachmentStore } from './store/attachment-store.ts';
import type { AuditStore } from './store/audit-store.ts';
import type { StoreContents } from './store/contents.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { EventStore } from './store/event-store.ts';
import type { HistoryEraser } from './store/history-eraser.ts';
import type { LeaseStore } from './store/lease-store.ts';
import { createSqliteAttachmentStore, createSqliteAuditStore, createSqliteContents, createSqliteDocumentStore, createSqliteEventStore, createSqliteHistoryEraser, createSqliteTrackStore, openDatabase, probeWrite } from './store/sqlite.ts';
import type { TrackStore } from './store/track-store.ts';

/** All that is kept, behind its ports. */
export interface Stores {
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly tracks: TrackStore;
  readonly audit: AuditStore;
  /** For retention alone. */
  readonly eraser: HistoryEraser;
  /** Null for an embedded store: one box has nobody to share it with. */
  readonly leases: LeaseStore | null;
  /** Writes something small, durably, wherever the store writes; throws StoreUnavailable when it could not be kept. */
  probeWrite(): Promise<void>;
  /** Whether the store answers now. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the store an address names: `sqlite:` and a path (or `:memory:`), or `mongodb://host/name`. */
export async function openStores(storeUrl: string): Promise<Stores> {
  const file = embeddedFile(storeUrl);
  return file === null ? openMongoStores(storeUrl) : openEmbedded(file);
}

/** The same stores with `watch` listening to what becomes of each call. */
export function watchStores(stores: Stores, watch: StoreWatch): Stores {
  const { events, documents, attachments, tracks, audit, eraser, leases } = stores;
  return {
    ...stores,
    events: watch.over(events), documents: watch.over(documents), attachments: watch.over(attachments), tracks: watch.over(tracks), audit: watch.over(audit), eraser: watch.over(eraser), leases: leases && watch.over(leases),
  };
}

/** Where the tracks of an embedded store lie. */
export function tracksFile(path: string): string {
  return path === ':memory:' ? path : `${path.replace(/\.db$/, '')}-tracks.db`;
}

/** A store into which another was not carried to the end must not be taken for whole. */
async function refuseUnfinished(contents: StoreContents): Promise<void> {
  if (await contents.isUnfinished()) throw new Error('这个库的搬运没有做完：请再次运行同样的 npm run store -- copy 或 restore，它从停下处继续');
}

/** The history in one file, the positions in another, so that neither waits for the other's commits. */
async function openEmbedded(path: string): Promise<Stores> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = openDatabase(path);
  const tracksDb = openDatabase(tracksFile(path));
  await refuseUnfinished(createSqliteContents(db, tracksDb));
  return {
    events: createSqliteEventStore(db), documents: createSqliteDocumentStore(db), attachments: createSqliteAttachmentStore(db),
    tracks: createSqliteTrackStore(tracksDb), eraser: createSqliteHistoryEraser(db, tracksDb), audit: createSqliteAuditStore(db),
    leases: null,
    isReachable: async () => true,
    probeWrite: async () => [db, tracksDb].forEach(probeWrite),
    async close() {
      tracksDb.close();
      db.close();
    },
  };
}

/** The driver is loaded here only: who keeps the embedded store does not wait for it at the start. */
async function openMongoStores(url: string): Promise<Stores> {
  const { createMongoAttachmentStore, createMongoAuditStore, createMongoContents, createMongoDocumentStore, createMongoEventStore, createMongoHistoryEraser, createMongoLeaseStore, createMongoTrackStore, openMongo } = await import('./store/mongo.ts');
  const { db, isReachable, probeWrite: probe, close } = await openMongo(url);
  await refuseUnfinished(createMongoContents(db));
  return {
    events: await createMongoEventStore(db), documents: createMongoDocumentStore(db), attachments: createMongoAttachmentStore(db),
    tracks: createMongoTrackStore(db), eraser: createMongoHistoryEraser(db), audit: await createMongoAuditStore(db), leases: createMongoLeaseStore(db), isReachable, probeWrite: probe, close,
  };
}
