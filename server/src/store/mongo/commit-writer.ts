import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AppendOutcome } from '../event-store.ts';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import { CommitDraft, type AppendWish } from './commit-draft.ts';
import type { CommitLog } from './commit-log.ts';
import type { KnownHistory } from './known-history.ts';
import { createTurns } from './turns.ts';

/** How often in a row other nodes may take the place before the writers are told that the store is too busy. */
const MISSES = 100;
/** After so many misses the next try waits a little, each node another while. */
const PATIENCE = 3;
const LONGEST_PAUSE_MS = 40;

/**
 * Writes commits one after the other: what waits while one is under way goes into the next together. Where another node was
 * faster, its commits are read and all wishes are judged again; a conflict is told only when a stream has really moved.
 */
export function createCommitWriter(log: Pick<CommitLog, 'recordOf' | 'catchUp' | 'take'>, known: KnownHistory): (wish: AppendWish) => Promise<AppendOutcome> {
  let misses = 0;

  function isBehind({ appends }: AppendWish): boolean {
    return appends.some(({ stream, expectedRevision }) => expectedRevision > known.revisionOf(stream));
  }

  async function overtaken(): Promise<void> {
    misses += 1;
    if (misses > MISSES) {
      misses = 0;
      throw new StoreUnavailable('other nodes were faster each time', { hindrance: 'busy' });
    }
    if (misses > PATIENCE) await wait(Math.random() * LONGEST_PAUSE_MS);
    await log.catchUp(known);
  }

  return createTurns<AppendWish, AppendOutcome>(async (wishes) => {
    if (known.lastSeq === 0 || wishes.some(isBehind)) await log.catchUp(known);
    const draft = new CommitDraft(known);
    const outcomes: (AppendOutcome | undefined)[] = [];
    for (const [i, wish] of wishes.entries()) {
      const earlier = wish.record && (await log.recordOf(known, wish.record));
      outcomes[i] = earlier ? { kind: 'repeated', record: earlier } : draft.take(i, wish);
    }
    if (draft.isEmpty) return outcomes;
    const commit = draft.toCommit(randomUUID());
    if ((await log.take(commit)) === 'taken') {
      await overtaken();
      return outcomes;
    }
    misses = 0;
    known.learn(commit);
    for (const [i, outcome] of draft.outcomes(commit)) outcomes[i] = outcome;
    return outcomes;
  });
}
