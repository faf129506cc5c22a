import { randomUUID } from 'node:crypto';
import { MongoClient, type Db } from 'mongodb';
import { reaching } from './errors.ts';
import { HEARTBEAT_MS, openLastingClient } from './lasting-client.ts';
import { COLLECTIONS, migrate, type Meta } from './schema.ts';

const SELECT_WITHIN_MS = 5_000;
/** A server that holds a connection this long without a word is taken for lost. */
const SILENT_AFTER_MS = 15_000;

export interface MongoConnection {
  readonly db: Db;
  isReachable(): Promise<boolean>;
  /** Writes a mark, durably; throws StoreUnavailable when it was not confirmed. */
  probeWrite(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to the database an address names (`mongodb://host/name`) and brings its indexes up to date. What a write answers
 * is on the journals of a majority; what a read shows can't be rolled back. Both hold for a lone server too. A call waits
 * `selectWithinMs` for a server that can take it before the store counts as unreachable, and `silentAfterMs`
 * for its answer.
 */
export async function openMongo(url: string, selectWithinMs = SELECT_WITHIN_MS, silentAfterMs = SILENT_AFTER_MS): Promise<MongoConnection> {
  const { db, close } = await openLastingClient(() => new MongoClient(url, {
    writeConcern: { w: 'majority', journal: true }, readConcern: { level: 'majority' }, readPreference: 'primary',
    serverSelectionTimeoutMS: selectWithinMs, socketTimeoutMS: silentAfterMs, connectTimeoutMS: SELECT_WITHIN_MS, appName: 'wangge', heartbeatFrequencyMS: HEARTBEAT_MS,
  }));
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    db, close,
    isReachable: () => db.command({ ping: 1 }).then(() => true, () => false),
    probeWrite: async () => void (await reaching(() => db.collection<Meta>(COLLECTIONS.meta).updateOne({ _id: 'probe' }, { $set: { value: randomUUID() } }, { upsert: true }))),
  };
}
