import type { Db } from 'mongodb';
import type { DocumentStore } from '../document-store.ts';
import { checkSize } from './check-size.ts';
import { isDuplicate, reaching } from './errors.ts';
import { COLLECTIONS } from './schema.ts';

/** A document as it lies in the server. */
export interface StoredDocument {
  /** Kind and id, a line each. */
  readonly _id: string;
  readonly kind: string;
  readonly id: string;
  readonly body: string;
}

/** The name of a document: those of a kind lie together. */
export const documentId = (kind: string, id: string): string => `${kind}\n${id}`;

/** Documents, each in one of the server's, as JSON text; at most 15 MB. */
export function createMongoDocumentStore(db: Db): DocumentStore {
  const documents = db.collection<StoredDocument>(COLLECTIONS.documents);

  async function put(kind: string, id: string, value: unknown): Promise<void> {
    const body = JSON.stringify(value);
    checkSize(Buffer.byteLength(body), `${kind}/${id}`);
    const write = (): Promise<unknown> => documents.replaceOne({ _id: documentId(kind, id) }, { kind, id, body }, { upsert: true });
    try {
      await write();
    } catch (error) {
      // Two writers made the document at once: it is there now and is replaced.
      if (!isDuplicate(error)) throw error;
      await write();
    }
  }

  return {
    async get<T>(kind: string, id: string) {
      const found = await reaching(() => documents.findOne({ _id: documentId(kind, id) }));
      return found ? (JSON.parse(found.body) as T) : null;
    },
    async list<T>(kind: string) {
      const found = await reaching(() => documents.find({ kind }).sort({ _id: 1 }).toArray());
      return found.map(({ id, body }) => ({ id, value: JSON.parse(body) as T }));
    },
    put: (kind, id, value) => reaching(() => put(kind, id, value)),
    remove: async (kind, id) => void (await reaching(() => documents.deleteOne({ _id: documentId(kind, id) }))),
  };
}
