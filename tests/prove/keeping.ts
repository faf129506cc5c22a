import { join } from 'node:path';
import { createMongoDocumentStore, createMongoEventStore, openMongo } from '@wangge/server/store/mongo';
import { createSqliteEventStore, openDatabase } from '@wangge/server/store/sqlite';
import type { EventStore } from '@wangge/server/store/event-store';
import { startMongo } from '../support/mongo/start-mongo.ts';

/** Where a run's server keeps everything (存储): the embedded store of its folder, or a MongoDB of its own. */
export interface Keeping {
  readonly name: string;
  /** What the server is told of it. */
  readonly env: Readonly<Record<string, string>>;
  /** Brings what was imported into the run's folder to where the server looks for it. */
  carry(dataDir: string): Promise<void>;
  /** Looks into the history while no server runs; the answer of `look` and whether the store is whole. */
  inspect<T>(dataDir: string, look: (events: EventStore) => Promise<T>): Promise<{ readonly answer: T; readonly wholeness: string }>;
  stop(): Promise<void>;
}

/** A MongoDB that can be taken away and given back. */
export interface MongoKeeping extends Keeping {
  /** Ends the database at once; its data stay. */
  cut(): Promise<void>;
  startAgain(): Promise<void>;
}

export function embedded(): Keeping {
  return {
    name: 'SQLite', env: {},
    carry: async () => undefined,
    async inspect(dataDir, look) {
      const db = openDatabase(join(dataDir, 'wangge.db'));
      try {
        const { integrity_check: wholeness } = db.prepare('PRAGMA integrity_check').get() as { integrity_check: string };
        return { answer: await look(createSqliteEventStore(db)), wholeness };
      } finally {
        db.close();
      }
    },
    stop: async () => undefined,
  };
}

/** A server of the MongoDB protocol of the run's own. Throws when none can be had. */
export async function onMongo(): Promise<MongoKeeping> {
  const mongo = await startMongo();
  if (mongo === undefined) throw new Error('no server of the MongoDB protocol can be had here');
  const url = mongo.database(`prove-${process.pid}`);
  return {
    name: `MongoDB (${mongo.kind})`, env: { STORE_URL: url },
    async carry(dataDir) {
      const imported = openDatabase(join(dataDir, 'wangge.db'));
      const { db, close } = await openMongo(url);
      const documents = createMongoDocumentStore(db);
      for (const { kind, id, body } of imported.prepare('SELECT kind, id, body FROM documents').all() as { kind: string; id: string; body: string }[]) await documents.put(kind, id, JSON.parse(body));
      imported.close();
      await close();
    },
    async inspect(_dataDir, look) {
      const { db, close } = await openMongo(url);
      try {
        return { answer: await look(await createMongoEventStore(db)), wholeness: 'ok' };
      } finally {
        await close();
      }
    },
    cut: () => mongo.cut(),
    startAgain: () => mongo.startAgain(),
    stop: () => mongo.stop(),
  };
}
