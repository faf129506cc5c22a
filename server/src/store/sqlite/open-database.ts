import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { reaching } from './errors.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Opens the embedded database and brings its tables up to date. WAL with synchronous FULL: a commit that was answered
 * survives a power cut. What is deleted is overwritten, so that no file keeps it. `path` may be `:memory:`.
 */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
  migrate(db);
  return db;
}

function migrate(db: DatabaseSync): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > MIGRATIONS.length) throw new Error(`数据目录由更新的版本写成（结构 ${version}，本程序只认到 ${MIGRATIONS.length}），请用新版本启动`);
  for (let next = version; next < MIGRATIONS.length; next += 1) {
    inTransaction(db, () => {
      db.exec(MIGRATIONS[next]!);
      db.exec(`PRAGMA user_version = ${next + 1}`);
    });
  }
  db.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('epoch', ?)").run(randomUUID());
}

/** Keeps every other program away until the database is closed; false, and nothing held, when one uses it now. */
export function holdAlone(db: DatabaseSync): boolean {
  try {
    db.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    return true;
  } catch (error) {
    if (/locked|busy/.test(String(error))) return false;
    throw error;
  }
}

/** Runs `work` as one transaction: all of it is kept, or, when it throws, nothing. A full disk throws StoreUnavailable. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  return reaching(() => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  });
}
