import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TerminalAnswer, TerminalLine, TerminalOrder, TerminalPort } from '../features/terminals/terminals.api.ts';
import type { NodeLink, NodeMessage } from './node-link.ts';
import { shareTerminals } from './share-terminals.ts';

const PHONE = '13900000001';
const aLine = (more: Partial<TerminalLine> = {}): TerminalLine => ({ phone: PHONE, heardAt: 1_000, hasLeft: false, carrier: 'tcp', doubles: 0, doubledAt: null, alarms: [], past: [], ...more });

/** Two nodes that hear each other; the first holds the line of one terminal. */
function twoNodes(answer: (order: TerminalOrder) => Promise<TerminalAnswer> = async () => ({ kind: 'done' })) {
  const ears: ((message: NodeMessage) => void)[][] = [[], []];
  const told: NodeMessage[] = [];
  const end = (own: number): NodeLink => ({
    tell: (message) => { told.push(message); for (const listener of ears[1 - own] ?? []) listener(message); },
    onMessage: (listener) => void ears[own]?.push(listener), isUp: () => true, close: async () => undefined,
  });
  const clock = {
    now: () => Date.now(),
    after: (ms: number, run: () => void) => { const timer = setTimeout(run, ms); return () => clearTimeout(timer); },
    every: (ms: number, run: () => void) => { const timer = setInterval(run, ms); return () => clearInterval(timer); },
  };
  const held = new Map([[PHONE, aLine()]]);
  const gateway: TerminalPort = { lines: () => [...held.values()], lineOf: (phone) => held.get(phone), order: async (phone, order) => (held.has(phone) ? answer(order) : { kind: 'offline' }) };
  const empty: TerminalPort = { lines: () => [], lineOf: () => undefined, order: async () => ({ kind: 'offline' }) };
  shareTerminals(gateway, end(0), clock);
  return { desk: shareTerminals(empty, end(1), clock).port, held, told };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('[TM11] terminals of another node', () => {
  it('are seen as they are there, told when something changed and now and then that they are still there', async () => {
    const { desk, held, told } = twoNodes();
    expect(desk.lines()).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.lineOf(PHONE)).toEqual(aLine());
    held.set(PHONE, aLine({ heardAt: 9_000 }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told, 'heard again is no news').toHaveLength(1);
    held.set(PHONE, aLine({ heardAt: 9_500, doubles: 1 }));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.lines()).toMatchObject([{ heardAt: 9_500, doubles: 1 }]);
    held.set(PHONE, aLine({ heardAt: 30_000, doubles: 1 }));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.lineOf(PHONE)?.heardAt).toBe(30_000);
  });

  it('carry out what is asked here, and answer here', async () => {
    const { desk } = twoNodes(async (order) => (order.kind === 'locate' ? { kind: 'refused', result: 3 } : { kind: 'done' }));
    expect(await desk.order(PHONE, { kind: 'locate' }), 'nothing was heard of it yet').toEqual({ kind: 'offline' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await desk.order(PHONE, { kind: 'locate' })).toEqual({ kind: 'refused', result: 3 });
    expect(await desk.order(PHONE, { kind: 'text', text: '去东村', isUrgent: false, isSpoken: true })).toEqual({ kind: 'done' });
    expect(await desk.order('13900000009', { kind: 'locate' })).toEqual({ kind: 'offline' });
  });

  it('are silent when their node is gone, and offline once they left', async () => {
    const { desk, held } = twoNodes();
    await vi.advanceTimersByTimeAsync(2_000);
    held.delete(PHONE);
    const asked = desk.order(PHONE, { kind: 'locate' });
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await asked).toEqual({ kind: 'silent' });
    held.set(PHONE, aLine({ hasLeft: true }));
    await vi.advanceTimersByTimeAsync(2_000);
    held.delete(PHONE);
    expect(await desk.order(PHONE, { kind: 'locate' })).toEqual({ kind: 'offline' });
  });
});
