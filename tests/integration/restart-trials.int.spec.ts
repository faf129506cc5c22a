import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SECOND_MS } from '@wangge/shared/base';
import { freePort } from '../support/free-port.ts';
import { PushClient } from '../support/push-client.ts';
import { API_KEY, startTestApp, type TestApp } from '../support/test-app.ts';
import { trialSize } from '../support/trial-size.ts';

const report = { typeCode: 'T1', description: '店外经营', lng: 120.28, lat: 31.8 };
let test: TestApp;
let walls: PushClient[];

beforeEach(async () => {
  test = await startTestApp(undefined, { PORT: String(await freePort()) });
  walls = [];
});
afterEach(async () => {
  walls.forEach((wall) => wall.close());
  await test.close();
});

async function open(): Promise<PushClient> {
  const wall = new PushClient(test.url, { cookie: test.as('dispatcher').cookie, comesBack: true });
  walls.push(wall);
  await wall.until(() => wall.snapshots.length > 0, 20 * SECOND_MS);
  return wall;
}

/** Reports one case after the other, each until it is acknowledged, whatever the server is doing; answers how to stop. */
function keepReporting(): () => Promise<number> {
  let isStopped = false;
  let acknowledged = 0;
  const running = (async () => {
    while (!isStopped) {
      const key = `load-${acknowledged}`;
      const answer = await test.anonymous.call('POST', '/api/v1/intake/cases', report, { 'x-api-key': API_KEY, 'idempotency-key': key }).catch(() => null);
      if (answer?.status === 201) acknowledged += 1;
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return async () => {
    isStopped = true;
    await running;
    return acknowledged;
  };
}

describe('a server that is restarted under load', () => {
  it('[RL4] has its walls back where they were, without a gap and in order, and shows every case it acknowledged', { timeout: 300_000 }, async () => {
    const [wallCount, restarts, limitMs] = [trialSize(12, 100), trialSize(3, 20), trialSize(3, 2) * SECOND_MS];
    await Promise.all(Array.from({ length: wallCount }, open));
    const stop = keepReporting();
    const waitedMs: number[] = [];
    for (let n = 1; n <= restarts; n += 1) {
      test = await test.restart();
      const upAt = performance.now();
      await Promise.all(walls.map((wall) => wall.until(() => wall.currentAt.length === n + 1, 20 * SECOND_MS)));
      waitedMs.push(...walls.map((wall) => wall.currentAt[n]! - upAt));
    }
    const acknowledged = await stop();
    expect(acknowledged).toBeGreaterThan(restarts);
    await Promise.all(walls.map((wall) => wall.until(() => wall.rows.size === acknowledged, 10 * SECOND_MS)));
    const fresh = await open();
    for (const wall of walls) expect([...wall.rows.values()].toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([...fresh.rows.values()].toSorted((a, b) => a.id.localeCompare(b.id)));
    expect(walls.map((wall) => wall.reordered).filter(Boolean), 'walls that were led back').toEqual([]);
    expect(new Set(walls.map(({ epoch }) => epoch)).size, 'histories').toBe(1);
    expect(waitedMs.toSorted((a, b) => a - b)[Math.ceil(waitedMs.length * 0.99) - 1]).toBeLessThan(limitMs);
  });
});
