import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dateKey } from '@wangge/shared/base';
import type { District } from '@wangge/shared/district';
import { loadDistrict, saveDistrict, type KeptDistrict } from '../../features/district/district-store.ts';
import { firstEditions } from '../../features/district/first-editions.ts';
import { DEFAULT_EDITION } from '../../features/lists/default-edition.api.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { createSqliteDocumentStore, createSqliteEventStore, openDatabase } from '../../store/sqlite.ts';
import { CliRefusal } from '../refusals.ts';
import { wallsOf } from '../../first-start.ts';
import { generateAccounts, type PlannedAccount } from './accounts.ts';

/** The store of a data directory, held alone while an import lasts. */
export interface HeldStore {
  readonly kept: KeptDistrict | null;
  /** Number of events in the history of cases. */
  readonly lastSeq: number;
  readonly documents: DocumentStore;
  /** Keeps what was written into `documents`; without it the store is as before. */
  commit(): void;
  /** Keeps district and accounts together or not at all; answers the new accounts with their passwords. */
  save(made: KeptDistrict, accounts: readonly PlannedAccount[], dataDir: string): Promise<readonly { readonly account: string; readonly password: string }[]>;
  close(): void;
}

/** What a look into a data directory that does not exist yet finds. */
export const NO_STORE: Pick<HeldStore, 'kept' | 'lastSeq'> = { kept: null, lastSeq: 0 };

/** Opens the store alone. Throws CliRefusal while a server uses it. */
export async function holdStore(databasePath: string): Promise<HeldStore> {
  mkdirSync(dirname(databasePath), { recursive: true });
  const db = openDatabase(databasePath);
  try {
    db.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (/locked|busy/.test(String(error))) throw new CliRefusal('STORE_LOCKED', { file: databasePath });
    throw error;
  }
  const documents = createSqliteDocumentStore(db);
  return {
    kept: await loadDistrict(documents),
    lastSeq: await createSqliteEventStore(db).lastSeq(),
    documents,
    commit: () => db.exec('COMMIT'),
    async save(made, accounts, dataDir) {
      await saveDistrict(documents, made);
      await addEditions(documents, made.district);
      const created = await generateAccounts(documents, accounts, wallsOf(made.district), join(dataDir, 'demo-accounts.json'));
      db.exec('COMMIT');
      return created;
    },
    close: () => db.close(),
  };
}

/** Makes imported tables the editions in force from today where the store keeps editions already; those it has stay as they are. */
async function addEditions(documents: DocumentStore, district: District): Promise<void> {
  const at = Date.now();
  for (const edition of firstEditions(district)) {
    const kept = await documents.list(`list/${edition.kind}`);
    if (kept.length === 0 || kept.some(({ id }) => id === edition.version)) continue;
    await documents.put(`list/${edition.kind}`, edition.version, { ...DEFAULT_EDITION, ...edition, effectiveFrom: dateKey(at), publishedAt: at, publishedBy: '导入' });
  }
}

/** Refuses to put another district under a history of cases that lie in the one before. */
export function checkHistory(store: Pick<HeldStore, 'kept' | 'lastSeq'>, made: District, databasePath: string): void {
  const before = store.kept?.district;
  const isSame = before?.code === made.code && before.isDemo === made.isDemo;
  if (before === undefined || store.lastSeq === 0 || isSame) return;
  throw new CliRefusal('DISTRICT_HAS_HISTORY', { file: databasePath, detail: `${before.town}${before.isDemo ? '演示' : ''}，${store.lastSeq} 条记录` });
}
