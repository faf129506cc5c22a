import { describe, expect, it } from 'vitest';
import type { RestAnswer } from '../../link/rest.ts';
import { FixQueue } from './fix-queue.ts';
import { createMemoryFixStorage, type FieldFix } from './fix-storage.ts';

const LINE_DOWN: RestAnswer<unknown> = { ok: false, code: 'UNREACHABLE', status: 0, field: null, detail: null, body: null };
const TAKEN: RestAnswer<unknown> = { ok: true, value: {} };

function fixAt(at: number, lng = 120.3): FieldFix {
  return { at, lng, lat: 31.8, speedKmh: null, headingDeg: null, accuracyM: 8 };
}

function queueWith(answer: () => RestAnswer<unknown>) {
  const sent: number[][] = [];
  const storage = createMemoryFixStorage();
  const queue = new FixQueue({ storage, send: async (fixes) => { sent.push(fixes.map((fix) => fix.at)); return answer(); } });
  return { queue, sent, storage };
}

describe('positions on the phone', () => {
  it('sends them in batches, oldest first, and keeps them while the line is down', async () => {
    let answer: RestAnswer<unknown> = LINE_DOWN;
    const { queue, sent, storage } = queueWith(() => answer);
    for (let n = 0; n < 250; n += 1) queue.offer(fixAt(n * 3_000, 120.3 + n / 1_000));
    expect(await queue.flush()).toBe('unreachable');
    expect(await storage.count()).toBe(250);
    answer = TAKEN;
    expect(await queue.flush()).toBe('sent');
    expect(sent.map((batch) => [batch.length, batch[0]])).toEqual([[200, 0], [200, 0], [50, 600_000]]);
    expect(await queue.flush()).toBe('nothing');
  });

  it('skips fixes that come too fast, and says less while the phone lies still', async () => {
    const { queue, sent } = queueWith(() => TAKEN);
    for (const at of [0, 500, 1_900, 5_000, 14_000, 15_000]) queue.offer(fixAt(at));
    queue.offer(fixAt(16_000, 120.301));
    queue.offer(fixAt(17_000, 120.302));
    await queue.flush();
    expect(sent).toEqual([[0, 15_000, 17_000]]);
  });

  it('tells when the server does not take them, and forgets them when asked', async () => {
    const { queue, storage } = queueWith(() => ({ ...LINE_DOWN, code: 'POSITION_REFUSED', status: 422 }) as RestAnswer<unknown>);
    queue.offer(fixAt(0));
    expect(await queue.flush()).toBe('refused');
    expect(await storage.count()).toBe(1);
    await queue.clear();
    expect(await storage.count()).toBe(0);
  });
});
