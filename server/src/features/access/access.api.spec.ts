import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import { createAccessApi, secretHash } from './access.api.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** Documents in a map: as much of a store as accounts and sessions need. */
function documentsInMemory(): DocumentStore {
  const kept = new Map<string, string>();
  return {
    get: async <T>(kind: string, id: string) => (kept.has(`${kind}/${id}`) ? (JSON.parse(kept.get(`${kind}/${id}`)!) as T) : null),
    list: async <T>(kind: string) => [...kept].filter(([key]) => key.startsWith(`${kind}/`)).map(([key, text]) => ({ id: key.slice(kind.length + 1), value: JSON.parse(text) as T })),
    put: async (kind, id, value) => void kept.set(`${kind}/${id}`, JSON.stringify(value)),
    remove: async (kind, id) => void kept.delete(`${kind}/${id}`),
  };
}

async function given(): Promise<{ access: ReturnType<typeof createAccessApi>; documents: DocumentStore; wait(ms: number): void }> {
  const documents = documentsInMemory();
  let now = Date.parse('2026-01-05T09:00:00+08:00');
  const clock: Clock = { now: () => now, after: () => () => undefined, every: () => () => undefined };
  await documents.put('account', 'li', {
    account: 'li', personId: 'p1', name: '李', post: '派遣员', roles: ['dispatcher', 'intake'], unitId: null, parentUnitId: null, gridCode: null, areaCode: '',
    passwordHash: await hashPassword('right-password'), failures: 0, lockedUntil: 0,
  });
  await documents.put('wall-key', 'main', { areaCode: '', keyHash: secretHash('the-key') });
  return { access: createAccessApi(documents, clock), documents, wait: (ms) => void (now += ms) };
}

async function tokenOf(access: ReturnType<typeof createAccessApi>): Promise<string> {
  const opened = await access.signIn('li', 'right-password');
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.token;
}

describe('signing in', () => {
  it('opens a session for the right password, in the first role of the account', async () => {
    const { access } = await given();
    expect((await access.find(await tokenOf(access)))?.actor).toMatchObject({ id: 'p1', role: 'dispatcher' });
  });

  it('says the same to a wrong password and to an unknown account', async () => {
    const { access } = await given();
    expect(await access.signIn('li', 'wrong')).toEqual(await access.signIn('nobody', 'wrong'));
  });

  it('locks the account after five wrong passwords for fifteen minutes, the right one included', async () => {
    const { access, wait } = await given();
    for (let i = 0; i < 4; i += 1) expect(await access.signIn('li', 'wrong')).toMatchObject({ error: { code: 'SIGN_IN_FAILED' } });
    expect(await access.signIn('li', 'wrong')).toMatchObject({ error: { code: 'ACCOUNT_LOCKED' } });
    expect(await access.signIn('li', 'right-password')).toMatchObject({ error: { code: 'ACCOUNT_LOCKED' } });
    wait(15 * MINUTE_MS + 1);
    expect((await access.signIn('li', 'right-password')).ok).toBe(true);
  });

  it('keeps no token in the store that could open a session', async () => {
    const { access, documents } = await given();
    const token = await tokenOf(access);
    expect(await documents.get('session', token)).toBeNull();
    expect(await documents.get('session', secretHash(token))).not.toBeNull();
  });
});

describe('a store that cannot be written', () => {
  it('[RL14] sends nobody away who is in, lets a wall in, and opens no session for a password that it could not count', async () => {
    const { access, documents, wait } = await given();
    const token = await tokenOf(access);
    documents.put = () => Promise.reject(new StoreUnavailable('full', { hindrance: 'disk' }));
    wait(6 * MINUTE_MS);
    expect((await access.find(token))?.actor.id).toBe('p1');
    const wall = await access.openWallSession('the-key');
    expect(wall.ok && (await access.find(wall.value.token))?.role).toBe('wall');
    for (const password of ['right-password', 'wrong']) await expect(access.signIn('li', password)).rejects.toThrow(StoreUnavailable);
  });
});

describe('a session', () => {
  it('ends when it was not used for half a day, or when the person leaves', async () => {
    const { access, wait } = await given();
    const token = await tokenOf(access);
    wait(11 * 60 * MINUTE_MS);
    expect(await access.find(token)).not.toBeNull();
    wait(12 * 60 * MINUTE_MS + 1);
    expect(await access.find(token)).toBeNull();
    const other = await tokenOf(access);
    await access.signOut(other);
    expect(await access.find(other)).toBeNull();
  });

  it('of a wall never ends, for a wall has nobody to sign it in again', async () => {
    const { access, wait } = await given();
    const opened = await access.openWallSession('the-key');
    wait(365 * 24 * 60 * MINUTE_MS);
    expect(opened.ok && (await access.find(opened.value.token))?.role).toBe('wall');
    expect((await access.openWallSession('another-key')).ok).toBe(false);
  });

  it('acts in the roles of its account and in no other', async () => {
    const { access } = await given();
    const token = await tokenOf(access);
    expect(await access.switchRole(token, 'commander')).toMatchObject({ error: { code: 'ACTION_FORBIDDEN' } });
    expect((await access.switchRole(token, 'intake')).ok).toBe(true);
    expect((await access.find(token))?.role).toBe('intake');
  });
});

describe('a password', () => {
  it('is known by its hash, and two hashes of it differ', async () => {
    const [one, two] = await Promise.all([hashPassword('x'), hashPassword('x')]);
    expect(one).not.toBe(two);
    expect(await verifyPassword('x', two)).toBe(true);
    expect(await verifyPassword('y', two)).toBe(false);
    expect(await verifyPassword('x', 'garbage')).toBe(false);
  });
});
