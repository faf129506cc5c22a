import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@wangge/shared/base';
import { PushClient } from '../support/push-client.ts';
import { randomFrom } from '../support/random.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { trialSize } from '../support/trial-size.ts';

/** As many as one message may carry. */
const BATCH = 500;
let test: TestApp;
let wall: PushClient;

interface Sent {
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
}

async function metric(kind: string): Promise<number> {
  return Number(new RegExp(`^wangge_fixes\\{kind="${kind}"\\} (\\d+)`, 'm').exec(await (await fetch(`${test.url}/metrics`)).text())?.[1]);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

async function send(fixes: readonly Sent[]): Promise<void> {
  for (let from = 0; from < fixes.length; from += BATCH) {
    const { status } = await test.as('squad0').call('POST', '/api/v1/positions', { fixes: fixes.slice(from, from + BATCH) });
    expect(status).toBe(202);
  }
}

beforeEach(async () => {
  test = await startTestApp();
  expect((await test.as('squad0').call('PUT', '/api/v1/duty', { onDuty: true })).status).toBeLessThan(300);
  wall = new PushClient(test.url, { cookie: test.as('dispatcher').cookie });
  await wall.until(() => wall.snapshots.length > 0);
});
afterEach(async () => {
  wall.close();
  await test.close();
});

describe('positions that come twice, in any order and from a clock that is wrong by a day', () => {
  it('[RL11] [RL12] leave the track of the sorted unique ones, never move a marker back, and are refused beyond five minutes ahead', { timeout: 900_000 }, async () => {
    const count = trialSize(6_000, 100_000);
    const random = randomFrom(11);
    const now = Date.now();
    // Whole seconds, each once: half a day back and some hours ahead, none within a minute of the limit of five.
    const usable = Array.from({ length: count }, (_, i): Sent => ({ at: now - (i + 1) * 860, lng: 120.2 + i / 1e6, lat: 31.75 + (i % 1_000) / 1e5 }));
    const future = Array.from({ length: Math.floor(count / 10) }, (_, i): Sent => ({ at: now + 7 * MINUTE_MS + Math.floor(random() * 24 * HOUR_MS), lng: 120.3, lat: 31.9 + i / 1e6 }));
    await send(shuffled([...usable, ...usable, ...future], random));

    const from = now - (count + 1) * 860;
    const { fixes } = (await test.as('dispatcher').call('GET', `/api/v1/units/u0/track?from=${from}&to=${now + 25 * HOUR_MS}&reason=check`)).body as unknown as { fixes: Sent[] };
    const expected = usable.toSorted((a, b) => a.at - b.at);
    expect(fixes.map(({ at }) => at)).toEqual(expected.map(({ at }) => at));
    expect(fixes.every(({ lng, lat }, i) => Math.abs(lng - expected[i]!.lng) < 2e-7 && Math.abs(lat - expected[i]!.lat) < 2e-7)).toBe(true);
    expect(await metric('POSITION_FROM_FUTURE')).toBe(future.length);

    const newest = expected.at(-1)!;
    await wall.until(() => [...wall.places.values()].some(({ fixAt }) => Math.abs(fixAt - newest.at) < SECOND_MS));
    expect(wall.wentBack, 'times the marker went back').toBe(0);
  });
});
