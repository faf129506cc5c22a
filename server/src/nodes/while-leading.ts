import { SECOND_MS } from '@wangge/shared/base';
import type { Clock } from '../platform/clock.ts';
import { newUuid } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import type { LeaseStore } from '../store/lease-store.ts';

/** A node that is gone is followed by another after this time. */
export const LEASE_MS = 10 * SECOND_MS;
const RENEW_EACH_MS = 3 * SECOND_MS;

/**
 * Runs on one node at a time what must not run on two: `start` is called when this node holds the lease, what it answers when it
 * no longer does, at the latest when the lease ends that was granted last. Answers what ends it.
 */
export function whileLeading(name: string, leases: LeaseStore, start: () => () => void, clock: Clock, log: Logger): () => void {
  const self = newUuid();
  let stop: (() => void) | null = null;
  let cancelEnd = (): void => undefined;
  let isEnded = false;

  function lead(forMs: number): void {
    cancelEnd();
    cancelEnd = clock.after(forMs, follow);
    if (stop !== null) return;
    log.info({ lease: name }, 'this node leads');
    stop = start();
  }
  function follow(): void {
    cancelEnd();
    stop?.();
    stop = null;
  }

  async function renew(): Promise<void> {
    const askedAt = clock.now();
    const isMine = await leases.take(name, self, LEASE_MS, askedAt);
    const leftMs = askedAt + LEASE_MS - clock.now();
    if (isMine && leftMs > 0 && !isEnded) lead(leftMs);
    else if (!isMine) follow();
  }

  function look(): void {
    renew().catch((error: unknown) => log.warn({ err: error, lease: name }, 'the lease could not be asked for'));
  }

  look();
  const stopLooking = clock.every(RENEW_EACH_MS, look);
  return () => {
    isEnded = true;
    stopLooking();
    follow();
  };
}
