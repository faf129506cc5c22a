import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SosCall } from '@wangge/shared/alarm';
import { useAccessStore } from '../access/access.store.ts';
import { useSosStore } from './sos.store.ts';

const CALLED: SosCall = { calledAt: 1_000, known: null, closedAt: null };
/** The server in the hand of the test. */
const server = { call: null as SosCall | null, asked: 0 };
let stop = (): void => {};

const sign = (role: 'squad' | 'dispatcher'): void => { useAccessStore().session = { person: { id: 'p', name: '甲' }, roles: [role], role, unitId: null, tile: null, boards: [] }; };

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  Object.assign(server, { call: null, asked: 0 });
  vi.stubGlobal('fetch', async () => {
    server.asked += 1;
    return new Response(JSON.stringify({ call: server.call }));
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('[PH9] whoever called for help is told within seconds that the room knows, also after the page was opened anew, and nothing is asked for while nobody calls', async () => {
  sign('squad');
  const sos = useSosStore();
  stop = sos.follow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toBe(1);

  server.call = CALLED;
  await sos.ask();
  expect(sos.open).toMatchObject({ known: null });
  server.call = { ...CALLED, known: { name: '周建明', role: 'duty-chief', at: 5_000 } };
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sos.open?.known).toEqual({ name: '周建明', role: 'duty-chief', at: 5_000 });

  server.call = { ...server.call, closedAt: 9_000 };
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sos.open).toBeNull();
  expect(sos.last?.closedAt).toBe(9_000);
  const { asked } = server;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toBe(asked);
});

it('[PH9] nobody else asks', async () => {
  sign('dispatcher');
  stop = useSosStore().follow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toBe(0);
});
