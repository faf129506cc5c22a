import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useAccessStore } from './access.store.ts';

/** The server in the hand of the test, and a phone whose disk may be full. */
const world = { isUp: true, isIn: true, isFull: false, kept: new Map<string, string>() };

beforeEach(() => {
  Object.assign(world, { isUp: true, isIn: true, isFull: false, kept: new Map() });
  setActivePinia(createPinia());
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => world.kept.get(key) ?? null,
    removeItem: (key: string) => void world.kept.delete(key),
    setItem(key: string, value: string) {
      if (world.isFull) throw new DOMException('full', 'QuotaExceededError');
      world.kept.set(key, value);
    },
  });
  vi.stubGlobal('fetch', async (_path: string, { method }: RequestInit) => {
    if (!world.isUp) throw new TypeError('no net');
    if (method === 'DELETE') {
      world.isIn = false;
      return new Response(null, { status: 204 });
    }
    return world.isIn ? new Response(JSON.stringify({ person: { id: 'p' }, roles: ['squad'], role: 'squad', boards: [] })) : new Response(JSON.stringify({ code: 'NOT_SIGNED_IN' }), { status: 401 });
  });
});
afterEach(() => void vi.unstubAllGlobals());

it.each([false, true])('[PH4] who signed out without a net is out at once, and the server is told with the next word to it; a full phone: %s', async (isFull) => {
  const access = useAccessStore();
  await access.load();
  Object.assign(world, { isUp: false, isFull });
  await access.leave();
  expect([access.session, access.isLeaving, world.isIn]).toEqual([null, true, true]);
  expect(await access.load()).toBeNull();
  world.isUp = true;
  expect(await access.load()).toBeNull();
  expect([access.isLeaving, world.isIn, world.kept.size]).toEqual([false, false, 0]);
});
