import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameEncoder } from '@wangge/shared/frames';
import { CreditCounter } from './credit-counter.ts';
import { HeldHistory } from './held-history.ts';
import { LinkEngine } from './link-engine.ts';
import type { LinkSocket } from './link-engine.ts';
import type { LinkCommand, LinkEvent } from './link-messages.ts';
import { createLink } from './link.ts';
import type { LinkListeners } from './link.ts';
import type { LinkStatus } from './link-watch.ts';
import { LinkWatch } from './link-watch.ts';

/** A socket in the hand of the test: says what it is told to and notes what it was asked to send. */
class FakeSocket {
  readonly sent: unknown[][] = [];
  readonly acts: string[] = [];
  readonly #listeners = new Map<string, (payload: unknown) => void>();

  on(event: string, listener: (payload: unknown) => void): void {
    this.#listeners.set(event, listener);
  }

  emit(...args: unknown[]): void {
    this.sent.push(args);
  }

  connect(): void {
    this.acts.push('connect');
  }

  disconnect(): void {
    this.acts.push('disconnect');
  }

  say(event: string, payload: unknown): void {
    this.#listeners.get(event)?.(payload);
  }
}

const HELLO = { protocol: 1, epoch: 'e', seq: 5, serverNow: 1_000 };

function open(): { socket: FakeSocket; engine: LinkEngine; heard: LinkEvent[] } {
  const socket = new FakeSocket();
  const heard: LinkEvent[] = [];
  const engine = new LinkEngine((event) => heard.push(event), () => socket as unknown as LinkSocket);
  engine.take({ kind: 'open', url: 'http://here', surface: 'other' });
  return { socket, engine, heard };
}

function frames(count: number): Uint8Array[] {
  const encoder = new FrameEncoder();
  const made = [encoder.encodeKey(1_000).slice()];
  for (let i = 1; i < count; i += 1) {
    const columns = { lng: [120 + i / 1_000], lat: [31], headingDeg: [0], speedKmh: [0], fixAt: [i * 1_000] };
    made.push((encoder.encodeDelta(columns, [0], 1, i * 1_000) ?? new Uint8Array()).slice());
  }
  return made;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the engine of the link', () => {
  it('resumes from what it holds, and from nothing after it was opened anew', () => {
    const { socket, engine } = open();
    socket.say('hello', HELLO);
    socket.say('snapshot', { epoch: 'e', seq: 5 });
    socket.say('diff', { epoch: 'e', fromSeq: 5, seq: 7 });
    socket.say('beat', { seq: 9, serverNow: 2_000 });
    socket.say('hello', HELLO);
    engine.take({ kind: 'open', url: 'http://here', surface: 'other' });
    socket.say('hello', HELLO);
    expect(socket.sent).toEqual([['resume', { epoch: null, seq: 0 }], ['resume', { epoch: 'e', seq: 9 }], ['resume', { epoch: null, seq: 0 }]]);
  });

  it('hands on no difference that does not follow, and asks again', () => {
    const { socket, heard } = open();
    socket.say('hello', HELLO);
    socket.say('snapshot', { epoch: 'e', seq: 5 });
    socket.say('diff', { epoch: 'e', fromSeq: 6, seq: 7 });
    socket.say('diff', { epoch: 'e', fromSeq: 3, seq: 4 });
    expect(heard.filter((event) => event.kind === 'diff')).toEqual([]);
    expect(socket.sent.at(-1)).toEqual(['resume', { epoch: 'e', seq: 5 }]);
  });

  it('tells the server what was drawn on this connection only', () => {
    const { socket, engine, heard } = open();
    socket.say('hello', HELLO);
    for (const frame of frames(3)) socket.say('frame', frame);
    socket.say('hello', HELLO);
    for (const frame of frames(32)) socket.say('frame', frame);
    for (const event of heard) if (event.kind === 'frame') engine.take({ kind: 'drawn', bytes: event.bytes });
    expect(socket.sent.filter(([name]) => name === 'credit')).toEqual([['credit', 32]]);
  });

  it('connects anew when a frame is missing', () => {
    const { socket, heard } = open();
    const [key, , third] = frames(3);
    socket.say('hello', HELLO);
    socket.say('frame', key);
    socket.say('frame', third);
    expect(heard.filter((event) => event.kind === 'frame')).toHaveLength(1);
    expect(socket.acts).toEqual(['disconnect']);
    vi.advanceTimersByTime(1_000);
    expect(socket.acts).toEqual(['disconnect', 'connect']);
  });

  it('comes back within a second after a goodbye, each page of a hall at another moment', () => {
    const hall = Array.from({ length: 20 }, open);
    for (const { socket } of hall) socket.say('disconnect', 'io server disconnect');
    const backAfter = Array.from({ length: 20 }, () => {
      vi.advanceTimersByTime(50);
      return hall.filter(({ socket }) => socket.acts.length > 0).length;
    });
    expect(backAfter.at(-1)).toBe(20);
    expect(backAfter[3]).toBe(0);
    expect(new Set(backAfter).size).toBeGreaterThan(3);
  });

  it('stops with a word when the page is too old, and goes on trying when it is not let in', () => {
    const old = open();
    old.socket.say('hello', { ...HELLO, protocol: 2 });
    vi.advanceTimersByTime(60_000);
    expect(old.heard).toEqual([{ kind: 'refused', refusal: { code: 'PROTOCOL_TOO_OLD' } }]);
    expect(old.socket.acts).toEqual(['disconnect']);

    const stranger = open();
    stranger.socket.say('connect_error', Object.assign(new Error(), { data: { code: 'NOT_SIGNED_IN' } }));
    vi.advanceTimersByTime(5_000);
    expect(stranger.heard).toEqual([{ kind: 'refused', refusal: { code: 'NOT_SIGNED_IN' } }]);
    expect(stranger.socket.acts).toEqual(['connect']);
  });
});

