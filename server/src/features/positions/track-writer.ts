import { SECOND_MS } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { Clock } from '../../platform/clock.ts';
import type { TrackStore } from '../../store/track-store.ts';

export const TRACK_BATCH_ROWS = 500;
/** How long a fix waits for others: whoever sent it is answered when its batch is durable. */
export const TRACK_BATCH_MS = 100;
/** What waits while the store cannot write; beyond it the oldest fixes are given up and counted. */
export const TRACK_BACKLOG_ROWS = 50_000;
/** Short enough that a store that is back has what waited within seconds. */
const RETRY_MS = SECOND_MS;

export interface TrackWriterLog {
  warn(fields: object, message: string): void;
}

/**
 * Writes fixes into the track store in batches: after `TRACK_BATCH_MS` or `TRACK_BATCH_ROWS`, whichever comes first. A batch
 * the store refuses is kept and tried again.
 */
export class TrackWriter {
  readonly #store: TrackStore;
  readonly #clock: Clock;
  readonly #log: TrackWriterLog;
  #waiting: PositionFix[] = [];
  #cancelTimer: (() => void) | null = null;
  #writing: Promise<void> | null = null;
  /** What is told to those who wait for the fixes that wait, and for those being written. */
  #waitingKept: PromiseWithResolvers<void> | null = null;
  #writingKept: PromiseWithResolvers<void> | null = null;
  #isFailing = false;
  #droppedCount = 0;

  constructor(store: TrackStore, clock: Clock, log: TrackWriterLog) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** Fixes given up because the store could not write for too long. */
  get droppedCount(): number {
    return this.#droppedCount;
  }

  add(fix: PositionFix): void {
    this.#waiting.push(fix);
    const excess = this.#waiting.length - TRACK_BACKLOG_ROWS;
    if (excess > 0) {
      this.#waiting.splice(0, excess);
      this.#droppedCount += excess;
    }
    if (this.#waiting.length >= TRACK_BATCH_ROWS && !this.#isFailing) void this.flush();
    else this.#cancelTimer ??= this.#clock.after(TRACK_BATCH_MS, () => void this.flush());
  }

  /** Resolves when everything added so far is durable. Rejects when the store refuses it; it is tried again all the same. */
  kept(): Promise<void> {
    if (this.#isFailing) return Promise.reject(new Error('the track store cannot write'));
    if (this.#waiting.length > 0) return (this.#waitingKept ??= Promise.withResolvers()).promise;
    return this.#writing === null ? Promise.resolve() : (this.#writingKept ??= Promise.withResolvers()).promise;
  }

  /** Writes everything that waits; ends when it is kept or the store refused. */
  async flush(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    while (this.#writing !== null) await this.#writing;
    if (this.#waiting.length === 0) return;
    this.#writing = this.#write();
    await this.#writing;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#writingKept = this.#waitingKept;
    this.#waitingKept = null;
    try {
      await this.#store.appendFixes(batch);
      this.#isFailing = false;
      this.#writingKept?.resolve();
    } catch (error) {
      this.#isFailing = true;
      this.#waiting = [...batch, ...this.#waiting];
      this.#writingKept?.reject(error);
      this.#cancelTimer ??= this.#clock.after(RETRY_MS, () => void this.flush());
      this.#log.warn({ rows: batch.length, error: String(error) }, 'tracks could not be written and are tried again');
    } finally {
      this.#writing = null;
      this.#writingKept = null;
    }
  }
}
