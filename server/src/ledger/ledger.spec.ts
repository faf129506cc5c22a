import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '@wangge/shared/life';
import type { EventStore } from '../store/event-store.ts';
import { createSqliteEventStore, openDatabase } from '../store/sqlite.ts';
import { Ledger } from './ledger.ts';

const event = (note: string): DomainEvent => ({ type: 'noted', at: 0, note }) as unknown as DomainEvent;
const noteOf = (one: DomainEvent): string => (one as unknown as { note: string }).note;

/** A node: a ledger of its own over a store that others write into too, and what it folded, in order. */
function openNode(store: EventStore): { ledger: Ledger; folded: string[] } {
  const ledger = new Ledger(store);
  const folded: string[] = [];
  ledger.register('case', { apply: (events) => folded.push(...events.map((stored) => `${stored.seq} ${noteOf(stored.event)}`)) });
  return { ledger, folded };
}

const newStore = (): EventStore => createSqliteEventStore(openDatabase(':memory:'));
const write = (stream: string, expectedRevision: number, note: string) => [{ stream, expectedRevision, events: [event(note)] }];

describe('a ledger beside others over one store', () => {
  it('folds what others wrote before what it writes itself', async () => {
    const store = newStore();
    const [one, two] = [openNode(store), openNode(store)];
    await one.ledger.append(write('a', 0, 'one wrote'));
    await two.ledger.append(write('b', 0, 'two wrote'));
    expect(two.folded).toEqual(['1 one wrote', '2 two wrote']);
    expect(one.folded).toEqual(['1 one wrote']);
    await one.ledger.catchUp();
    expect(one.folded).toEqual(two.folded);
    expect(one.ledger.lastSeq).toBe(2);
  });

  it('knows after a conflict what it had not seen', async () => {
    const store = newStore();
    const [one, two] = [openNode(store), openNode(store)];
    await one.ledger.append(write('a', 0, 'one was first'));
    expect(await two.ledger.append(write('a', 0, 'two was late'))).toEqual({ kind: 'conflict', stream: 'a' });
    expect(two.folded).toEqual(['1 one was first']);
  });

  it('knows what a key did that another used', async () => {
    const store = newStore();
    const [one, two] = [openNode(store), openNode(store)];
    const record = { scope: 'case', key: 'k', bodyHash: 'h', answer: '' };
    await one.ledger.append(write('a', 0, 'once'), record);
    expect(await two.ledger.wasDone('case', 'k')).toEqual(record);
    expect(two.folded).toEqual(['1 once']);
  });

  it('folds each event once, however many read at once', async () => {
    const store = newStore();
    const [one, two] = [openNode(store), openNode(store)];
    for (let i = 0; i < 20; i += 1) await one.ledger.append(write(`s${i}`, 0, `n${i}`));
    await Promise.all([two.ledger.catchUp(), two.ledger.append(write('z', 0, 'own')), two.ledger.catchUp(), one.ledger.append(write('y', 0, 'other')), two.ledger.catchUp()]);
    await two.ledger.catchUp();
    expect(two.folded.map((line) => Number(line.split(' ')[0]))).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
  });

  it('reads again for whoever asks while a reading is under way', async () => {
    const store = newStore();
    const [one, two] = [openNode(store), openNode(store)];
    const first = two.ledger.catchUp();
    await one.ledger.append(write('a', 0, 'written meanwhile'));
    await two.ledger.catchUp();
    await first;
    expect(two.folded).toEqual(['1 written meanwhile']);
  });
});
