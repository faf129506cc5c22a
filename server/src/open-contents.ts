import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedFile } from './config.ts';
import type { StoreContents } from './store/contents.ts';
import { createSqliteContents, holdAlone, openDatabase } from './store/sqlite.ts';
import { tracksFile } from './stores.ts';

/** One reading from beginning to end may take a server long before its first word. */
const SILENT_AFTER_MS = 30 * 60_000;
const SELECT_WITHIN_MS = 5_000;

export interface OpenContents {
  readonly contents: StoreContents;
  close(): Promise<void>;
}

/**
 * Opens a store to carry it. One that is written into is held alone where it is embedded: then null says that another program
 * uses it.
 */
export async function openContents(storeUrl: string, isWritten: boolean): Promise<OpenContents | null> {
  const file = embeddedFile(storeUrl);
  return file === null ? openMongoContents(storeUrl) : openEmbedded(file, isWritten);
}

function openEmbedded(path: string, isWritten: boolean): OpenContents | null {
  if (isWritten) mkdirSync(dirname(path), { recursive: true });
  const [db, tracksDb] = [openDatabase(path), openDatabase(tracksFile(path))];
  const close = async (): Promise<void> => [tracksDb, db].forEach((one) => one.close());
  if (!isWritten || (holdAlone(db) && holdAlone(tracksDb))) return { contents: createSqliteContents(db, tracksDb), close };
  void close();
  return null;
}

async function openMongoContents(url: string): Promise<OpenContents> {
  const { createMongoContents, openMongo } = await import('./store/mongo.ts');
  const { db, close } = await openMongo(url, SELECT_WITHIN_MS, SILENT_AFTER_MS);
  return { contents: createMongoContents(db), close };
}
