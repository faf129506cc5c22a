import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Role } from '@wangge/shared/access';
import type { Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import { createHttp, type Http } from '../../platform/http.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { AccessApi } from '../access/access.api.ts';
import type { SignedIn } from '../access/accounts.ts';
import type { ChannelsApi } from '../access/channels.ts';
import { guardRoutes } from '../access/gate.api.ts';
import { boardRoutes } from './boards.routes.ts';

const NOW = 1_700_000_000_000;
const clock: Clock = { now: () => NOW, after: () => () => {}, every: () => () => {} };

const boards: readonly Board[] = [
  { name: 'matters', access: 'case.view', version: () => 7, read: (actor, now) => ({ seenBy: actor.areaCode, now }) },
  { name: 'rights', access: 'admin.manage', version: () => 2, read: () => ({}) },
];

/** Whoever sends his role as the session's cookie is let in as that. */
const access = {
  async find(role: string | undefined): Promise<SignedIn | null> {
    if (role === undefined) return null;
    const actor: Actor = { id: 'p', name: '测试', role: role as Role, unitId: null, parentUnitId: null, areaCode: '320281104' };
    return { role: role as Role, actor } as SignedIn;
  },
} as AccessApi;

let http: Http;

beforeEach(async () => {
  http = await createHttp(silentLogger);
  guardRoutes(http, access, {} as ChannelsApi);
  boardRoutes(http, boards, clock);
});
afterEach(() => http.close());

async function get(path: string, role?: Role): Promise<{ status: number; body: unknown }> {
  const answer = await http.inject({ url: path, ...(role ? { cookies: { wangge_session: role } } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}

describe('the routes of boards', () => {
  it('answer a board with its version and the time, for the area of whoever asks', async () => {
    const { status, body } = await get('/api/v1/boards/matters', 'dispatcher');
    expect(status).toBe(200);
    expect(body).toEqual({ name: 'matters', version: 7, at: NOW, board: { seenBy: '320281104', now: NOW } });
  });

  it('list what the role may read and keep the rest back', async () => {
    expect((await get('/api/v1/boards', 'dispatcher')).body).toEqual([{ name: 'matters', version: 7 }]);
    expect(await get('/api/v1/boards/rights', 'dispatcher')).toMatchObject({ status: 403, body: { code: 'ACTION_FORBIDDEN' } });
  });

  it('know neither strangers nor boards that do not exist', async () => {
    expect(await get('/api/v1/boards/matters')).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    expect(await get('/api/v1/boards/none', 'dispatcher')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('refuse two boards of one name at the start', () => {
    expect(() => boardRoutes(http, [boards[0]!, boards[0]!], clock)).toThrow('two boards of one name');
  });
});
