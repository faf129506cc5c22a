import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NodeLink, NodeMessage } from '@wangge/server/nodes/node-link';
import { openRedisLink } from '@wangge/server/nodes/redis-link';
import { startRedis, type TestRedis } from '../support/redis.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let redis: TestRedis;
const open: NodeLink[] = [];

async function join(epoch = 'one-history'): Promise<{ link: NodeLink; heard: NodeMessage[] }> {
  const link = await openRedisLink(redis.url, epoch, silent);
  open.push(link);
  const heard: NodeMessage[] = [];
  link.onMessage((message) => heard.push(message));
  return { link, heard };
}

describe('nodes that tell each other over Redis', () => {
  beforeAll(async () => {
    redis = await startRedis();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((link) => link.close()));
  });
  afterAll(() => redis.stop());

  it('hear what others of the same history say, in order, and never themselves', async () => {
    const [one, two, stranger] = [await join(), await join(), await join('another-history')];
    for (let seq = 1; seq <= 50; seq += 1) one.link.tell({ kind: 'history', seq });
    await vi.waitFor(() => expect(two.heard).toEqual(Array.from({ length: 50 }, (_, i) => ({ kind: 'history', seq: i + 1 }))));
    two.link.tell({ kind: 'changed', name: 'duty' });
    await vi.waitFor(() => expect(one.heard).toEqual([{ kind: 'changed', name: 'duty' }]));
    expect(stranger.heard).toEqual([]);
  });

  it('go on without Redis and hear each other again when it is back', async () => {
    const [one, two] = [await join(), await join()];
    expect([one.link.isUp(), two.link.isUp()]).toEqual([true, true]);
    await redis.cut();
    await vi.waitFor(() => expect(one.link.isUp() || two.link.isUp()).toBe(false), 5_000);
    one.link.tell({ kind: 'history', seq: 1 });
    await redis.startAgain();
    await vi.waitFor(() => expect(one.link.isUp() && two.link.isUp()).toBe(true), 10_000);
    one.link.tell({ kind: 'history', seq: 2 });
    await vi.waitFor(() => expect(two.heard).toEqual([{ kind: 'history', seq: 2 }]));
  }, 30_000);

  it('start without Redis', async () => {
    await redis.cut();
    const { link } = await join();
    expect(link.isUp()).toBe(false);
    link.tell({ kind: 'changed', name: 'duty' });
    await redis.startAgain();
    await vi.waitFor(() => expect(link.isUp()).toBe(true), 10_000);
  }, 30_000);
});
