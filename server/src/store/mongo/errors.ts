import { MongoBulkWriteError, MongoNetworkError, MongoServerError, MongoServerSelectionError, type MongoError } from 'mongodb';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';

const DUPLICATE_KEY = 11_000;
/** Exceeded time limits, a write concern that was not met, a node that steps down: the write may or may not stand. */
const UNCERTAIN_CODES = new Set([6, 7, 50, 64, 89, 91, 189, 262, 9_001, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** What a call is told whose client was closed under it. */
const CLOSED = new Set(['MongoTopologyClosedError', 'MongoClientClosedError', 'MongoPoolClosedError', 'MongoNotConnectedError', 'MongoExpiredSessionError']);

export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Whether what was asked for may have happened all the same: the answer was lost, not refused. */
export function isUncertain(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  // Of several writes in one call, one that broke off hides why it did.
  if (error instanceof MongoBulkWriteError && isUncertain(error.errorResponse)) return true;
  if (!(error instanceof Error)) return false;
  const { name, code } = error as MongoError;
  if (CLOSED.has(name)) return true;
  if (name === 'MongoPoolClearedError' || name === 'MongoWaitQueueTimeoutError' || name === 'MongoWriteConcernError' || name === 'PoolClearedOnNetworkError') return true;
  return error instanceof MongoServerError && typeof code === 'number' && UNCERTAIN_CODES.has(code);
}

/** The server's own disk is full (OutOfDiskSpace). */
const OUT_OF_DISK_SPACE = 14_031;

/** Runs one call to the server; one that could not be reached, or has no room, is told as StoreUnavailable. */
export async function reaching<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof MongoServerError && error.code === OUT_OF_DISK_SPACE) throw new StoreUnavailable('the disk of the database is full', { cause: error, hindrance: 'disk' });
    throw isUncertain(error) ? new StoreUnavailable('the store cannot be reached', { cause: error }) : error;
  }
}
