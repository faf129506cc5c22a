import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import type { Fence } from '@wangge/shared/district-map';
import type { Figures } from '@wangge/shared/figures';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const asked: string[] = [];
/** The map service of a county: one tile, and none beside it. */
const source = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url?.startsWith('/12/1/2')) response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
  else response.writeHead(404).end();
});
let plain: TestApp;
let tiled: TestApp;
let archived: TestApp;

beforeAll(async () => {
  await new Promise<void>((resolve) => { source.listen(0, '127.0.0.1', resolve); });
  const { port } = source.address() as AddressInfo;
  plain = await startTestApp();
  tiled = await startTestApp(undefined, { BASE_MAP: `http://127.0.0.1:${port}/{z}/{x}/{y}?tk={key}`, BASE_MAP_KEY: 'the-key', BASE_MAP_CREDIT: '县图' });
  archived = await startTestApp(undefined, { BASE_MAP: 'pmtiles:county.pmtiles' });
});
afterAll(async () => {
  await Promise.all([plain, tiled, archived].map((app) => app.close()));
  source.close();
});

const get = (app: TestApp, account: string, path: string, headers: Record<string, string> = {}) => app.as(account).call('GET', path, undefined, headers);

describe('the base map over HTTP', () => {
  it('[MP9] is the built-in one where none is set: no tile, no archive', async () => {
    expect((await get(plain, 'dispatcher', '/api/v1/base-map')).body).toEqual({ kind: 'builtin' });
    for (const path of ['tiles/12/1/2', 'archive']) expect(await get(plain, 'dispatcher', `/api/v1/base-map/${path}`)).toMatchObject({ body: { code: 'BASE_MAP_NONE' } });
    expect((await plain.anonymous.call('GET', '/api/v1/base-map')).status).toBe(401);
  });

  it('[MP9] passes tiles on with the key that no page is told, and keeps what came', async () => {
    const told = await get(tiled, 'dispatcher', '/api/v1/base-map');
    expect(told.body).toMatchObject({ kind: 'tiles', credit: '县图' });
    expect(JSON.stringify(told.body)).not.toMatch(/the-key|127\.0\.0\.1/);
    const cookie = { cookie: '' };
    expect((await fetch(`${tiled.url}/api/v1/base-map/tiles/12/1/2`, { headers: cookie })).status).toBe(401);
    expect((await get(tiled, 'dispatcher', '/api/v1/base-map/tiles/12/1/2')).status).toBe(200);
    expect((await get(tiled, 'dispatcher', '/api/v1/base-map/tiles/12/1/2')).status).toBe(200);
    expect((await get(tiled, 'dispatcher', '/api/v1/base-map/tiles/12/9/9')).status).toBe(204);
    expect(asked).toEqual(['/12/1/2?tk=the-key', '/12/9/9?tk=the-key']);
    expect((await get(tiled, 'dispatcher', '/api/v1/base-map/tiles/99/1/2')).status).toBe(400);
  });

  it('[MP9] reads an archive in ranges, and says so while it is not there', async () => {
    expect((await get(archived, 'dispatcher', '/api/v1/base-map/archive')).body.code).toBe('BASE_MAP_UNREACHABLE');
    writeFileSync(join(archived.folder, 'county.pmtiles'), '0123456789');
    expect(await get(archived, 'dispatcher', '/api/v1/base-map/archive', { range: 'bytes=2-4' })).toMatchObject({ status: 206, body: '234' });
    expect((await get(archived, 'dispatcher', '/api/v1/base-map/archive', { range: 'bytes=90-' })).status).toBe(416);
  });
});

describe('fences over HTTP', () => {
  const fence = (id: string, areaCode: string): object => ({ id, name: id, kind: 'watch', areaCode, validFrom: '2026-01-01', validUntil: null, corners: [[120.2, 31.7], [120.25, 31.7], [120.25, 31.9]] });
  const publish = (...fences: object[]) => plain.as('admin').call('POST', '/api/v1/lists/fences/versions', { version: randomUUID().slice(0, 8), effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify(fences) });
  const seenBy = async (account: string): Promise<string[]> => {
    const { body } = await get(plain, account, '/api/v1/boards/fences');
    return (body as unknown as { board: readonly Fence[] }).board.map(({ id }) => id);
  };

  it('[MP13] are on the board of those whose area they belong to or hold', async () => {
    expect((await publish(fence('county', '320281'), fence('here', '320281104200'), fence('there', '320281104201'))).status).toBe(201);
    expect(await seenBy('dispatcher')).toEqual(['county', 'here', 'there']);
    expect(await seenBy('walker')).toEqual(['county', 'there']);
    expect((await get(plain, 'auditor', '/api/v1/boards/fences')).status).toBe(403);
  });

  it('[MP13] stay as they were when an edition is refused', async () => {
    expect(await publish(fence('twice', '320281'), fence('twice', '320281'))).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED' } });
    expect(await seenBy('dispatcher')).toEqual(['county', 'here', 'there']);
  });
});

describe('figures of an area over HTTP', () => {
  const open = async (area: string, account = 'dispatcher'): Promise<number | string> => {
    const { status, body } = await get(plain, account, `/api/v1/figures${area && `?area=${area}`}`);
    return status === 200 ? (body as unknown as Figures).today.open : `${status} ${body.code}`;
  };
  const behind = async (area: string): Promise<number> => ((await get(plain, 'dispatcher', `/api/v1/figures/cases?figure=open&area=${area}`)).body as unknown as { total: number }).total;

  it('[MP16] are counted for a township, a village and a grid, with the cases behind them, before and after another comes in', async () => {
    const areas = ['', '320281104', '320281104200', '320281104200001', '320281104201'];
    const report = (lng: number) => plain.as('intake').call('POST', '/api/v1/cases', { typeCode: 'T1', description: '试', lng, lat: 31.8 }, { 'idempotency-key': randomUUID() });
    for (const lng of [120.22, 120.23, 120.28]) expect((await report(lng)).status).toBe(201);
    expect(await Promise.all(areas.map((area) => open(area)))).toEqual([3, 3, 2, 2, 1]);
    await report(120.24);
    expect(await Promise.all(areas.map((area) => open(area)))).toEqual([4, 4, 3, 3, 1]);
    expect(await Promise.all(areas.slice(1).map(behind))).toEqual([4, 3, 3, 1]);
  });

  it('[MP16] are refused outside the reader\'s own area', async () => {
    expect([await open('320281104001', 'village-commander'), await open('320281104200', 'village-commander'), await open('3202', 'dispatcher')]).toEqual([0, '403 ACTION_FORBIDDEN', expect.stringMatching(/^400/)]);
  });
});
