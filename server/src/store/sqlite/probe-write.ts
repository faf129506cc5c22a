import type { DatabaseSync } from 'node:sqlite';
import { reaching } from './errors.ts';

/** More than a page of the database and about what one command writes. */
const SIZE_CHARS = 16_384;

/** Writes a little, durably, and takes it away again; throws StoreUnavailable when it could not be written. */
export function probeWrite(db: DatabaseSync): void {
  reaching(() => {
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('probe', ?)").run('-'.repeat(SIZE_CHARS));
    db.exec("DELETE FROM meta WHERE key = 'probe'");
  });
}
