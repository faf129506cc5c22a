import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';

/** FerretDB keeps a connection of a hundred for each document that one call changes, and stands still when they are used up. */
const WRITES_A_CALL = 40;

/** Sends all writes, in calls that every server carries out; the order is kept where that is asked for. */
export async function writeAll<T extends Document>(collection: Collection<T>, writes: readonly AnyBulkWriteOperation<T>[], ordered = false): Promise<void> {
  for (let i = 0; i < writes.length; i += WRITES_A_CALL) await collection.bulkWrite(writes.slice(i, i + WRITES_A_CALL), { ordered });
}
