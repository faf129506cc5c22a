import { openDatabase } from '@wangge/server/store/sqlite';

type Database = ReturnType<typeof openDatabase>;

/** The room on the disk of every embedded database that this process opens from now on, in the hand of a test. */
export interface DiskRoom {
  /** SQLite's own limit of pages stands for a disk without room: it fails a write with the same code. */
  fill(): void;
  makeRoom(): void;
  /** Lets go of the databases. */
  release(): void;
}

const PLENTY_PAGES = 1_000_000;

export function holdDiskRoom(): DiskRoom {
  const opened = new Set<Database>();
  const databases = openDatabase(':memory:').constructor.prototype as Database;
  const plain = databases.exec;
  databases.exec = function exec(this: Database, sql: string): void {
    opened.add(this);
    plain.call(this, sql);
  };
  const each = (act: (db: Database) => void): void => [...opened].filter((db) => db.isOpen).forEach(act);
  return {
    fill: () => each((db) => {
      const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
      plain.call(db, `PRAGMA max_page_count = ${pages}`);
    }),
    makeRoom: () => each((db) => plain.call(db, `PRAGMA max_page_count = ${PLENTY_PAGES}`)),
    release: () => void (databases.exec = plain),
  };
}
