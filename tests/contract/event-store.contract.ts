import { beforeEach, describe, expect, it } from 'vitest';
import type { EventStore, StreamAppend } from '@wangge/server/store/event-store';
import { play } from '../support/histories.ts';

/** A fresh empty store for each test. */
export type MakeEventStore = () => Promise<EventStore>;

function appendsFor(count: number): StreamAppend[] {
  const appends: StreamAppend[] = [];
  play(Array.from({ length: count }, (_, i) => ({ afterMin: 1, pick: 12 * i, choice: i })), ({ stream, event }) => {
    appends.push({ stream, expectedRevision: 0, events: [event] });
  });
  return appends;
}

/** What every event store promises, whatever it is made of. */
export function eventStoreContract(name: string, make: MakeEventStore): void {
  describe(`event store: ${name}`, () => {
    let store: EventStore;
    const [first, second] = appendsFor(2) as [StreamAppend, StreamAppend];
    const key = { scope: 'hotline', key: 'k1', bodyHash: 'h1', answer: 'a1' };

    beforeEach(async () => {
      store = await make();
    });

    it('[ES1] gives back what was appended, in order, with ascending seq and revision', async () => {
      await store.append([first, second]);
      await store.append([{ stream: first.stream, expectedRevision: 1, events: [second.events[0]!] }]);
      const all = await store.readSince(0, 10);
      expect(all.map((e) => [e.stream, e.revision])).toEqual([[first.stream, 1], [second.stream, 1], [first.stream, 2]]);
      expect(all.map((e) => e.seq)).toEqual([...all.map((e) => e.seq)].sort((a, b) => a - b));
      expect(all[0]!.event).toEqual(first.events[0]);
      expect(await store.lastSeq()).toBe(all[2]!.seq);
      expect((await store.readStream(first.stream)).map((e) => e.revision)).toEqual([1, 2]);
    });

    it('[ES2] refuses a writer who saw an older revision, and writes nothing of that append', async () => {
      await store.append([first]);
      const outcome = await store.append([second, { ...first, expectedRevision: 0 }]);
      expect(outcome).toEqual({ kind: 'conflict', stream: first.stream });
      expect(await store.readStream(second.stream)).toEqual([]);
    });

    it('[ES3] lets one of many racing writers through', async () => {
      await store.append([first]);
      const next: StreamAppend = { stream: first.stream, expectedRevision: 1, events: [second.events[0]!] };
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.append([next])));
      expect(outcomes.filter((o) => o.kind === 'appended')).toHaveLength(1);
      expect(outcomes.filter((o) => o.kind === 'conflict')).toHaveLength(19);
    });

    it('[ES4] answers a repeated key with what it answered first, without a second effect', async () => {
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => store.append([first], key)));
      expect(outcomes.filter((o) => o.kind === 'appended')).toHaveLength(1);
      expect(outcomes.filter((o) => o.kind === 'repeated' && o.record.answer === 'a1')).toHaveLength(49);
      expect(await store.findIdempotent('hotline', 'k1')).toEqual(key);
      expect(await store.findIdempotent('other', 'k1')).toBeNull();
      expect(await store.readSince(0, 10)).toHaveLength(1);
    });

    it('[ES5] pages through the history', async () => {
      await store.append(appendsFor(7));
      const one = await store.readSince(0, 3);
      const two = await store.readSince(one[2]!.seq, 100);
      expect([...one, ...two].map((e) => e.stream)).toEqual(appendsFor(7).map((a) => a.stream));
    });

    it('[ES6] never gives a number twice', async () => {
      const firsts = await Promise.all([3, 1, 5, 1].map((n) => store.takeSerials('day', n)));
      const taken = firsts.flatMap((from, i) => Array.from({ length: [3, 1, 5, 1][i]! }, (_, k) => from + k));
      expect(taken.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await store.takeSerials('another day', 1)).toBe(1);
    });
  });
}
