import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AuditEntry } from '@wangge/shared/audit';
import { dateKey } from '@wangge/shared/base';
import type { CameraOpening, CameraRow, CamerasBoard } from '@wangge/shared/camera';
import type { StageBoard, WallState } from '@wangge/shared/stage';
import { cameraList, type CameraLine } from '../support/camera-list.ts';
import { WALL_KEY, callerFor, startTestApp, type Answer, type Caller, type TestApp } from '../support/test-app.ts';

let media: Server;
let host: string;
let test: TestApp;

beforeEach(async () => {
  media = createServer((_request, response) => response.end('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n'));
  await new Promise<void>((ready) => void media.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(media.address() as AddressInfo).port}`;
  test = await startTestApp(undefined, { CAMERA_HOSTS: host });
});
afterEach(async () => {
  await test.close();
  await new Promise<void>((closed) => {
    media.close(() => closed());
    media.closeAllConnections();
  });
});

function publish(lines: readonly CameraLine[], version = '点位-1'): Promise<Answer> {
  return test.as('admin').call('POST', '/api/v1/lists/cameras/versions', { version, effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: cameraList(lines) });
}

async function aWall(): Promise<Caller> {
  const answer = await fetch(`${test.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
  return callerFor(test.url, /wangge_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '');
}

async function seenBy(who: Caller): Promise<readonly CameraRow[]> {
  return ((await who.call('GET', '/api/v1/boards/cameras')).body as unknown as { board: CamerasBoard }).board.cameras;
}

async function stateSeenBy(who: Caller): Promise<WallState | undefined> {
  return ((await who.call('GET', '/api/v1/boards/stage')).body as unknown as { board: StageBoard }).board.walls[0]?.state;
}

const tell = (who: Caller, wish: object): Promise<Answer> => who.call('POST', '/api/v1/walls/main/commands', wish);
const opening = (who: Caller, id: string): Promise<Answer> => who.call('POST', `/api/v1/cameras/${id}/openings`);
const url = (name: string): string => `http://${host}/${name}.m3u8?token=secret`;

it('[VD1] a register with a camera on another host is refused whole, by line', async () => {
  const answer = await publish([{ id: 'a', url: url('a') }, { id: 'b', url: 'http://elsewhere.lan/b' }, { id: 'c', url: url('c').replace('//', '//admin:1@') }]);
  expect(answer).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED', problems: [{ line: 3, column: '地址', reason: expect.stringContaining('CAMERA_HOSTS') }, { line: 4, column: '地址', reason: expect.stringContaining('账号密码') }] } });
  expect(await seenBy(test.as('chief'))).toEqual([]);
});

it('[VD3] a camera is there for the roles of its line, where it hangs; its address is told to who opens it, and that is taken down', async () => {
  await publish([{ id: 'gate', url: url('gate') }, { id: 'home', url: url('home'), roles: '值班长' }, { id: 'other', url: url('other'), areaCode: '320281999' }]);
  const wall = await aWall();
  const ids = async (who: Caller): Promise<string> => (await seenBy(who)).map(({ id }) => id).join(' ');
  expect([await ids(test.as('chief')), await ids(test.as('dispatcher')), await ids(wall), await ids(test.as('village-commander')), await ids(test.as('other-chief'))]).toEqual(['gate home other', 'gate other', 'gate other', 'gate', '']);
  for (const who of ['walker', 'squad0', 'county-water', 'auditor', 'admin']) expect((await test.as(who).call('GET', '/api/v1/boards/cameras')).status, who).toBe(403);
  expect(JSON.stringify(await seenBy(test.as('chief')))).not.toMatch(/token|http/);

  expect(await opening(test.as('chief'), 'home')).toMatchObject({ status: 200, body: { id: 'home', kind: 'hls', url: url('home') } satisfies CameraOpening });
  expect(await opening(wall, 'gate')).toMatchObject({ status: 200, body: { url: url('gate') } });
  for (const [who, id] of [[test.as('dispatcher'), 'home'], [wall, 'home'], [test.as('other-chief'), 'gate'], [test.as('chief'), 'none']] as const) expect(await opening(who, id)).toMatchObject({ status: 404, body: { code: 'CAMERA_UNKNOWN' } });
  expect((await opening(test.as('walker'), 'gate')).status).toBe(403);

  await vi.waitFor(async () => {
    const { entries } = (await test.as('auditor').call('GET', '/api/v1/audit?kind=personal')).body as unknown as { entries: readonly AuditEntry[] };
    expect(entries.map(({ role, object, result, code }) => [role, object, result, code])).toEqual(expect.arrayContaining([
      ['duty-chief', 'cameras/home/openings', 'ok', null], ['wall', 'cameras/gate/openings', 'ok', null], ['dispatcher', 'cameras/home/openings', 'refused', 'CAMERA_UNKNOWN'],
    ]));
    expect(JSON.stringify(entries)).not.toContain('secret');
  });
});

it('[VD3] [VD7] before visitors none is open, seen or to be opened, and the wall may open what its line allows only', async () => {
  await publish([{ id: 'gate', url: url('gate') }, { id: 'home', url: url('home'), roles: '值班长' }]);
  const [wall, chief] = [await aWall(), test.as('chief')];
  expect(await tell(chief, { action: 'open-cameras', ids: ['home'] })).toMatchObject({ status: 422, body: { code: 'CAMERA_NOT_FOR_WALL' } });
  expect((await tell(chief, { action: 'open-cameras', ids: ['gate'] })).status).toBe(200);
  expect((await stateSeenBy(wall))?.cameras?.ids).toEqual(['gate']);

  await tell(chief, { action: 'pin', sceneId: 'visitor' });
  expect((await stateSeenBy(wall))?.cameras).toBeNull();
  expect([(await wall.call('GET', '/api/v1/boards/cameras')).status, (await opening(wall, 'gate')).status]).toEqual([403, 403]);
  expect(await tell(chief, { action: 'open-cameras', ids: ['gate'] })).toMatchObject({ status: 422, body: { code: 'CAMERA_NOT_FOR_WALL' } });
});

it('[VD6] [VD7] a press on the wall itself opens and closes for all its displays; a person may not press there, nor another wall', async () => {
  await publish(Array.from({ length: 10 }, (_, n) => ({ id: `c${n}`, url: url(`c${n}`) })));
  const wall = await aWall();
  const press = (who: Caller, wish: object): Promise<Answer> => who.call('POST', '/api/v1/walls/main/cameras', wish);
  for (let n = 0; n < 10; n += 1) expect((await press(wall, { action: 'open-cameras', ids: [`c${n}`] })).status).toBe(200);
  expect((await stateSeenBy(test.as('dispatcher')))?.cameras?.ids).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9']);
  expect((await press(wall, { action: 'close-cameras', ids: ['c4'] })).status).toBe(200);
  expect((await stateSeenBy(wall))?.cameras?.ids).not.toContain('c4');
  expect((await press(test.as('chief'), { action: 'close-cameras', ids: [] })).status).toBe(403);
  expect((await wall.call('POST', '/api/v1/walls/elsewhere/cameras', { action: 'close-cameras', ids: [] })).status).toBe(404);
  expect((await press(wall, { action: 'open-cameras', ids: Array.from({ length: 10 }, () => 'c1') })).status).toBe(400);
});

it('[VD7] a camera that leaves the register leaves the wall', async () => {
  await publish([{ id: 'gate', url: url('gate') }, { id: 'river', url: url('river') }]);
  const wall = await aWall();
  await tell(test.as('chief'), { action: 'open-cameras', ids: ['gate', 'river'] });
  await publish([{ id: 'river', url: url('river') }], '点位-2');
  expect((await stateSeenBy(wall))?.cameras?.ids).toEqual(['river']);
});

it('[VD4] says which camera answers, and as of when', async () => {
  await publish([{ id: 'gate', url: url('gate') }, { id: 'dead', url: url('dead').replace('.m3u8', '.flv'), kind: 'FLV' }]);
  await vi.waitFor(async () => expect((await seenBy(test.as('chief'))).map(({ id, health }) => [id, health.standing, typeof health.askedAt])).toEqual([['gate', 'up', 'number'], ['dead', 'odd', 'number']]), { timeout: 10_000, interval: 100 });
}, 20_000);

it('[VD2] the pages of wall and desk may reach the media servers by script, other pages and everything else nothing', async () => {
  const policy = async (path: string): Promise<Record<string, string>> => {
    const header = (await fetch(test.url + path)).headers.get('content-security-policy') ?? '';
    return Object.fromEntries(header.split(';').map((part) => part.trim().split(/ (.*)/)).map(([name = '', value = '']) => [name, value.trim()]));
  };
  for (const path of ['/wall', '/wall?key=x', '/desk', '/desk/stage']) expect((await policy(path))['connect-src'], path).toBe(`'self' ${host}`);
  for (const path of ['/report', '/field', '/signin', '/', '/api/v1/figures', '/wallet', '/report?/wall']) expect((await policy(path))['connect-src'], path).toBe("'self'");
  const wall = await policy('/wall');
  expect(Object.entries(wall).filter(([, value]) => value.includes(host)).map(([name]) => name)).toEqual(['connect-src']);
  expect(wall['media-src']).toBe("'self' blob:");
});

it('[VD3] a host that is allowed no longer is told to nobody', async () => {
  await publish([{ id: 'gate', url: url('gate') }]);
  const { folder } = test;
  await test.app.close();
  test = await test.join({ CAMERA_HOSTS: 'other.lan' });
  expect(await opening(test.as('chief'), 'gate')).toMatchObject({ status: 422, body: { code: 'CAMERA_HOST_FORBIDDEN' } });
  await vi.waitFor(async () => expect((await seenBy(test.as('chief')))[0]?.health.standing).toBe('forbidden'), { timeout: 10_000, interval: 100 });
  rmSync(folder, { recursive: true });
});
