import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { useAccessStore } from '../access/access.store.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useBoard, useBoardsStore, useLiveBoard, type BoardShown } from './boards.store.ts';

interface Count {
  readonly open: number;
}

/** The server in the hand of the test: what it answers next, and what it was asked for. */
const server = { version: 1, open: 3, at: 1_000, status: 200, asked: [] as string[] };

const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

function shownBoard(name = 'oversight'): { board: BoardShown<Count>; stop: () => void } {
  const scope = effectScope();
  return { board: scope.run(() => useBoard<Count>(name))!, stop: () => scope.stop() };
}

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  useLinkStatusStore().hasPicture = true;
  useAccessStore().session = { person: { id: 'p', name: '甲' }, roles: ['commander'], role: 'commander', unitId: null, tile: null, boards: ['oversight'] };
  Object.assign(server, { version: 1, open: 3, at: 1_000, status: 200, asked: [] });
  vi.stubGlobal('fetch', async (path: string) => {
    server.asked.push(path);
    const { version, open, at, status } = server;
    const past = /^\/api\/v1\/replay\/boards\?t=(\d+)&names=(.*)$/.exec(path);
    if (past) return new Response(JSON.stringify({ at: Number(past[1]), boards: Object.fromEntries(past[2]!.split(',').map((name) => [name, { open: Number(past[1]) / 1_000 }])) }), { status });
    const body = status === 200 ? { name: 'oversight', version, at, board: { open } } : { code: status === 403 ? 'ACTION_FORBIDDEN' : 'INTERNAL_FAULT' };
    return new Response(JSON.stringify(body), { status });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the store of boards', () => {
  it('reads a board at once and again when another version is hinted at, and never for the version it holds', async () => {
    const { board } = shownBoard();
    expect(board.board.value).toBeNull();
    await settle();
    expect(board.board.value).toEqual({ open: 3 });
    useBoardsStore().hint({ oversight: 1 });
    await settle();
    expect(server.asked).toEqual(['/api/v1/boards/oversight']);
    Object.assign(server, { version: 2, open: 4 });
    useBoardsStore().hint({ oversight: 2 });
    await settle();
    expect(board.board.value).toEqual({ open: 4 });
    expect(server.asked).toHaveLength(2);
  });

  it('reads once more when a hint came while it was reading an older version', async () => {
    const { board } = shownBoard();
    useBoardsStore().hint({ oversight: 2 });
    Object.assign(server, { version: 2, open: 4 });
    await settle();
    expect(board.board.value).toEqual({ open: 4 });
    expect(server.asked).toHaveLength(2);
  });

  it('is as old as the last word of the link while its version stands, and as old as its reading when it does not', async () => {
    const link = useLinkStatusStore();
    const { board } = shownBoard();
    await settle();
    link.take({ state: 'live', lostSince: null, lastMessageAt: 9_000, serverOffsetMs: 0, resumedCount: 0 });
    expect(board.at.value).toBe(1_000);
    useBoardsStore().hint({ oversight: 1 });
    expect(board.at.value).toBe(9_000);
    server.status = 500;
    useBoardsStore().hint({ oversight: 2 });
    expect(board.at.value).toBe(1_000);
  });

  it('asks again with growing pauses while the server cannot be reached, and keeps what it holds', async () => {
    const { board } = shownBoard();
    await settle();
    server.status = 503;
    useBoardsStore().hint({ oversight: 2 });
    await settle();
    expect(server.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.asked).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(server.asked).toHaveLength(4);
    expect(board.board.value).toEqual({ open: 3 });
    expect(board.refusal.value?.status).toBe(503);
  });

  it('never asks for a board that the session may not read', async () => {
    const { board } = shownBoard('joint');
    useBoardsStore().hint({ joint: 2 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toEqual([]);
    expect(board.board.value).toBeNull();
  });

  it('takes a plain no for an answer', async () => {
    server.status = 403;
    const { board } = shownBoard();
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(1);
    expect(board.refusal.value?.code).toBe('ACTION_FORBIDDEN');
  });

  it('reads anew after the link came back, even at the same version, for the server may have begun afresh', async () => {
    const { board } = shownBoard();
    await settle();
    server.open = 8;
    useLinkStatusStore().take({ state: 'live', lostSince: null, lastMessageAt: 1, serverOffsetMs: 0, resumedCount: 1 });
    await nextTick();
    await settle();
    expect(board.board.value).toEqual({ open: 8 });
  });

  it.each([['county-department', 'other'], ['department', 'field']] as const)('reads again for a %s on the surface %s, who is told only of their own cases: when one of these changed, and after a while', async (role, surface) => {
    const link = useLinkStatusStore();
    Object.assign(link, { hasPicture: false, surface });
    useAccessStore().session = { person: { id: 'p', name: '甲' }, roles: [role], role, unitId: null, tile: null, boards: ['oversight'] };
    const { board, stop } = shownBoard();
    await settle();
    expect(board.board.value).toBeNull();
    link.hasPicture = true;
    await settle();
    expect(board.board.value).toEqual({ open: 3 });
    server.open = 4;
    useCasesStore().replaceAll([]);
    await settle();
    expect(board.board.value).toEqual({ open: 4 });
    server.open = 5;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(board.board.value).toEqual({ open: 5 });
    const asked = server.asked.length;
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(asked);
  });

  it('shows nothing of the former person', async () => {
    const { board } = shownBoard();
    await settle();
    server.open = 5;
    useBoardsStore().forget();
    expect(board.board.value).toBeNull();
    await settle();
    expect(board.board.value).toEqual({ open: 5 });
  });

  it('leaves a board alone that nobody shows', async () => {
    const { stop } = shownBoard();
    await settle();
    stop();
    useBoardsStore().hint({ oversight: 2 });
    await settle();
    expect(server.asked).toHaveLength(1);
  });

  it('[RP6] shows in replay what the board was at the moment, never what it is now or what was still to come', async () => {
    const { board } = shownBoard();
    const live = effectScope().run(() => useLiveBoard<Count>('oversight'))!;
    await settle();
    const link = useLinkStatusStore();
    link.showPast(70_000, true);
    expect([board.board.value, board.at.value]).toEqual([null, null]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([board.board.value, board.at.value]).toEqual([{ open: 70 }, 70_000]);
    link.showPast(80_000, false);
    expect(board.board.value).toEqual({ open: 70 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(board.board.value).toEqual({ open: 80 });
    link.showPast(75_000, true);
    expect(board.board.value).toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([board.board.value, live.value]).toEqual([{ open: 75 }, { open: 3 }]);
    link.showPresent();
    expect(board.board.value).toEqual({ open: 3 });
  });

  it('[RP6] keeps telling a board that was shown before, so that a tile finds it when its turn comes again', async () => {
    useAccessStore().session = { ...useAccessStore().session!, boards: ['oversight', 'calls'] };
    useLinkStatusStore().showPast(70_000, true);
    const first = shownBoard();
    await vi.advanceTimersByTimeAsync(1_000);
    first.stop();
    const second = shownBoard('calls');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(second.board.board.value).toEqual({ open: 70 });
    const again = shownBoard();
    await nextTick();
    expect(again.board.board.value).toEqual({ open: 70 });
  });

  it('[RP6] has nothing in replay where the board cannot be told of the past', async () => {
    server.status = 404;
    const { board } = shownBoard();
    useLinkStatusStore().showPast(70_000, true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([board.board.value, board.at.value]).toEqual([null, null]);
  });

  it('[RP6] is told of a board that is shown only while the cursor rests', async () => {
    useAccessStore().session = { person: { id: 'p', name: '甲' }, roles: ['commander'], role: 'commander', unitId: null, tile: null, boards: ['oversight', 'calls'] };
    const { board } = shownBoard();
    useLinkStatusStore().showPast(70_000, true);
    await vi.advanceTimersByTimeAsync(1_000);
    const { board: next } = shownBoard('calls');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([board.board.value, next.board.value]).toEqual([{ open: 70 }, { open: 70 }]);
    expect(server.asked.filter((path) => path.includes('/replay/'))).toHaveLength(2);
  });
});
