import { randomUUID } from 'node:crypto';
import { Binary, type Db } from 'mongodb';
import { inBatches } from '../../platform/in-batches.ts';
import { PARTS, type ContentsView, type Part, type Row, type StoreContents } from '../contents.ts';
import type { IdempotencyRecord } from '../event-store.ts';
import { weighRow } from '../row-weight.ts';
import { auditRows, lastAuditRow, writeAuditRows } from './carried-audit.ts';
import { CarriedKeys } from './carried-keys.ts';
import { createEventCarrier, eventRows, lastCommit } from './carried-events.ts';
import { carrySerials, serialRows } from './carried-serials.ts';
import { createTrackCarrier, lastTrackRow, trackRows } from './carried-tracks.ts';
import type { CommitDocument } from './commit-document.ts';
import { isDuplicate, reaching } from './errors.ts';
import { COLLECTIONS, readEpoch, type Meta } from './schema.ts';
import { writeAll } from './write-all.ts';
import type { StoredAttachment } from './mongo-attachment-store.ts';
import { documentId, type StoredDocument } from './mongo-document-store.ts';

const bytesOrder = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** All keys in order, held in memory: here they lie with their commits. */
async function keyRows(db: Db, carried: CarriedKeys, upTo: number): Promise<Row[]> {
  const records: IdempotencyRecord[] = [];
  for await (const record of carried.all()) records.push(record);
  const commits = db.collection<CommitDocument>(COLLECTIONS.commits).find({ records: { $exists: true } }, { projection: { records: 1 } });
  for await (const commit of commits) if (Number(commit._id) <= upTo) records.push(...commit.records ?? []);
  return records.sort((a, b) => bytesOrder(a.scope, b.scope) || bytesOrder(a.key, b.key)).map(({ scope, key, bodyHash, answer }) => [scope, key, bodyHash, answer]);
}

const documentRow = ({ kind, id, body }: StoredDocument): Row => [kind, id, body];
const attachmentRow = ({ _id, mediaType, addedAt, addedBy, bytes }: StoredAttachment): Row => [_id, mediaType, addedAt, addedBy, Buffer.from(bytes.buffer.subarray(0, bytes.length())).toString('base64')];

/** The contents of a database of MongoDB. Each part is one reading from its beginning to its end. */
export function createMongoContents(db: Db): StoreContents {
  const meta = db.collection<Meta>(COLLECTIONS.meta);
  const documents = db.collection<StoredDocument>(COLLECTIONS.documents);
  const attachments = db.collection<StoredAttachment>(COLLECTIONS.attachments);
  let opened: CarriedKeys | undefined;
  const writeEvents = createEventCarrier(db);
  const writeTracks = createTrackCarrier(db);

  async function carried(): Promise<CarriedKeys> {
    return (opened ??= await CarriedKeys.open(db));
  }

  async function* rows(part: Part, upTo: number): AsyncGenerator<Row> {
    if (part === 'events') yield* eventRows(db, upTo);
    else if (part === 'keys') yield* await keyRows(db, await carried(), upTo);
    else if (part === 'serials') yield* await serialRows(db);
    else if (part === 'documents') for await (const found of documents.find().sort({ _id: 1 })) yield documentRow(found);
    else if (part === 'attachments') for await (const found of attachments.find().sort({ _id: 1 })) yield attachmentRow(found);
    else if (part === 'audit') yield* auditRows(db);
    else yield* trackRows(db);
  }

  async function last(part: Part): Promise<Row | null> {
    switch (part) {
      case 'events': {
        const commit = await lastCommit(db);
        const event = commit?.events.at(-1);
        return commit && event ? [commit.lastSeq, event.stream, event.revision, event.type, event.at, event.body] : null;
      }
      case 'keys': return (await keyRows(db, await carried(), Infinity)).at(-1) ?? null;
      case 'serials': return (await serialRows(db)).at(-1) ?? null;
      case 'documents': return (await documents.find().sort({ _id: -1 }).limit(1).toArray()).map(documentRow)[0] ?? null;
      case 'attachments': return (await attachments.find().sort({ _id: -1 }).limit(1).toArray()).map(attachmentRow)[0] ?? null;
      case 'tracks': return lastTrackRow(db);
      case 'audit': return lastAuditRow(db);
    }
  }

  async function count(part: Part, upTo: number): Promise<number | null> {
    if (part === 'events') return upTo;
    if (part === 'documents') return documents.estimatedDocumentCount();
    return part === 'attachments' ? attachments.estimatedDocumentCount() : null;
  }

  async function keepPhotos(batch: readonly Row[]): Promise<void> {
    for (const [id, mediaType, addedAt, addedBy, bytes] of batch as readonly [string, string, number, string, string][]) {
      const kept = { _id: id, mediaType, bytes: new Binary(Buffer.from(bytes, 'base64')), addedAt, addedBy };
      await attachments.insertOne(kept).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
    }
  }

  async function write(part: Part, batch: readonly Row[]): Promise<void> {
    switch (part) {
      case 'events': return writeEvents(batch);
      case 'keys': return (await carried()).add((batch as readonly [string, string, string, string][]).map(([scope, key, bodyHash, answer]) => ({ scope, key, bodyHash, answer })));
      case 'serials': return carrySerials(db, batch as readonly [string, number][]);
      case 'documents':
        return writeAll(documents, (batch as readonly [string, string, string][]).map(([kind, id, body]) => (
          { replaceOne: { filter: { _id: documentId(kind, id) }, replacement: { kind, id, body }, upsert: true } })), true);
      case 'attachments': return keepPhotos(batch);
      case 'tracks': return writeTracks(batch);
      case 'audit': return writeAuditRows(db, batch);
    }
  }

  async function begin(epoch: string): Promise<'begun' | 'goes-on' | 'occupied'> {
    const carrying = await meta.findOne({ _id: 'carrying' });
    if (carrying) return carrying.value === epoch ? 'goes-on' : 'occupied';
    for (const part of PARTS) if ((await last(part)) !== null) return 'occupied';
    await meta.replaceOne({ _id: 'carrying' }, { value: epoch }, { upsert: true });
    await meta.replaceOne({ _id: 'epoch' }, { value: epoch }, { upsert: true });
    return 'begun';
  }

  async function view(): Promise<ContentsView> {
    const [epoch, upTo] = [await readEpoch(db, randomUUID()), (await lastCommit(db))?.lastSeq ?? 0];
    return { epoch, count: (part) => reaching(() => count(part, upTo)), read: (part) => inBatches(rows(part, upTo), weighRow), release: async () => {} };
  }

  return {
    view: () => reaching(view),
    begin: (epoch) => reaching(() => begin(epoch)),
    last: (part) => reaching(() => last(part)),
    write: (part, batch) => reaching(() => write(part, batch)),
    finish: async () => void (await reaching(() => meta.deleteOne({ _id: 'carrying' }))),
    isUnfinished: async () => (await reaching(() => meta.findOne({ _id: 'carrying' }))) !== null,
  };
}
