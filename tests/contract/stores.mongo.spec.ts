import { afterAll, describe, expect, it } from 'vitest';
import { createMongoAttachmentStore, createMongoAuditStore, createMongoContents, createMongoDocumentStore, createMongoEventStore, createMongoHistoryEraser, createMongoLeaseStore, createMongoTrackStore } from '@wangge/server/store/mongo';
import type { MongoConnection } from '@wangge/server/store/mongo/open-mongo';
import { startMongo } from '../support/mongo/start-mongo.ts';
import { PLAIN_EVENT } from '../support/plain-event.ts';
import { mongoPlace } from '../support/store-place.ts';
import { attachmentStoreContract } from './attachment-store.contract.ts';
import { auditStoreContract, type ForgeableAudit } from './audit-store.contract.ts';
import { contentsContract } from './contents.contract.ts';
import { documentStoreContract } from './document-store.contract.ts';
import { historyEraserContract } from './history-eraser.contract.ts';
import { eventStoreContract } from './event-store.contract.ts';
import { leaseStoreContract } from './lease-store.contract.ts';
import { trackStoreContract } from './track-store.contract.ts';

const mongo = await startMongo();

async function forgeable(db: MongoConnection['db']): Promise<ForgeableAudit> {
  const entries = db.collection<{ _id: string }>('audit');
  const place = (seq: number): string => String(seq).padStart(12, '0');
  return {
    audit: await createMongoAuditStore(db),
    forge: async (seq, fields) => void (await entries.updateOne({ _id: place(seq) }, { $set: fields })),
    remove: async (seq) => void (await entries.deleteOne({ _id: place(seq) })),
    async swap(one, other) {
      const [left, right] = await Promise.all([one, other].map((seq) => entries.findOne({ _id: place(seq) })));
      await entries.replaceOne({ _id: place(one) }, { ...right, _id: place(one) });
      await entries.replaceOne({ _id: place(other) }, { ...left, _id: place(other) });
    },
  };
}

afterAll(() => mongo?.stop());

describe.skipIf(mongo === undefined)(`MongoDB protocol (${mongo?.kind})`, () => {
  eventStoreContract('mongo', () => mongoPlace(mongo!, (db) => createMongoEventStore(db)));
  documentStoreContract('mongo', () => mongoPlace(mongo!, createMongoDocumentStore));
  attachmentStoreContract('mongo', () => mongoPlace(mongo!, createMongoAttachmentStore));
  historyEraserContract('mongo', () => mongoPlace(mongo!, async (db) => ({ events: await createMongoEventStore(db), eraser: createMongoHistoryEraser(db) })));
  leaseStoreContract('mongo', () => mongoPlace(mongo!, createMongoLeaseStore));
  trackStoreContract('mongo', () => mongoPlace(mongo!, createMongoTrackStore));
  auditStoreContract('mongo', () => mongoPlace(mongo!, forgeable));
  contentsContract('mongo', () => mongoPlace(mongo!, async (db) => ({
    contents: createMongoContents(db), events: await createMongoEventStore(db), documents: createMongoDocumentStore(db), attachments: createMongoAttachmentStore(db), tracks: createMongoTrackStore(db),
    audit: await createMongoAuditStore(db),
  })));

  it('says what is too large for one document before anything is written', async () => {
    const place = mongoPlace(mongo!, (db) => createMongoEventStore(db));
    const store = await place.open();
    const large = { ...PLAIN_EVENT, text: '大'.repeat(5 * 1_024 * 1_024 + 1) };
    await expect(store.append([{ stream: 'a', expectedRevision: 0, events: [large] }])).rejects.toThrow('an append of 1 events has');
    expect(await store.lastSeq()).toBe(0);
    await place.close();
  });
});
