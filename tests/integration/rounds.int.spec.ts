import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, startOfDay } from '@wangge/shared/base';
import type { RoundRow, RoundsBoard } from '@wangge/shared/patrol';
import type { Clock } from '@wangge/server/app';
import { WALL_KEY, callerFor, startTestApp, type TestApp } from '../support/test-app.ts';

/** A clock in the hand of the test: time stands until it is moved, and what is due then runs. It begins in the morning: what the test does lies within one day. */
function handClock(): Clock & { pass(ms: number): void } {
  let now = startOfDay(Date.now()) + 9 * HOUR_MS;
  const timers = new Set<{ at: number; everyMs: number | null; run: () => void }>();
  const add = (timer: { at: number; everyMs: number | null; run: () => void }): (() => void) => (timers.add(timer), () => void timers.delete(timer));
  return {
    now: () => now, after: (ms, run) => add({ at: now + ms, everyMs: null, run }), every: (ms, run) => add({ at: now + ms, everyMs: ms, run }),
    pass(ms) {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        if (timer.everyMs === null) timers.delete(timer);
        else timer.at = now + timer.everyMs;
        timer.run();
      }
    },
  };
}

let test: TestApp;
const clock = handClock();
beforeAll(async () => { test = await startTestApp(undefined, {}, clock); });
afterAll(() => test.close());

const MINUTE = 60_000;
const duty = (onDuty: boolean, account = 'squad0') => test.as(account).call('PUT', '/api/v1/duty', { onDuty });
const begin = (id: string, startedAt = clock.now(), account = 'squad0') => test.as(account).call('POST', '/api/v1/patrol/rounds', { id, startedAt });
const end = (id: string, endedAt = clock.now(), account = 'squad0') => test.as(account).call('POST', `/api/v1/patrol/rounds/${id}/end`, { endedAt });
const latest = async (): Promise<RoundRow> => ((await test.as('squad0').call('GET', '/api/v1/patrol/rounds/latest')).body as unknown as { round: RoundRow }).round;
const board = async (account: string): Promise<RoundsBoard> => ((await test.as(account).call('GET', '/api/v1/boards/rounds')).body as unknown as { board: RoundsBoard }).board;
/** A walk to the east at 4.5 km/h that ends now; a fix each ten seconds. Sent it moves time by nothing. */
const walk = async (minutes: number, lng = 120.21): Promise<number> => {
  const fixes = Array.from({ length: minutes * 6 }, (_, i) => ({ at: Math.round(clock.now() - (minutes * 6 - i) * 10_000), lng: lng + i * 0.000132, lat: 31.8, accuracyM: 6 }));
  return (await test.as('squad0').call('POST', '/api/v1/positions', { fixes })).status;
};
/** Writes wait for a tenth of a second of the clock. */
const sent = async (work: Promise<number>): Promise<number> => {
  const beat = setInterval(() => clock.pass(100), 5);
  return work.finally(() => clearInterval(beat));
};

describe('rounds over HTTP', () => {
  const first = randomUUID();

  it('[RD3] are not begun off duty, and off duty no position is taken', async () => {
    await duty(false);
    expect(await begin(first)).toMatchObject({ status: 409, body: { code: 'PATROL_OFF_DUTY' } });
    expect(await sent(walk(1))).toBe(422);
    expect((await test.as('dispatcher').call('POST', '/api/v1/patrol/rounds', { id: first, startedAt: clock.now() })).status).toBe(403);
  });

  it('[RD4] [RD6] count the way on foot and the grids covered, once however often they are told', async () => {
    await duty(true);
    const startedAt = clock.now();
    for (let i = 0; i < 2; i += 1) expect((await begin(first, startedAt)).status).toBe(201);
    clock.pass(20 * MINUTE);
    expect(await sent(walk(18))).toBe(202);
    const endedAt = clock.now();
    for (let i = 0; i < 2; i += 1) expect((await end(first, endedAt)).status).toBe(200);
    expect(await end(first, endedAt - 1_000)).toMatchObject({ status: 409, body: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
    expect((await end(first, endedAt, 'squad1')).status).toBe(404);
    clock.pass(10_000);
    await expect.poll(async () => (await latest()).footM).toBeGreaterThan(1_200);
    expect(await latest()).toMatchObject({ id: first, driveM: 0, reason: 'worker', gridsCovered: ['320281104200001'], gridsTouched: ['320281104200001'] });
  });

  it('[RD6] are counted again when a position comes late', async () => {
    const { endedAt, footM } = await latest();
    const late = Array.from({ length: 10 }, (_, i) => ({ at: endedAt! - 100_000 + i * 9_000 + 500, lng: 120.2245 + (i % 2) * 0.0006, lat: 31.8, accuracyM: 6 }));
    expect(await sent(test.as('squad0').call('POST', '/api/v1/positions', { fixes: late }).then(({ status }) => status))).toBe(202);
    clock.pass(10_000);
    await expect.poll(async () => (await latest()).footM + (await latest()).driveM).toBeGreaterThan(footM + 50);
  });

  it('[RD5] end by themselves where the last position was, and say why; their worker\'s end puts it right', async () => {
    const second = randomUUID();
    await begin(second);
    clock.pass(5 * MINUTE);
    expect(await sent(walk(4, 120.26))).toBe(202);
    const lastAt = clock.now();
    clock.pass(31 * MINUTE);
    await expect.poll(async () => (await latest()).reason).toBe('silent');
    expect(Math.abs((await latest()).endedAt! - lastAt)).toBeLessThan(MINUTE);
    expect((await end(second, clock.now() - MINUTE)).status).toBe(200);
    expect(await latest()).toMatchObject({ id: second, reason: 'worker' });
    clock.pass(10_000);
    await expect.poll(async () => (await latest()).footM).toBeGreaterThan(200);
    const third = randomUUID();
    await begin(third);
    await duty(false);
    clock.pass(10_000);
    await expect.poll(async () => (await latest()).reason).toBe('off-duty');
  });

  it('[RD8] are on the boards of their area, with the grids covered, names masked on a wall, and stay after a restart', async () => {
    expect(await board('chief')).toMatchObject({ days: 7, covered: 1, today: { rounds: 3, running: 0, covered: 1 }, rounds: [{}, {}, { personName: 'squad0' }] });
    expect((await board('other-chief')).rounds).toEqual([]);
    const opened = await fetch(`${test.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
    const wall = callerFor(test.url, opened.headers.get('set-cookie')!.split(';')[0]!);
    const seen = ((await wall.call('GET', '/api/v1/boards/rounds')).body as unknown as { board: RoundsBoard }).board;
    expect(seen.rounds[0]!.personName).toBe('s*****');
    const before = await board('chief');
    test = await test.restart();
    expect(await board('chief')).toEqual(before);
  });
});
