import type { CaseRules } from '../district/index.ts';
import type { CaseEvent } from './case-events.ts';
import type { CasePayload } from './case-payload.ts';

/** An event in its place in the case's history. */
export interface PastEvent {
  readonly revision: number;
  readonly event: Pick<CaseEvent, 'at' | 'doneAt' | 'actor'>;
}

/**
 * When a deed that is told late (离线补报) was done, if the time its phone gives can be: not in the future, not before what the
 * phone had seen of the case, not before a deed that the same person told late earlier, and no further back than the rules say.
 * Null where it cannot be or none is given: the deed then counts from when it was received. `now` and times are epoch ms.
 */
export function acceptDoneAt({ doneAt, seenRevision }: CasePayload, actorId: string, history: readonly PastEvent[], now: number, { lateDeedMs }: CaseRules): number | null {
  const seen = history.find(({ revision }) => revision === seenRevision);
  if (doneAt === undefined || seenRevision === undefined || !seen) return null;
  const toldBefore = history.filter(({ revision, event }) => revision > seenRevision && event.actor.id === actorId).map(({ event }) => event.doneAt ?? 0);
  const isPossible = doneAt <= now && doneAt >= Math.max(now - lateDeedMs, seen.event.at, ...toldBefore);
  return isPossible ? doneAt : null;
}
