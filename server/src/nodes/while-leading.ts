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
 * no longer does, also when the store could not be asked in time. Answers what ends it.
 */
export function whileLeading(name: string, leases: LeaseStore, start: () => () => void, clock: Clock, log: Logger): () => void {
  const self = newUuid();
  let stop: (() => void) | null = null;
  let isHeldUntil = -Infinity;
  let isEnded = false;

  function lead(): void {
    if (stop !== null || isEnded) return;
    log.info({ lease: name }, 'this node leads');
    stop = start();
  }
  function follow(): void {
    stop?.();
    stop = null;
  }

  async function renew(): Promise<void> {
    const askedAt = clock.now();
    const isMine = await leases.take(name, self, LEASE_MS, askedAt);
    if (isMine) isHeldUntil = askedAt + LEASE_MS;
    if (isMine) lead();
    else follow();
  }

  function look(): void {
    renew().catch((error: unknown) => log.warn({ err: error, lease: name }, 'the lease could not be asked for'))
      .finally(() => { if (clock.now() >= isHeldUntil) follow(); });
  }

  look();
  const stopLooking = clock.every(RENEW_EACH_MS, () => {
    if (clock.now() >= isHeldUntil) follow();
    look();
  });
  return () => {
    isEnded = true;
    stopLooking();
    follow();
  };
}
