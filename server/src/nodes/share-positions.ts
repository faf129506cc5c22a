import { SECOND_MS, asId, type UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { PositionsApi } from '../features/positions/positions.api.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { NodeLink, SharedFix } from './node-link.ts';

/** Positions are gathered this long: they cross nodes in frames, not one by one. */
export const SHARE_EACH_MS = 100;
/** Where other nodes can't be heard, their positions are read from the store this often. */
const REREAD_EACH_MS = 2 * SECOND_MS;
/** No frame holds more; the newest are kept, for each has been written to the track by the node that took it. */
const MOST_FIXES = 5_000;

/**
 * Tells other nodes what positions this one took, and hears theirs. While the link is down, and once when it is back, they are
 * read from the store. Answers what stops it.
 */
export function sharePositions(positions: PositionsApi, link: NodeLink, clock: Clock, log: Logger): () => void {
  let waiting: SharedFix[] = [];
  let cancel: (() => void) | null = null;
  let wasDown = false;

  function send(): void {
    cancel = null;
    link.tell({ kind: 'fixes', fixes: waiting.slice(-MOST_FIXES) });
    waiting = [];
  }

  positions.onTaken((fix, verdict) => {
    waiting.push([fix.unitId, fix.at, fix.lng, fix.lat, fix.speedKmh, fix.headingDeg, fix.accuracyM, verdict === 'live' ? 1 : 0]);
    cancel ??= clock.after(SHARE_EACH_MS, send);
  });
  link.onMessage((message) => {
    if (message.kind === 'fixes') for (const shared of message.fixes) positions.hear(toFix(shared), shared[7] === 1 ? 'live' : 'track-only');
  });
  const stopRereading = clock.every(REREAD_EACH_MS, () => {
    const isDown = !link.isUp();
    if (isDown || wasDown) positions.reread().catch((error: unknown) => log.warn({ err: error }, 'positions of other nodes could not be read and are tried again'));
    wasDown = isDown;
  });
  return () => {
    stopRereading();
    cancel?.();
  };
}

function toFix([unitId, at, lng, lat, speedKmh, headingDeg, accuracyM]: SharedFix): PositionFix {
  return { unitId: asId<UnitId>(unitId), at, lng, lat, speedKmh, headingDeg, accuracyM };
}