describe('held history', () => {
  it('takes overlapping differences, for whole rows replace rows', () => {
    const held = new HeldHistory();
    expect(held.takeDiff({ epoch: 'e', fromSeq: 0, seq: 1 })).toBe('gap');
    held.takeSnapshot({ epoch: 'e', seq: 5 });
    expect(held.takeDiff({ epoch: 'e', fromSeq: 3, seq: 8 })).toBe('apply');
    expect(held.takeDiff({ epoch: 'other', fromSeq: 8, seq: 9 })).toBe('gap');
    expect(held.position).toEqual({ epoch: 'e', seq: 8 });
  });
});

describe('credit', () => {
  it('is reported before the server would stop for large frames', () => {
    const counter = new CreditCounter();
    expect([40_000, 40_000, 100].map((bytes) => counter.take(bytes))).toEqual([null, 2, null]);
  });
});

describe('link status', () => {
  it('is lost after five silent seconds, counted from the last word, and mends itself', () => {
    const watch = new LinkWatch();
    expect(watch.statusAt(0).state).toBe('connecting');
    watch.noteMessage(1_000, 6_000);
    watch.noteSynced();
    expect(watch.statusAt(6_000)).toMatchObject({ state: 'live', serverOffsetMs: 5_000, lostSince: null });
    expect(watch.statusAt(6_001)).toMatchObject({ state: 'lost', lostSince: 1_000 });
    watch.noteConnected();
    watch.noteMessage(9_000, 14_000);
    expect(watch.statusAt(9_000).state).toBe('resyncing');
    watch.noteSynced();
    expect(watch.statusAt(9_000)).toMatchObject({ state: 'live', resumedCount: 1 });
  });

  it('is lost too when no server ever answers', () => {
    const watch = new LinkWatch();
    watch.begin(1_000);
    expect(watch.statusAt(6_000).state).toBe('connecting');
    expect(watch.statusAt(6_001)).toMatchObject({ state: 'lost', lostSince: 1_000, lastMessageAt: null });
  });

  it('[RL12] is lost in time though the clock of this page was set back', () => {
    const watch = new LinkWatch();
    watch.noteMessage(400_000, 400_000);
    watch.noteSynced();
    expect(watch.statusAt(100_000).state).toBe('live');
    expect(watch.statusAt(105_000).state).toBe('live');
    expect(watch.statusAt(105_001)).toMatchObject({ state: 'lost', lostSince: 100_000 });
  });

  it('reads the server clock from the message that was least late', () => {
    const watch = new LinkWatch();
    for (const lateMs of [300, 20, 900]) watch.noteMessage(1_000 + lateMs, 51_000);
    expect(watch.statusAt(2_000).serverOffsetMs).toBe(49_980);
  });
});

describe('the link', () => {
  it('hands each message to its listener, answers frames with credit and tells its status', () => {
    const commands: LinkCommand[] = [];
    const called: string[] = [];
    const states: LinkStatus['state'][] = [];
    let tell: (event: LinkEvent) => void = () => {};
    let now = 0;
    const port = { post: (command: LinkCommand) => void commands.push(command), listen: (listener: typeof tell) => void (tell = listener), stop: () => {} };
    const note = (name: string) => (): void => void called.push(name);
    const listeners: LinkListeners = {
      onSnapshot: note('snapshot'), onDiff: note('diff'), onFigures: note('figures'), onUnits: note('units'), onBoards: note('boards'), onTrouble: note('trouble'), onFrame: note('frame'),
      onRefused: note('refused'), onStatus: (status) => void states.push(status.state),
    };
    const link = createLink({ url: 'http://here', port, now: () => now });
    link.open(listeners, 'other');
    tell({ kind: 'connected' });
    for (const kind of ['snapshot', 'diff', 'figures', 'units', 'boards', 'trouble'] as const) tell({ kind, message: {} } as LinkEvent);
    tell({ kind: 'frame', batch: {}, bytes: 90 } as LinkEvent);
    now = 7_000;
    vi.advanceTimersByTime(1_000);
    expect(called).toEqual(['snapshot', 'diff', 'figures', 'units', 'boards', 'trouble', 'frame']);
    expect(states).toEqual(['connecting', 'live', 'lost']);
    link.close();
    tell({ kind: 'units', message: { units: [] } });
    expect(called).toHaveLength(7);
    expect(commands).toEqual([{ kind: 'open', url: 'http://here', surface: 'other' }, { kind: 'drawn', bytes: 90 }, { kind: 'close' }]);
  });
});
