import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, dateKey } from '@wangge/shared/base';
import type { FenceEventBoard } from '@wangge/shared/fence';
import { WALL_KEY, startTestApp, type Caller, type TestApp } from '../support/test-app.ts';

let test: TestApp;
beforeAll(async () => { test = await startTestApp(); });
afterAll(() => test.close());

/** A fence of about 400 m across in the second village, whose middle is 120.275, 31.8. */
const FENCE = {
  id: 'school', name: '护学区', kind: 'slow', areaCode: '320281104201', validFrom: '2026-01-01', validUntil: null,
  corners: [[120.273, 31.798], [120.277, 31.798], [120.277, 31.802], [120.273, 31.802]], watch: { tells: ['enter', 'leave', 'stay'], stayMin: 5 },
};
const fix = (at: number, lng: number) => ({ at, lng, lat: 31.8, accuracyM: 8 });
const board = async (who: Caller): Promise<FenceEventBoard> => ((await who.call('GET', '/api/v1/boards/fence-events')).body as unknown as { board: FenceEventBoard }).board;
const told = async (account: string): Promise<string[]> => (await board(test.as(account))).events.map(({ happening, unitId }) => `${unitId} ${happening}`);

async function drive(account: string, fixes: readonly object[]): Promise<void> {
  expect((await test.as(account).call('PUT', '/api/v1/duty', { onDuty: true })).status).toBe(200);
  expect((await test.as(account).call('POST', '/api/v1/positions', { fixes })).status).toBe(202);
}

describe('fence events over HTTP', () => {
  it('[FN1] names the line of what could tell nothing and keeps the edition in force', async () => {
    const text = JSON.stringify([FENCE, { ...FENCE, id: 'two', watch: { tells: ['stay'] } }], null, 1);
    const answer = await test.as('admin').call('POST', '/api/v1/lists/fences/versions', { version: 'bad', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text });
    expect(answer).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED', problems: [{ column: '1.watch', reason: expect.stringContaining('stayMin') }] } });
    expect((answer.body as unknown as { problems: { line: number }[] }).problems[0]!.line).toBeGreaterThan(20);
  });

  it('[FN9] [FN10] tells the desk of the area once, also after a restart, and nobody else', async () => {
    const publish = await test.as('admin').call('POST', '/api/v1/lists/fences/versions', { version: randomUUID().slice(0, 8), effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify([FENCE]) });
    expect(publish.status).toBe(201);
    const start = Date.now() - 4 * 60_000;
    const way = [120.268, 120.27, 120.275, 120.2755, 120.276].map((lng, i) => fix(start + i * 30_000, lng));
    await drive('squad0', way);
    await expect.poll(() => told('dispatcher')).toEqual(['u0 enter']);
    expect(await told('other-chief')).toEqual([]);
    expect((await test.as('walker').call('GET', '/api/v1/boards/fence-events')).status).toBe(403);

    test = await test.restart();
    await drive('squad0', [...way, fix(start + 150_000, 120.2795), fix(start + 180_000, 120.282)]);
    await expect.poll(() => told('dispatcher')).toEqual(['u0 leave', 'u0 enter']);
  });

  it('[FN10] says of what a phone told late that it is no news, and takes a wall the names of persons', async () => {
    const then = Date.now() - 2 * HOUR_MS;
    await drive('squad1', [120.268, 120.27, 120.275, 120.2755].map((lng, i) => fix(then + i * 30_000, lng)));
    await expect.poll(() => told('dispatcher')).toEqual(['u0 leave', 'u0 enter', 'u1 enter']);
    const [, , late] = (await board(test.as('dispatcher'))).events;
    expect(late!.knownAt - late!.at).toBeGreaterThan(HOUR_MS);
    const opened = await test.anonymous.call('POST', '/api/v1/session/wall', { key: WALL_KEY });
    expect(opened.status).toBe(200);
  });

  it('[FN11] raises an alarm, once, for what its list names as one and no other', async () => {
    const alarms = async () => ((await test.as('chief').call('GET', '/api/v1/boards/alarms')).body as unknown as { board: { alarms: { happening: string; matter: string; subject: string }[] } }).board.alarms;
    expect(await alarms()).toEqual([]);
    const watched = { ...FENCE, kind: 'keep-out', watch: { tells: ['enter'], isAlarm: true } };
    expect((await test.as('admin').call('POST', '/api/v1/lists/fences/versions', { version: 'alarm', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text: JSON.stringify([watched]) })).status).toBe(201);
    const start = Date.now() - 3 * 60_000;
    const way = [120.268, 120.269, 120.275, 120.2755].map((lng, i) => fix(start + i * 30_000, lng));
    for (let i = 0; i < 2; i += 1) await drive('squad1', way);
    await expect.poll(alarms).toMatchObject([{ happening: 'fence', matter: '进入：护学区' }]);
    expect((await alarms())[0]!.subject).not.toBe('');
  });

  it('says how many units each fence is about', async () => {
    const { fences } = await board(test.as('dispatcher'));
    expect(fences).toMatchObject([{ id: 'school', tells: ['enter'], units: expect.any(Number) }]);
    expect(fences[0]!.units).toBeGreaterThan(1);
  });
});
