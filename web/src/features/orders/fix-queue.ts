import { distanceM } from '@wangge/shared/geo';
import type { RestAnswer } from '../../link/rest.ts';
import type { FieldFix, FixStorage } from './fix-storage.ts';

export interface FixQueueNeeds {
  readonly storage: FixStorage;
  readonly send: (fixes: readonly FieldFix[]) => Promise<RestAnswer<unknown>>;
}

/** What became of a flush: `refused` means the server does not take this person's positions now (不在岗). */
export type FixFlush = 'sent' | 'nothing' | 'unreachable' | 'refused';

const BATCH = 200;
/** About ten hours of one fix in two seconds; beyond that the oldest go. */
const MAX_KEPT = 18_000;
const MIN_GAP_MS = 2_000;
const STILL_GAP_MS = 15_000;
const STILL_M = 5;

/**
 * 定位待发: positions kept on the phone and sent in batches, oldest first. Fixes that come faster than every 2 s are
 * skipped, and while the phone lies still one in 15 s is enough.
 */
export class FixQueue {
  readonly #needs: FixQueueNeeds;
  #fresh: FieldFix[] = [];
  #last: FieldFix | null = null;
  #flushing: Promise<FixFlush> | null = null;

  constructor(needs: FixQueueNeeds) {
    this.#needs = needs;
  }

  offer(fix: FieldFix): void {
    const last = this.#last;
    if (last && fix.at - last.at < (distanceM([last.lng, last.lat], [fix.lng, fix.lat]) < STILL_M ? STILL_GAP_MS : MIN_GAP_MS)) return;
    this.#last = fix;
    this.#fresh.push(fix);
  }

  /** Keeps the new fixes, then sends until none is left or the server does not answer. A second call joins a running one. */
  async flush(): Promise<FixFlush> {
    this.#flushing ??= this.#run().finally(() => (this.#flushing = null));
    return this.#flushing;
  }

  async #run(): Promise<FixFlush> {
    const { storage, send } = this.#needs;
    const fresh = this.#fresh;
    this.#fresh = [];
    if (fresh.length > 0) await storage.add(fresh);
    const surplus = (await storage.count()) - MAX_KEPT;
    if (surplus > 0) await storage.dropOldest(surplus);
    let result: FixFlush = 'nothing';
    for (;;) {
      const batch = await storage.readOldest(BATCH);
      if (batch.length === 0) return result;
      const answer = await send(batch);
      if (!answer.ok && answer.code === 'POSITION_REFUSED') return 'refused';
      if (!answer.ok && (answer.status === 0 || answer.status >= 500 || answer.status === 401 || answer.status === 429)) return 'unreachable';
      await storage.dropOldest(batch.length);
      if (answer.ok) result = 'sent';
    }
  }

  /** Forgets what was not sent: positions of one person are never sent as another's. */
  async clear(): Promise<void> {
    this.#fresh = [];
    this.#last = null;
    await this.#needs.storage.dropOldest(await this.#needs.storage.count());
  }
}
