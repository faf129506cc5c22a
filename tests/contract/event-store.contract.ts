import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppendOutcome, EventStore, StreamAppend } from '@wangge/server/store/event-store';
import type { StorePlace } from '../support/store-place.ts';
import { play } from '../support/histories.ts';

function appendsFor(count: number): StreamAppend[] {
  const appends: StreamAppend[] = [];
  play(Array.from({ length: count }, (_, i) => ({ afterMin: 1, pick: 12 * i, choice: i })), ({ stream, event }) => {
    appends.push({ stream, expectedRevision: 0, events: [event] });
  });
  return appends;
}

const count = (outcomes: readonly AppendOutcome[], kind: AppendOutcome['kind']): number => outcomes.filter((o) => o.kind === kind).length;

/** What every event store promises, whatever it is made of. */
export function eventStoreContract(name: string, makePlace: () => StorePlace<EventStore>): void {
  describe(`event store: ${name}`, () => {
    let place: StorePlace<EventStore>;
    let store: EventStore;
    const [first, second] = appendsFor(2) as [StreamAppend, StreamAppend];
    const key = { scope: 'hotline', key: 'k1', bodyHash: 'h1', answer: 'a1' };

    beforeEach(async () => {
      place = makePlace();
      store = await place.open();
    });
    afterEach(() => place.close());

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

    it('[ES1] gives back several streams at once, each in order, without what says a later time', async () => {
      const at = first.events[0]!.at;
      const event = (after: number) => ({ ...first.events[0]!, at: at + after });
      await store.append([{ ...first, events: [event(0)] }, { ...second, events: [event(1)] }]);
      await store.append([{ ...second, expectedRevision: 1, events: [event(9)] }, { ...first, expectedRevision: 1, events: [event(2), event(8)] }, { ...second, expectedRevision: 2, events: [event(3)] }, { stream: 'other', expectedRevision: 0, events: [event(0)] }]);
      const read = await store.readStreams([second.stream, 'nobody', first.stream], at + 3);
      expect(read.map(({ stream, revision }) => [stream, revision])).toEqual([[second.stream, 1], [second.stream, 3], [first.stream, 1], [first.stream, 2]]);
      expect(read[1]).toEqual((await store.readStream(second.stream))[2]);
      expect(await store.readStreams([], at)).toEqual([]);
    });

    it('[ES1] gives back an event to the letter, whatever its fields are named and hold', async () => {
      const odd = { ...first.events[0]!, 'a.b': { $set: [null, '', 0.1, -1, 2 ** 40, '字\u0000"'] } };
      const outcome = await store.append([{ ...first, events: [odd] }]);
      expect(outcome).toMatchObject({ kind: 'appended', events: [{ seq: 1, revision: 1, event: odd }] });
      expect((await store.readStream(first.stream))[0]!.event).toEqual(odd);
    });

    it('[ES2] refuses a writer who saw an older revision, and writes nothing of that append', async () => {
      await store.append([first]);
      const outcome = await store.append([second, { ...first, expectedRevision: 0 }]);
      expect(outcome).toEqual({ kind: 'conflict', stream: first.stream });
      expect(await store.readStream(second.stream)).toEqual([]);
    });

    it('[ES2] takes a stream twice in one append, each time at the revision that the one before leaves', async () => {
      const outcome = await store.append([first, second, { ...first, expectedRevision: 1 }]);
      expect(outcome).toMatchObject({ kind: 'appended', events: [{ revision: 1 }, { revision: 1 }, { revision: 2 }] });
      expect(await store.append([{ ...first, expectedRevision: 2 }, { ...first, expectedRevision: 2 }])).toEqual({ kind: 'conflict', stream: first.stream });
    });

    it('[ES3] lets one of many racing writers through', async () => {
      await store.append([first]);
      const next: StreamAppend = { stream: first.stream, expectedRevision: 1, events: [second.events[0]!] };
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.append([next])));
      expect([count(outcomes, 'appended'), count(outcomes, 'conflict')]).toEqual([1, 19]);
    });

    it('[ES4] answers a repeated key with what it answered first, without a second effect', async () => {
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => store.append([first], key)));
      expect(count(outcomes, 'appended')).toBe(1);
      expect(outcomes.filter((o) => o.kind === 'repeated' && o.record.answer === 'a1')).toHaveLength(49);
      expect(await store.findIdempotent('hotline', 'k1')).toEqual(key);
      expect(await store.findIdempotent('other', 'k1')).toBeNull();
      expect(await store.readSince(0, 10)).toHaveLength(1);
    });

    it('[ES5] pages through the history, whatever was written together', async () => {
      const [a, b, c, ...others] = appendsFor(7) as [StreamAppend, StreamAppend, StreamAppend, ...StreamAppend[]];
      await store.append([a, b]);
      await store.append([c, ...others]);
      for (const size of [1, 2, 3, 100]) {
        const read: string[] = [];
        for (let seq = 0; ;) {
          const page = await store.readSince(seq, size);
          if (page.length === 0) break;
          expect(page.length).toBeLessThanOrEqual(size);
          read.push(...page.map((e) => e.stream));
          seq = page.at(-1)!.seq;
        }
        expect(read).toEqual(appendsFor(7).map((append) => append.stream));
      }
    });

    it('[ES5] pages through many small commits, from any event on, also where another server wrote them', async () => {
      const [{ stream, events }] = appendsFor(1) as [StreamAppend];
      const reader = await place.open();
      expect(await reader.readSince(0, 10)).toEqual([]);
      for (let i = 0; i < 25; i += 1) await store.append([{ stream, expectedRevision: 3 * i, events: [events[0]!, events[0]!, events[0]!] }]);
      for (let i = 0; i < 25; i += 1) await store.append([{ stream: `one-${i}`, expectedRevision: 0, events }]);
      const seqs = Array.from({ length: 100 }, (_, i) => i + 1);
      for (const server of [reader, store]) {
        for (const from of [0, 1, 2, 3, 73, 75, 76, 99, 100, 101]) {
          expect((await server.readSince(from, 1_000)).map((e) => e.seq)).toEqual(seqs.slice(from));
          expect((await server.readSince(from, 7)).map((e) => e.seq)).toEqual(seqs.slice(from, from + 7));
        }
      }
    });

    it('[ES6] never gives a number twice', async () => {
      const other = await place.open();
      const wanted = [3, 1, 5, 1, 2, 4];
      const firsts = await Promise.all(wanted.map((n, i) => (i % 2 === 0 ? store : other).takeSerials('day', n)));
      const taken = firsts.flatMap((from, i) => Array.from({ length: wanted[i]! }, (_, k) => from + k));
      expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
      expect(await other.takeSerials('another day', 1)).toBe(1);
    });

    it('[ES7] gives two servers one order: each revision once, no gap, nothing acknowledged that is not read', async () => {
      const stores = [store, await place.open()];
      const streams = appendsFor(3);
      const acknowledged: string[] = [];
      const write = async (server: EventStore, marker: string): Promise<void> => {
        for (let i = 0; i < 12; i += 1) {
          const { stream, events } = streams[i % 3]!;
          const expectedRevision = (await server.readStream(stream)).length;
          const outcome = await server.append([{ stream, expectedRevision, events: [{ ...events[0]!, at: i }] }, { stream: `${marker}/${i}`, expectedRevision: 0, events }]);
          if (outcome.kind === 'appended') acknowledged.push(...outcome.events.map((e) => `${e.seq} ${e.stream} ${e.revision}`));
          else expect(outcome).toEqual({ kind: 'conflict', stream });
        }
      };
      await Promise.all(stores.flatMap((server, i) => [write(server, `a${i}`), write(server, `b${i}`)]));
      const histories = await Promise.all(stores.map((server) => server.readSince(0, 1_000)));
      expect(histories[1]).toEqual(histories[0]);
      const history = histories[0]!;
      expect(history.map((e) => e.seq)).toEqual(history.map((_, i) => i + 1));
      expect(history.map((e) => `${e.seq} ${e.stream} ${e.revision}`).sort()).toEqual(acknowledged.sort());
      for (const { stream } of streams) {
        const revisions = history.filter((e) => e.stream === stream).map((e) => e.revision);
        expect(revisions).toEqual(revisions.map((_, i) => i + 1));
      }
    });

    it('[ES8] lets a key used at two servers at once have one effect', async () => {
      const stores = [store, await place.open()];
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => stores[i % 2]!.append([{ ...first, stream: `case-${i}` }], key)));
      expect([count(outcomes, 'appended'), count(outcomes, 'repeated')]).toEqual([1, 19]);
      expect(await stores[1]!.readSince(0, 100)).toHaveLength(1);
      expect(await stores[0]!.findIdempotent('hotline', 'k1')).toEqual(key);
    });

    it('[ES9] has the same epoch, history, keys and numbers when it is opened again', async () => {
      await store.append([first], key);
      await store.append([second]);
      await store.takeSerials('day', 4);
      const again = await place.open();
      expect(again.epoch).toBe(store.epoch);
      expect(await again.readSince(0, 10)).toEqual(await store.readSince(0, 10));
      expect(await again.append([first], key)).toEqual({ kind: 'repeated', record: key });
      expect(await again.append([first])).toEqual({ kind: 'conflict', stream: first.stream });
      expect(await again.append([{ ...first, expectedRevision: 1 }])).toMatchObject({ kind: 'appended', events: [{ seq: 3, revision: 2 }] });
      expect(await again.takeSerials('day', 1)).toBe(5);
    });
  });
}
