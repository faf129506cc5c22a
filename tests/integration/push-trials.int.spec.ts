import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SECOND_MS } from '@wangge/shared/base';
import { epochFor } from '@wangge/server/push/audience-key';
import { PushClient } from '../support/push-client.ts';
import { startPushServer, type PushServerInHand } from '../support/push-server.ts';
import { trialSize } from '../support/trial-size.ts';

const WALL_EPOCH = epochFor('epoch-1', { kind: 'wall', areaCode: '', isMasked: false });
const CLOCK_STEP_MS = 5 * 60 * SECOND_MS;
let server: PushServerInHand;
let clients: PushClient[] = [];

beforeEach(async () => {
  server = await startPushServer();
});
afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await server.close();
});

function connect(held?: { epoch: string; seq: number }): PushClient {
  const client = new PushClient(server.url, held ? { held } : {});
  clients.push(client);
  return client;
}

describe('[RL5] a hall of walls that reconnects at once', () => {
  it('is current within ten seconds, and its snapshot is put together once', { timeout: 60_000 }, async () => {
    const count = trialSize(100, 500);
    for (let n = 0; n < 300; n += 1) server.operations.put(`case-${n}`, 1);
    const beganAt = performance.now();
    const walls = Array.from({ length: count }, () => connect({ epoch: 'another history', seq: 7 }));
    await Promise.all(walls.map((wall) => wall.until(() => wall.rows.size === 300, 10 * SECOND_MS)));
    expect(performance.now() - beganAt).toBeLessThan(10 * SECOND_MS);
    const { snapshotsMade, snapshotsSent } = server.gateway.stats();
    expect([snapshotsMade, snapshotsSent]).toEqual([1, count]);
    server.operations.put('late', 1);
    await Promise.all(walls.map((wall) => wall.until(() => wall.rows.has('late'))));
  });
});

describe('[RL6] a wall that cannot go on where it was', () => {
  it.each([
    ['was away longer than changes are kept', { epoch: WALL_EPOCH, seq: 1 }, 'gap-too-large'],
    ['held another history', { epoch: 'before the restore', seq: 3 }, 'other-epoch'],
  ])('is told so by one fresh snapshot, and keeps nothing of what it showed: %s', async (_why, held, reason) => {
    server.operations.retention = 5;
    for (let n = 0; n < 20; n += 1) server.operations.put(`case-${n % 4}`, n);
    server.operations.put('case-0', null);
    const wall = connect(held);
    wall.rows.set('long gone', { id: 'long gone' } as never);
    await wall.until(() => wall.seq === server.operations.lastSeq());
    server.operations.put('later', 1);
    await wall.until(() => wall.rows.has('later'));
    expect(wall.snapshots.map((snapshot) => snapshot.reason)).toEqual([reason]);
    expect([...wall.rows.keys()].toSorted()).toEqual(['case-1', 'case-2', 'case-3', 'later']);
  });
});

describe('[RL7] a consumer that reads nothing', () => {
  it.each([['positions and rows', 300], ['rows alone', 0]])('costs the server no more than 256 KB, and the others see everything in time: %s', { timeout: 120_000 }, async (_what, moving) => {
    const rounds = trialSize(60, 600);
    const [stalled, ...others] = Array.from({ length: 6 }, () => connect());
    await Promise.all(clients.map((client) => client.until(() => client.snapshots.length > 0)));
    stalled?.stall();
    let mostWaiting = 0;
    let slowestMs = 0;
    let mostBehind = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const toldAt = performance.now();
      for (let n = 0; n < 200; n += 1) server.operations.put(`case-${n}-${'x'.repeat(200)}`, round);
      for (let index = 0; index < moving; index += 1) server.positions.move(index, 120 + round / 100_000, 31 + index / 1_000, Date.now());
      await Promise.all(others.map((other) => other.until(() => other.seq === server.operations.lastSeq())));
      slowestMs = Math.max(slowestMs, performance.now() - toldAt);
      const { mostWaitingBytes, lagging } = server.gateway.stats();
      mostWaiting = Math.max(mostWaiting, mostWaitingBytes);
      mostBehind = Math.max(mostBehind, lagging);
    }
    expect(mostWaiting, 'bytes that waited for it').toBeLessThanOrEqual(256 * 1024);
    expect(mostBehind, 'the stalled one is known to be behind').toBe(1);
    const { lagging, sessions } = server.gateway.stats();
    expect(lagging === 1 || sessions.wall === others.length, 'and is so still, or was given up for dead').toBe(true);
    expect(slowestMs, 'ms until the others had seen a round').toBeLessThan(2 * SECOND_MS);
    for (const other of others) expect([other.snapshots.length, other.rows.size]).toEqual([1, 200]);
  });
});

describe('[RL12] a server whose clock is set', () => {
  it.each([['back', -CLOCK_STEP_MS], ['ahead', CLOCK_STEP_MS]])('%s by five minutes goes on beating and sending figures and boards', async (_way, stepMs) => {
    const wall = connect();
    await wall.until(() => wall.snapshots.length > 0);
    server.operations.count();
    await wall.until(() => wall.figures.length > 0 && wall.beats > 0);
    server.operations.turn('lists', 2);
    await wall.until(() => wall.boards.length === 2);
    server.clock.aheadMs = stepMs;
    const before = { beats: wall.beats, figures: wall.figures.length };
    server.operations.count();
    server.operations.turn('lists', 3);
    await wall.until(() => wall.beats >= before.beats + 2 && wall.figures.length > before.figures && wall.boards.length === 3);
  });
});
