import type { DomainEvent } from '@wangge/shared/life';
import type { IdempotencyRecord, StoredEvent } from '../event-store.ts';

export interface StoredBody {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly at: number;
  /** The event as JSON. */
  readonly body: string;
}

/**
 * Events that were written at once, with the keys they answer. Commits are named by the `seq` of their first event, without
 * gaps, so that of two writers who know the same history one gets the next place and the other fails.
 */
export interface CommitDocument {
  readonly _id: string;
  readonly lastSeq: number;
  /** Tells this commit from any other that tried for the place. */
  readonly token: string;
  readonly events: readonly StoredBody[];
  /** Left out when there is none, for an index over them holds no empty lists. */
  readonly records?: readonly IdempotencyRecord[];
}

/** The place of a commit: twelve digits, so that text sorts as numbers do and every server finds it without a search. */
export function placeOf(firstSeq: number): string {
  return String(firstSeq).padStart(12, '0');
}

export function eventsOf(commit: CommitDocument): StoredEvent[] {
  const firstSeq = Number(commit._id);
  return commit.events.map(({ stream, revision, body }, i) => ({ seq: firstSeq + i, stream, revision, event: JSON.parse(body) as DomainEvent }));
}
