import type { StoreTrouble } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import type { StoreWatch } from '../../platform/store-watch.ts';
import { ownDeed, type AuditTrail } from './audit-trail.api.ts';

/**
 * Takes down when the product starts and stops, and from when to when its store could not be written, which can only be told
 * afterwards. Answers what tells of the stop.
 */
export function tellOfServer(trail: AuditTrail, watch: StoreWatch, clock: Clock): () => void {
  let last: StoreTrouble | null = null;
  watch.onChange((trouble) => {
    if (trouble === null && last !== null) trail.note(ownDeed(clock.now(), 'store.trouble', { since: last.since, hindrance: last.hindrance }));
    last = trouble;
  });
  trail.note(ownDeed(clock.now(), 'server.start'));
  return () => trail.note(ownDeed(clock.now(), 'server.stop'));
}
