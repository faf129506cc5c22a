import { describe, expect, it } from 'vitest';
import type { Clock } from '../../platform/clock.ts';
import { HEARTBEAT_MS, openLastingClient, type DriverClient, type LastingClient } from './lasting-client.ts';

const turns = async (): Promise<void> => { for (let i = 0; i < 20; i += 1) await Promise.resolve(); };

/** A client in the hand of the test: what is sent over it is kept until it is answered, and fails when it is closed. */
class HandClient {
  readonly sent: string[] = [];
  isClosed = false;
  readonly #connected = Promise.withResolvers<void>();
  readonly #underWay: PromiseWithResolvers<string>[] = [];
  readonly #ears: (() => void)[] = [];

  on(_name: string, ear: () => void): void {
    this.#ears.push(ear);
  }
  beat(): void {
    for (const ear of this.#ears) ear();
  }
  connect(): Promise<void> {
    return this.#connected.promise;
  }
  reach(): void {
    this.#connected.resolve();
  }
  fail(): void {
    this.#connected.reject(new Error('nobody there'));
  }
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { reject } of this.#underWay.splice(0)) reject(new Error('closed'));
  }
  answer(): void {
    for (const { resolve } of this.#underWay.splice(0)) resolve('done');
  }
  #send(what: string): Promise<string> {
    this.sent.push(what);
    const asked = Promise.withResolvers<string>();
    this.#underWay.push(asked);
    return asked.promise;
  }
  db(): object {
    return { command: () => this.#send('command'), collection: (name: string) => ({ insertOne: (id: string) => this.#send(`${name} ${id}`) }) };
  }
}

interface Bench {
  readonly clients: HandClient[];
  readonly lasting: LastingClient;
  insert(id: string): Promise<string>;
  /** Seconds go by; those clients look after the server that are told to. */
  pass(seconds: number, ...looking: HandClient[]): Promise<void>;
  /** The process stands still: one look is late, and none was heard. */
  stall(): Promise<void>;
}

async function open(): Promise<Bench> {
  const clients: HandClient[] = [];
  let look = (): void => undefined;
  const clock: Clock = { now: () => 0, after: () => () => undefined, every: (_, run) => { look = run; return () => (look = () => undefined); } };
  const opening = openLastingClient(() => {
    clients.push(new HandClient());
    return clients.at(-1) as unknown as DriverClient;
  }, clock);
  clients[0]?.reach();
  const lasting = await opening;
  const notes = lasting.db.collection<{ _id: string }>('notes');
  return {
    clients, lasting,
    insert: (id) => (notes.insertOne as unknown as (id: string) => Promise<string>)(id),
    async pass(seconds, ...looking) {
      for (let ms = 0; ms < seconds * 1_000; ms += HEARTBEAT_MS) {
        for (const client of looking) client.beat();
        look();
        await turns();
      }
    },
    async stall() {
      look();
      await turns();
    },
  };
}

describe('a client of the database that lasts', () => {
  it('is the same for good while its driver looks after the server, whether the server is there or not', async () => {
    const { clients, pass, stall, insert } = await open();
    await pass(3_600, clients[0]!);
    await stall();
    await pass(60, clients[0]!);
    expect(clients).toHaveLength(1);
    const asked = insert('a');
    clients[0]!.answer();
    expect(await asked).toBe('done');
  });

  it('is replaced when its driver looks no more: what comes then goes to the new one, what was under way fails at once', async () => {
    const { clients, pass, insert } = await open();
    const underWay = insert('a').catch((error: Error) => error.message);
    await pass(2);
    expect(clients).toHaveLength(1);
    await pass(1);
    const waiting = insert('b').catch((error: Error) => error.message);
    expect(clients).toHaveLength(2);
    expect(clients[0]!.isClosed).toBe(false);
    clients[1]!.reach();
    await turns();
    expect([await underWay, await waiting]).toEqual(['closed', 'closed']);
    const after = insert('c');
    clients[1]!.answer();
    expect(await after).toBe('done');
    expect([clients[0]!.sent, clients[1]!.sent, clients[0]!.isClosed]).toEqual([['notes a', 'notes b'], ['notes c'], true]);
    await pass(3_600, clients[1]!);
    expect(clients).toHaveLength(2);
  });

  it('is tried again and again while the server is away, one at a time, and the old one stays so long', async () => {
    const { clients, pass, insert } = await open();
    await pass(10);
    expect(clients).toHaveLength(2);
    for (const tries of [3, 4, 5]) {
      clients.at(-1)!.fail();
      await turns();
      expect(clients.at(-1)!.isClosed).toBe(true);
      await pass(1);
      expect(clients).toHaveLength(tries);
    }
    expect(clients[0]!.isClosed).toBe(false);
    clients[4]!.reach();
    await turns();
    void insert('a');
    expect([clients[0]!.isClosed, clients[4]!.sent]).toEqual([true, ['notes a']]);
  });

  it('stays when it was only slow and is heard again before another reached the server', async () => {
    const { clients, pass, insert } = await open();
    await pass(3);
    await pass(1, clients[0]!);
    clients[1]!.reach();
    await turns();
    void insert('a');
    expect([clients[0]!.sent, clients[0]!.isClosed, clients[1]!.isClosed]).toEqual([['notes a'], false, true]);
    await pass(60, clients[0]!);
    expect(clients).toHaveLength(2);
  });

  it('leaves nothing open when it is closed, not even one that is just being connected', async () => {
    const { clients, pass, lasting } = await open();
    await pass(3);
    await lasting.close();
    clients[1]!.reach();
    await turns();
    await pass(60);
    expect(clients.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  });

  it('does not begin where the server can not be reached', async () => {
    const client = new HandClient();
    const opening = openLastingClient(() => client as unknown as DriverClient);
    client.fail();
    await expect(opening).rejects.toThrow('nobody there');
    expect(client.isClosed).toBe(true);
  });
});
