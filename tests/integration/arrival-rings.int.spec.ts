import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteDocumentStore, openDatabase } from '@wangge/server/store/sqlite';
import type { DistrictMap } from '@wangge/shared/district-map';
import { areaContains, type LngLat } from '@wangge/shared/geo';
import type { ArrivalAnswer } from '@wangge/shared/roads';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const PLACE: LngLat = [120.225, 31.8];
let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

async function rings(account: string, [lng, lat]: LngLat = PLACE): Promise<{ status: number; code: string; answer: ArrivalAnswer }> {
  const { status, body } = await app.as(account).call('GET', `/api/v1/arrival-rings?lng=${lng}&lat=${lat}`);
  return { status, code: body.code, answer: body as unknown as ArrivalAnswer };
}

/** A trunk road through the three villages, kept as if it had been imported. */
async function importRoad(): Promise<void> {
  const db = openDatabase(join(app.folder, 'wangge.db'));
  const documents = createSqliteDocumentStore(db);
  const map = (await documents.get('district-map', 'current')) as DistrictMap;
  const coordinates: LngLat[] = [[120.201, 31.8], [120.225, 31.8], [120.275, 31.8], [120.349, 31.8]];
  await documents.put('district-map', 'current', { ...map, roads: { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { roadClass: 1, name: null, source: '测试' } }] } });
  db.close();
  app = await app.restart();
}

describe('arrival rings over HTTP', () => {
  it('[MP15] are none where no roads were imported, and that is what is said', async () => {
    expect(await rings('dispatcher')).toMatchObject({ status: 200, answer: { kind: 'no-road' } });
  });

  it('[MP15] follow the imported roads, by the minutes of the rules in force', async () => {
    await importRoad();
    const { answer } = await rings('dispatcher');
    if (answer.kind !== 'rings') throw new Error(answer.kind);
    expect(answer.rings.map(({ minutes }) => minutes)).toEqual([10, 5]);
    // 4.7 km of trunk road take under five minutes, 7 km under ten, 2.7 km across the fields more than five.
    const held = ([[120.272, 31.8], [120.3, 31.8], [120.225, 31.824]] as const).map((spot) => answer.rings.filter(({ area }) => areaContains(area, spot)).map(({ minutes }) => minutes));
    expect(held).toEqual([[10, 5], [10], [10]]);
    expect(await rings('dispatcher')).toMatchObject({ answer });
  });

  it('[MP15] are told of places in the reader\'s area only, and to those who see cases', async () => {
    expect(await rings('village-commander', [120.275, 31.8])).toMatchObject({ status: 422, code: 'CASE_OUTSIDE_DISTRICT' });
    expect(await rings('dispatcher', [121, 31.8])).toMatchObject({ status: 422, code: 'CASE_OUTSIDE_DISTRICT' });
    expect((await rings('auditor')).status).toBe(403);
    expect((await app.anonymous.call('GET', '/api/v1/arrival-rings?lng=120.225&lat=31.8')).status).toBe(401);
    expect((await app.as('dispatcher').call('GET', '/api/v1/arrival-rings?lng=400&lat=31.8')).status).toBe(400);
  });
});
