import { expect, it } from 'vitest';
import { createSqliteAttachmentStore, createSqliteContents, createSqliteDocumentStore, createSqliteEventStore, createSqliteTrackStore, openDatabase } from '@wangge/server/store/sqlite';
import { PLAIN_EVENT } from '../support/plain-event.ts';
import { sqlitePlace } from '../support/store-place.ts';
import { attachmentStoreContract } from './attachment-store.contract.ts';
import { contentsContract } from './contents.contract.ts';
import { documentStoreContract } from './document-store.contract.ts';
import { eventStoreContract } from './event-store.contract.ts';
import { trackStoreContract } from './track-store.contract.ts';

eventStoreContract('sqlite', () => sqlitePlace(createSqliteEventStore));
documentStoreContract('sqlite', () => sqlitePlace(createSqliteDocumentStore));
attachmentStoreContract('sqlite', () => sqlitePlace(createSqliteAttachmentStore));
trackStoreContract('sqlite', () => sqlitePlace(createSqliteTrackStore));
contentsContract('sqlite', () => sqlitePlace((db) => ({
  contents: createSqliteContents(db, db), events: createSqliteEventStore(db), documents: createSqliteDocumentStore(db), attachments: createSqliteAttachmentStore(db), tracks: createSqliteTrackStore(db),
})));

it('refuses to rewrite history', async () => {
  const db = openDatabase(':memory:');
  await createSqliteEventStore(db).append([{ stream: 'a', expectedRevision: 0, events: [PLAIN_EVENT] }]);
  expect(() => db.exec("UPDATE events SET body = '{}'")).toThrow('append-only');
});
