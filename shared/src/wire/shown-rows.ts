import { HOUR_MS } from '../base/index.ts';
import { isOpenState, type CaseState } from '../district/index.ts';

/** How long a closed case stays in sight. */
const LINGER_MS = HOUR_MS;

/**
 * Whether a case is among those that are pushed: open, closed within the hour, or asked to be opened again and not decided; one of a drill (演练) is gone once it is closed. Time alone takes a row out of sight, so
 * server and page follow the same rule: the server leaves it out of snapshots, the page drops it without being told.
 */
export function isShown(item: { readonly state: CaseState; readonly closedAt: number | null; readonly drillId?: string | null; readonly isReopenAsked?: boolean }, now: number): boolean {
  return isOpenState(item.state) || item.isReopenAsked === true || (!item.drillId && item.closedAt !== null && item.closedAt > now - LINGER_MS);
}
