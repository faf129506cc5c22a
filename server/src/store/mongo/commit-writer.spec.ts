import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '@wangge/shared/life';
import type { IdempotencyRecord } from '../event-store.ts';
import { placeOf, type CommitDocument } from './commit-document.ts';
import { makeWish } from './commit-draft.ts';
import { createCommitWriter } from './commit-writer.ts';
import { KnownHistory } from './known-history.ts';

const event = { type: 'reported', at: 1 } as unknown as DomainEvent;
const record = (key: string): IdempotencyRecord => ({ scope: 'report', key, fingerprint: 'f', result: key }) as unknown as IdempotencyRecord;
const wishOf = (stream: string, key?: string, expectedRevision = 0) => makeWish([{ stream, expectedRevision, events: [event] }], key === undefined ? undefined : record(key));

/** A history of the database that another node adds to once, while this node looks a key up, and that this node reads on at once. */
function givenAnother(known: KnownHistory, theirs: (place: string, seq: number) => CommitDocument) {
  const stored: CommitDocument[] = [];
  let hasCome = false;
  return {
    stored,
    log: {
      recordOf: async (_known: KnownHistory, asked: Pick<IdempotencyRecord, 'scope' | 'key'>) => {
        const found = known.placeOfKey(asked) === undefined ? null : record(asked.key);
        if (!hasCome) {
          hasCome = true;
          stored.push(theirs(placeOf(known.lastSeq + 1), known.lastSeq + 1));
          known.learn(stored.at(-1)!);
        }
        return found;
      },
      catchUp: async () => stored.forEach((commit) => known.learn(commit)),
      take: async (commit: CommitDocument) => {
        if (stored.some(({ _id }) => _id === commit._id)) return 'taken' as const;
        stored.push(commit);
        return 'stored' as const;
      },
    },
  };
}

const commitOf = (stream: string, key: string | null) => (place: string, seq: number): CommitDocument => ({
  _id: place, lastSeq: seq, token: 'theirs', events: [{ stream, revision: 1, type: 'reported', at: 1, body: '{}' }], ...(key === null ? {} : { records: [record(key)] }),
});

describe('a writer beside another node', () => {
  it('[IN1] writes a key once, though the other wrote it while this one judged and was read on at once', async () => {
    const known = new KnownHistory();
    const { log, stored } = givenAnother(known, commitOf('theirs', 'k'));
    expect(await createCommitWriter(log, known)(wishOf('ours', 'k'))).toMatchObject({ kind: 'repeated', record: { key: 'k' } });
    expect(stored.map(({ token }) => token)).toEqual(['theirs']);
  });

  it('[CL5] writes no revision twice in that moment', async () => {
    const known = new KnownHistory();
    const { log, stored } = givenAnother(known, commitOf('one', null));
    const write = createCommitWriter(log, known);
    // The first has a turn of its own; the others are judged together in the next.
    const outcomes = await Promise.all([write(wishOf('first')), write(wishOf('one')), write(wishOf('other', 'a'))]);
    expect(outcomes).toMatchObject([{ kind: 'appended' }, { kind: 'conflict', stream: 'one' }, { kind: 'appended' }]);
    expect(stored.flatMap(({ events }) => events).filter(({ stream }) => stream === 'one')).toHaveLength(1);
  });
});
