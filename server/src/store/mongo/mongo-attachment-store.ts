import { Binary, type Db } from 'mongodb';
import type { AttachmentStore } from '../attachment-store.ts';
import { checkSize } from './check-size.ts';
import { reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

/** A photo as it lies in the server. */
export interface StoredAttachment {
  readonly _id: string;
  readonly mediaType: string;
  readonly bytes: Binary;
  readonly addedAt: number;
  readonly addedBy: string;
}

/** Photos, each in one document of at most 15 MB. */
export function createMongoAttachmentStore(db: Db): AttachmentStore {
  const attachments = db.collection<StoredAttachment>(COLLECTIONS.attachments);
  return {
    async add({ id, mediaType, bytes, addedAt, addedBy }) {
      checkSize(bytes.length, `attachment ${id}`);
      await reaching(() => attachments.insertOne({ _id: id, mediaType, bytes: new Binary(bytes), addedAt, addedBy }));
    },
    async remove(ids) {
      let count = 0;
      for (const id of ids) count += (await reaching(() => attachments.deleteOne({ _id: id }))).deletedCount;
      return count;
    },
    mediaTypeOf: async (id) => (await reaching(() => attachments.findOne({ _id: id }, { projection: { mediaType: 1 } })))?.mediaType ?? null,
    async find(id) {
      const found = await reaching(() => attachments.findOne({ _id: id }));
      if (!found) return null;
      const { mediaType, bytes, addedAt, addedBy } = found;
      return { id, mediaType, bytes: Buffer.from(bytes.buffer.subarray(0, bytes.length())), addedAt, addedBy };
    },
  };
}
