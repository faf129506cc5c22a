import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongo } from '@wangge/server/store/mongo';
import type { MongoConnection } from '@wangge/server/store/mongo/open-mongo';
import { openDatabase } from '@wangge/server/store/sqlite';
import type { TestMongo } from './mongo/start-mongo.ts';

type EmbeddedDatabase = ReturnType<typeof openDatabase>;

/** Where one store lies, empty at first. Each `open` is another server's connection to it, as after a restart or beside others. */
export interface StorePlace<Store> {
  open(): Promise<Store>;
  /** Closes all connections and removes the store. */
  close(): Promise<void>;
}

/** A place for stores in an SQLite file of its own. */
export function sqlitePlace<Store>(create: (db: EmbeddedDatabase) => Store): StorePlace<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-store-'));
  const opened: EmbeddedDatabase[] = [];
  return {
    async open() {
      const db = openDatabase(join(folder, 'wangge.db'));
      opened.push(db);
      return create(db);
    },
    async close() {
      for (const db of opened) db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A place for stores in a database of its own. */
export function mongoPlace<Store>(mongo: TestMongo, create: (db: MongoConnection['db']) => Store | Promise<Store>): StorePlace<Store> {
  const url = mongo.database(`test-${randomUUID()}`);
  const opened: MongoConnection[] = [];
  return {
    async open() {
      const connection = await openMongo(url);
      opened.push(connection);
      return create(connection.db);
    },
    async close() {
      await opened[0]?.db.dropDatabase();
      for (const connection of opened) await connection.close();
    },
  };
}
