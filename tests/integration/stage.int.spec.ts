import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueScene, type SceneEdition, type SceneSet, type StageBoard } from '@wangge/shared/stage';
import type { BoardAnswer } from '@wangge/shared/wire';
import { PushClient } from '../support/push-client.ts';
import { API_KEY, WALL_KEY, callerFor, startTestApp, type Answer, type Caller, type TestApp } from '../support/test-app.ts';

/** What a director's word may take from the answer of the command to the hint on every wall. */
const MOST_MS = 300;
let test: TestApp;
let clients: PushClient[] = [];

beforeEach(async () => {
  test = await startTestApp();
});
afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await test.close();
});

/** A wall, signed in by the key of its address. */
async function aWall(): Promise<Caller> {
  const answer = await fetch(`${test.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
  return callerFor(test.url, /wangge_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '');
}

async function board<T>(who: Caller, name: string): Promise<T> {
  return ((await who.call('GET', `/api/v1/boards/${name}`)).body as unknown as { board: T } & BoardAnswer).board;
}

function connect({ cookie }: Caller): PushClient {
  const client = new PushClient(test.url, { cookie });
  clients.push(client);
  return client;
}

const tell = (who: Caller, wish: object, wall = 'main'): Promise<Answer> => who.call('POST', `/api/v1/walls/${wall}/commands`, wish);

async function sceneOf(wall: Caller): Promise<string | null> {
  const { mine, walls } = await board<StageBoard>(wall, 'stage');
  const state = walls.find((one) => one.wall.id === mine)?.state;
  return state === undefined ? null : dueScene(state, Date.now()).sceneId;
}

describe('a director over HTTP and the socket', () => {
  it('[ST1] [ST3] is heard by every browser of the wall at once, and all show the same scene', async () => {
    const walls = [await aWall(), await aWall()];
    const sockets = walls.map(connect);
    for (const socket of sockets) await socket.until(() => socket.boards.length > 0);
    expect(new Set(await Promise.all(walls.map(sceneOf))).size).toBe(1);
    const heard = sockets.map((socket) => new Promise<number>((resolve) => socket.socket.on('boards', () => resolve(Date.now()))));
    const toldAt = Date.now();
    expect(await tell(test.as('chief'), { action: 'pin', sceneId: 'calls' })).toMatchObject({ status: 200, body: { state: { pin: 'calls', driver: { name: 'chief' } } } });
    for (const at of await Promise.all(heard)) expect(at - toldAt).toBeLessThan(MOST_MS);
    expect(await Promise.all(walls.map(sceneOf))).toEqual(['calls', 'calls']);
  });

  it('[ST4] [ST5] refuses who does not drive, who may not, a wall elsewhere and a scene that is none', async () => {
    expect((await tell(test.as('chief'), { action: 'pause' })).status).toBe(200);
    expect(await tell(test.as('commander'), { action: 'play' })).toMatchObject({ status: 409, body: { code: 'WALL_DRIVEN_BY_OTHER' } });
    expect((await tell(test.as('commander'), { action: 'take' })).status).toBe(200);
    expect((await tell(test.as('commander'), { action: 'play' })).status).toBe(200);
    expect(await tell(test.as('commander'), { action: 'pin', sceneId: 'none' })).toMatchObject({ status: 422, body: { code: 'SCENE_UNKNOWN' } });
    expect((await tell(test.as('other-chief'), { action: 'take' })).status).toBe(404);
    for (const who of [test.as('leader'), test.as('inspector'), await aWall()]) expect((await tell(who, { action: 'take' })).status).toBe(403);
    expect((await tell(test.as('commander'), { action: 'pin' })).status).toBe(400);
  });

  it('keeps what a wall was told, and the scenes somebody saved, across a restart', async () => {
    const set = await board<SceneSet>(test.as('commander'), 'scenes');
    const scene = { ...set.scenes[0], name: '总览' };
    const put = (expectedVersion: number, body: object): Promise<Answer> => test.as('commander').call('PUT', '/api/v1/scenes/overview', { expectedVersion, scene: body });
    expect((await put(set.version, scene)).status).toBe(200);
    expect((await put(set.version, scene)).status).toBe(409);
    const wide = { ...scene.shapes?.wide, left: [[['rate', 23]]] };
    expect(await put(set.version + 1, { ...scene, shapes: { ...scene.shapes, wide } })).toMatchObject({ status: 422, body: { code: 'SCENE_INVALID', field: 'shapes.wide' } });
    expect((await tell(test.as('chief'), { action: 'pin', sceneId: 'joint' })).status).toBe(200);
    test = await test.restart();
    expect((await board<SceneSet>(test.as('commander'), 'scenes')).scenes[0]?.name).toBe('总览');
    expect(await sceneOf(await aWall())).toBe('joint');
  });
});

describe('a wall in replay', () => {
  it('[ST15] tells its director which moment it shows, also after a restart, until it shows the present; nobody else can say so', async () => {
    const say = (who: Caller, replay: object): Promise<Answer> => who.call('POST', '/api/v1/screens/mine', { widthPx: 1_920, heightPx: 1_080, pixelRatio: 1, ...replay });
    const seen = async (): Promise<number | null | undefined> => (await board<StageBoard>(test.as('chief'), 'stage')).walls.find(({ wall }) => wall.id === 'main')?.replay?.at;
    const wall = await aWall();
    const pastAt = Date.now() - 3_600_000;
    const socket = connect(test.as('chief'));
    await socket.until(() => socket.boards.length > 0);
    const hinted = new Promise((resolve) => socket.socket.on('boards', resolve));
    expect((await say(wall, { pastAt })).status).toBe(204);
    await hinted;
    expect(await seen()).toBe(pastAt);
    expect((await say(wall, {})).status).toBe(204);
    await say(test.as('chief'), { pastAt: null });
    expect((await say(wall, { pastAt: 'noon' })).status).toBe(400);
    test = await test.restart();
    expect(await seen()).toBe(pastAt);
    await say(await aWall(), { pastAt: null });
    expect(await seen()).toBeUndefined();
  });
});

describe('a frozen wall over HTTP', () => {
  const frozenAt = async (wall: Caller): Promise<number | null> => {
    const { mine, walls } = await board<StageBoard>(wall, 'stage');
    return walls.find((one) => one.wall.id === mine)?.state.frozenAt ?? null;
  };

  it('[ST8] stands still at one moment for every browser of it, also after a restart, until somebody lifts it', async () => {
    const walls = [await aWall(), await aWall()];
    const sockets = walls.map(connect);
    for (const socket of sockets) await socket.until(() => socket.boards.length > 0);
    const before = await sceneOf(walls[0]!);
    const heard = sockets.map((socket) => new Promise<number>((resolve) => socket.socket.on('boards', () => resolve(Date.now()))));
    const told = await tell(test.as('chief'), { action: 'freeze' });
    const at = (told.body as unknown as { state: { frozenAt: number } }).state.frozenAt;
    const toldAt = Date.now();
    for (const when of await Promise.all(heard)) expect(when - toldAt).toBeLessThan(MOST_MS);
    expect(await Promise.all(walls.map(frozenAt))).toEqual([at, at]);
    test = await test.restart();
    const again = await aWall();
    expect([await frozenAt(again), await sceneOf(again)]).toEqual([at, before]);
    expect((await again.call('GET', `/api/v1/replay/at?t=${at}`)).status).toBe(200);
    expect((await tell(test.as('chief'), { action: 'thaw' })).status).toBe(200);
    expect(await frozenAt(again)).toBeNull();
  });

  it('[ST8] is frozen by nobody but its director', async () => {
    expect((await tell(test.as('leader'), { action: 'freeze' })).status).toBe(403);
    expect((await tell(test.as('chief'), { action: 'take' })).status).toBe(200);
    expect((await tell(test.as('commander'), { action: 'freeze' })).status).toBe(409);
  });
});

describe('editions of the scenes', () => {
  it('[ST14] are kept with who made them, may be read and put back, and a scene that is shown somewhere is not removed', async () => {
    const who = test.as('commander');
    const { version, scenes: [first] } = await board<SceneSet>(who, 'scenes');
    const put = (expectedVersion: number, scene: object, id = 'copy'): Promise<Answer> => who.call('PUT', `/api/v1/scenes/${id}`, { expectedVersion, scene: { ...first, id, ...scene } });
    expect((await put(version, { name: '防汛' })).status).toBe(200);
    expect(await who.call('DELETE', `/api/v1/scenes/copy?expectedVersion=${version + 1}`)).toMatchObject({ status: 409, body: { code: 'SCENE_IN_USE' } });
    expect((await put(version + 1, { name: '防汛二', isInPlaylist: false })).status).toBe(200);
    expect((await tell(test.as('chief'), { action: 'pin', sceneId: 'copy' })).status).toBe(200);
    expect(await who.call('DELETE', `/api/v1/scenes/copy?expectedVersion=${version + 2}`)).toMatchObject({ status: 409, body: { code: 'SCENE_IN_USE' } });
    expect((await tell(test.as('chief'), { action: 'unpin' })).status).toBe(200);
    expect((await who.call('DELETE', `/api/v1/scenes/copy?expectedVersion=${version}`)).body).toMatchObject({ code: 'OBJECT_REVISION_CONFLICT' });
    expect((await who.call('DELETE', `/api/v1/scenes/copy?expectedVersion=${version + 2}`)).status).toBe(200);
    expect((await board<SceneSet>(who, 'scenes')).scenes.some(({ id }) => id === 'copy')).toBe(false);

    const { editions } = (await who.call('GET', '/api/v1/scenes/editions')).body as unknown as { editions: readonly SceneEdition[] };
    expect(editions.map(({ what, sceneName, savedBy }) => [what, sceneName, savedBy])).toEqual([
      ['removed', '防汛二', 'commander'], ['changed', '防汛二', 'commander'], ['added', '防汛', 'commander'], ['shipped', null, null],
    ]);
    const former = (await who.call('GET', `/api/v1/scenes/editions/${version + 1}`)).body as unknown as SceneSet;
    expect((await put(version + 3, former.scenes.find(({ id }) => id === 'copy')!)).status).toBe(200);
    expect((await board<SceneSet>(who, 'scenes')).scenes.find(({ id }) => id === 'copy')?.name).toBe('防汛');
    expect((await who.call('GET', '/api/v1/scenes/editions/99')).status).toBe(404);
    for (const path of ['/api/v1/scenes/editions', `/api/v1/scenes/editions/${version}`]) expect((await test.as('chief').call('GET', path)).status).toBe(403);
    expect((await test.as('chief').call('DELETE', `/api/v1/scenes/copy?expectedVersion=${version + 4}`)).status).toBe(403);
  });
});

describe('a wall before visitors', () => {
  it('[ST7] is told nothing secret or personal, no place but the middle of a grid, and may open nothing', async () => {
    const report = (more: object): Promise<Answer> => test.anonymous.call('POST', '/api/v1/intake/cases', { typeCode: 'T1', description: '路边堆物', lng: 120.21, lat: 31.75, ...more }, { 'x-api-key': API_KEY, 'idempotency-key': JSON.stringify(more) });
    expect((await report({})).status).toBeLessThan(300);
    expect((await report({ typeCode: 'T9', lat: 31.76 })).status).toBeLessThan(300);
    const wall = await aWall();
    const plain = connect(wall);
    await plain.until(() => plain.snapshots.length > 0);
    expect([...plain.rows.values()].map(({ typeCode, lngLat }) => ({ typeCode, lngLat }))).toEqual([{ typeCode: 'T1', lngLat: [120.21, 31.75] }, { typeCode: 'T9', lngLat: [120.225, 31.8] }]);
    expect((await wall.call('GET', '/api/v1/units')).status).toBe(200);

    expect((await tell(test.as('chief'), { action: 'pin', sceneId: 'visitor' })).status).toBe(200);
    await plain.until(() => !plain.socket.connected);
    const masked = connect(wall);
    await masked.until(() => masked.snapshots.length > 0);
    expect([...masked.rows.values()].map(({ lngLat, no, leadDepartmentId }) => ({ lngLat, no, leadDepartmentId }))).toEqual([{ lngLat: [120.225, 31.8], no: '', leadDepartmentId: null }]);
    expect([...masked.units.values()].every(({ teamId }) => teamId !== null)).toBe(true);
    expect(masked.hello?.epoch).not.toBe(plain.hello?.epoch);
    for (const path of ['/api/v1/units', '/api/v1/cases', '/api/v1/figures/cases?figure=open', '/api/v1/boards/calls', '/api/v1/boards/alarms']) expect((await wall.call('GET', path)).status, path).toBe(403);
    for (const path of ['/api/v1/figures', '/api/v1/district', '/api/v1/boards/stage']) expect((await wall.call('GET', path)).status, path).toBe(200);
  });
});
