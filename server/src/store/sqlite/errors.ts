import { StoreUnavailable } from '../../platform/store-unavailable.ts';

/** SQLite's primary result codes for a disk that takes nothing now: read-only, an error of the disk, full, can't be opened. */
const DISK = new Set([8, 10, 13, 14]);
/** Another program holds the database. */
const BUSY = 5;

/** Runs one use of the database; a disk that is full or broken is told as StoreUnavailable, and nothing of the use stands. */
export function reaching<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    const code = (errcode ?? 0) & 0xff;
    if (DISK.has(code)) throw new StoreUnavailable('the disk does not take it', { cause: error, hindrance: 'disk' });
    throw code === BUSY ? new StoreUnavailable('another program holds the database', { cause: error }) : error;
  }
}
