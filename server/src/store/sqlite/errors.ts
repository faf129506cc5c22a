import { StoreUnavailable } from '../../platform/store-unavailable.ts';

/** SQLite's primary result codes for a database that can't be written now: busy, read-only, an error of the disk, full, can't be opened. */
const UNWRITABLE = new Set([5, 8, 10, 13, 14]);

/** Runs one use of the database; a disk that is full or broken is told as StoreUnavailable, and nothing of the use stands. */
export function reaching<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    throw errcode !== undefined && UNWRITABLE.has(errcode & 0xff) ? new StoreUnavailable('the database cannot be written', { cause: error }) : error;
  }
}
