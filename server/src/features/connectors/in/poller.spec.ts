import { beforeEach, describe, expect, it } from 'vitest';
import { SECOND_MS, refuse, type Refusal, type Result } from '@wangge/shared/base';
import type { Connector } from '@wangge/shared/connector';
import { silentLogger } from '../../../platform/logger.ts';
import type { DocumentStore } from '../../../store/document-store.ts';
import { createPoller, type PollerNeeds } from './poller.ts';

const MINUTE_S = 60;
const PLAN = { url: 'http://other.test/orders?since={cursor}', everySeconds: MINUTE_S, cursor: { path: 'next', first: '0' } };
const connector = (more: Partial<Connector> = {}): Connector => ({ id: 'water', isOn: true, format: 'json', reports: { records: 'orders' }, poll: PLAN, ...more }) as unknown as Connector;
const answer = (orders: readonly string[], next: string) => ({ kind: 'answered', bytes: Buffer.from(JSON.stringify({ orders, next })) }) as const;
const AWAY = { kind: 'waits', code: 'CONNECTOR_TARGET_AWAY', detail: 'HTTP 503' } as const;

let kept: Map<string, unknown>;
let now: number;
let all: Connector[];
let asked: string[];
let done: string[];
let hindered: (string | null)[];
let replies: (Awaited<ReturnType<PollerNeeds['ask']>> | Error)[];
let takes: (text: string) => Result<unknown>;
let look: () => void;

const documents = {
  get: async (kind: string, id: string) => kept.get(`${kind}/${id}`) ?? null, put: async (kind: string, id: string, value: unknown) => void kept.set(`${kind}/${id}`, value),
} as unknown as DocumentStore;

/** A poller that was started now, and has looked once. */
async function start(): Promise<void> {
  const clock = { now: () => now, after: () => () => undefined, every: (_ms: number, tick: () => void) => ((look = tick), () => undefined) };
  createPoller({
    documents, clock, log: silentLogger, connectors: () => all,
    ask: async (url) => {
      asked.push(url.slice(url.indexOf('=') + 1));
      const reply = replies.shift() ?? AWAY;
      if (reply instanceof Error) throw reply;
      return reply;
    },
    headersOf: async () => ({ ok: true, value: {} }),
    take: async (_connector, text) => {
      done.push(text);
      return takes(text);
    },
    hear: async (id) => void done.push(`${id} nothing`),
    hinder: async (_id, refusal: Refusal | null) => void hindered.push(refusal?.code ?? null),
    count: (id, outcome) => void done.push(`${id} ${outcome}`),
  }).start();
  await settled();
}
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
async function after(seconds: number): Promise<void> {
  now += seconds * SECOND_MS;
  look();
  await settled();
}

beforeEach(() => {
  [kept, now, all, asked, done, hindered, replies] = [new Map(), 1_000_000, [connector()], [], [], [], []];
  takes = () => ({ ok: true, value: null });
});

describe('a system that is polled', () => {
  it('[CN14] is asked as often as its plan says, from where it was read, also after a restart', async () => {
    replies = [answer(['甲'], 'a&b'), answer([], 'a&b'), answer(['乙'], 'c')];
    await start();
    await after(MINUTE_S - 1);
    expect(asked).toEqual(['0']);
    await after(1);
    await start();
    expect(asked).toEqual(['0', 'a%26b', 'a%26b']);
    expect([done, hindered]).toEqual([['{"orders":["甲"],"next":"a&b"}', 'water nothing', '{"orders":["乙"],"next":"c"}'], [null, null, null]]);
  });

  it('[CN14] is read on only when all of an answer is durable', async () => {
    replies = [answer(['甲'], 'a'), answer(['甲'], 'a'), answer(['乙'], 'b')];
    takes = () => (done.length === 1 ? refuse('CONNECTOR_LETTERS_FULL') : { ok: true, value: null });
    await start();
    await after(MINUTE_S);
    await after(MINUTE_S);
    expect([asked, hindered]).toEqual([['0', '0', 'a'], ['CONNECTOR_LETTERS_FULL', null, null]]);
  });

  it('[CN14] is asked later and later while it is away, or while what it says cannot be written', async () => {
    all = [connector({ poll: { ...PLAN, everySeconds: 5 } })];
    replies = [AWAY, AWAY, AWAY, new Error('the disk is full'), AWAY, answer([], 'a')];
    await start();
    for (const seconds of [5, 5, 5]) await after(seconds);
    expect(asked).toHaveLength(4);
    await after(7);
    expect(asked).toHaveLength(4);
    await after(1);
    await after(15);
    expect(asked).toHaveLength(5);
    await after(1);
    expect([asked.length, done.filter((text) => text === 'water poll-away').length, hindered.at(0), hindered.at(-1)]).toEqual([6, 4, 'CONNECTOR_TARGET_AWAY', null]);
  });

  it('[CN14] is read anew under another address, and not at all while it is off or has none', async () => {
    replies = [answer(['甲'], 'a'), answer(['甲'], 'z')];
    await start();
    all = [connector({ poll: { ...PLAN, url: `${PLAN.url}&v=2` } }), connector({ id: 'off', isOn: false }), connector({ id: 'none', poll: { ...PLAN, url: '' } }), connector({ id: 'pushed', poll: undefined })];
    await after(1);
    expect(asked).toEqual(['0', '0&v=2']);
  });

  it('[CN14] sends what is no answer to the dead letters, and does not take it for an empty one', async () => {
    replies = [{ kind: 'answered', bytes: Buffer.from('<html></html>') }, { kind: 'answered', bytes: Buffer.from('{"tickets":[]}') }];
    await start();
    await after(MINUTE_S);
    expect([done, asked]).toEqual([['<html></html>', '{"tickets":[]}'], ['0', '0']]);
  });
});
