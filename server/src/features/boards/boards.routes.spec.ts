import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Role } from '@wangge/shared/access';
import type { BoardSheet } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import { createHttp, type Http } from '../../platform/http.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { AccessApi } from '../access/access.api.ts';
import type { SignedIn } from '../access/accounts.ts';
import type { ChannelsApi } from '../access/channels.ts';
import { guardRoutes } from '../access/gate.api.ts';
import { figureOf, sheetObject } from './board-sheet.api.ts';
import { boardRoutes } from './boards.routes.ts';

const NOW = 1_700_000_000_000;
const clock: Clock = { now: () => NOW, after: () => () => {}, every: () => () => {} };

const line = (id: string) => sheetObject('case', id, `事项${id}`, { villageCode: '320281104001' });
const boards: readonly Board[] = [
  {
    name: 'matters', access: 'case.view', version: () => 7, read: (actor, now) => ({ seenBy: actor.areaCode, now }),
    figures: () => [
      figureOf('open', ['a', 'b', 'c'], line),
      figureOf('in-time', ['a', 'b', 'c'], line, { label: '按期', weight: { adds: (id) => Number(id !== 'b'), of: () => 1 } }),
    ],
    object: async (kind, id, _actor, at) => (kind === 'case' && id === 'a' ? { object: line(id), entries: [], at } : null),
  },
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

  it('open a number with exactly what it counts, the first number unless another is asked for', async () => {
    const { body } = await get('/api/v1/boards/matters/sheet', 'dispatcher');
    expect(body).toMatchObject({
      board: 'matters', at: NOW, figure: 'open', total: 3, rows: [{ id: 'a', adds: 1 }, { id: 'b', adds: 1 }, { id: 'c', adds: 1 }],
      figures: [{ name: 'open', label: null, count: 3, of: null }, { name: 'in-time', label: '按期', count: 2, of: 3 }],
    });
    const share = (await get('/api/v1/boards/matters/sheet?figure=in-time', 'dispatcher')).body as BoardSheet;
    expect(share.rows.map(({ id, adds, of }) => [id, adds, of])).toEqual([['a', 1, 1], ['b', 0, 1], ['c', 1, 1]]);
    expect((await get('/api/v1/boards/matters/sheet?figure=open&limit=2', 'dispatcher')).body).toMatchObject({ total: 3, rows: [{ id: 'a' }, { id: 'b' }] });
  });

  it('open an object behind a number, and refuse what is not there or not for the role', async () => {
    expect((await get('/api/v1/boards/matters/object?kind=case&id=a', 'dispatcher')).body).toMatchObject({ object: { id: 'a' }, entries: [], at: NOW });
    for (const [path, role, code] of [
      ['matters/object?kind=case&id=z', 'dispatcher', 'OBJECT_NOT_FOUND'], ['matters/sheet?figure=none', 'dispatcher', 'NOT_FOUND'], ['rights/sheet', 'admin', 'NOT_FOUND'], ['none/sheet', 'dispatcher', 'NOT_FOUND'],
      ['matters/sheet', 'admin', 'ACTION_FORBIDDEN'], ['matters/object?kind=case&id=a', 'admin', 'ACTION_FORBIDDEN'],
    ] as const) expect((await get(`/api/v1/boards/${path}`, role)).body, path).toMatchObject({ code });
  });

  it('refuse two boards of one name at the start', () => {
    expect(() => boardRoutes(http, [boards[0]!, boards[0]!], clock)).toThrow('two boards of one name');
  });
});
