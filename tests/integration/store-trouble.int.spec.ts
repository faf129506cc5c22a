import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdDiskRoom, type DiskRoom } from '../support/disk-room.ts';
import { limitFiles } from '../support/file-limit.ts';
import { PushClient } from '../support/push-client.ts';
import { ROOT } from '../support/run-node.ts';
import { API_KEY, WALL_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const REPORT = { typeCode: 'T1', description: '店外经营'.repeat(200), lng: 120.28, lat: 31.8 };
let disk: DiskRoom;
let test: TestApp;
let surfaces: PushClient[];

function intake(key: string): Promise<Answer> {
  return test.anonymous.call('POST', '/api/v1/intake/cases', REPORT, { 'x-api-key': API_KEY, 'idempotency-key': key });
}

async function signInWall(): Promise<string> {
  const answer = await fetch(`${test.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
  expect(answer.ok, 'a wall signs in').toBe(true);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

async function open(cookie: string): Promise<PushClient> {
  const surface = new PushClient(test.url, { cookie });
  surfaces.push(surface);
  await surface.until(() => surface.snapshots.length > 0);
  return surface;
}

/** Reports until one does not fit any more; answers its key and what was said. */
async function reportUntilFull(): Promise<{ key: string; said: Answer; kept: number }> {
  for (let n = 0; n < 200; n += 1) {
    const said = await intake(`key-${n}`);
    if (said.status !== 201) return { key: `key-${n}`, said, kept: n };
  }
  throw new Error('the disk was never full');
}

const caseCount = async (): Promise<number> => Number((await test.as('dispatcher').call('GET', '/api/v1/cases')).body.total);
const metric = async (hindrance: string): Promise<string | undefined> =>
  new RegExp(`^wangge_store_trouble\\{kind="${hindrance}"\\} (\\d)`, 'm').exec(await (await fetch(`${test.url}/metrics`)).text())?.[1];

describe('a server whose disk is full', () => {
  beforeEach(async () => {
    surfaces = [];
    disk = holdDiskRoom();
    test = await startTestApp();
  });
  afterEach(async () => {
    surfaces.forEach((surface) => surface.close());
    await test.close();
    disk.release();
  });

  it('[RL14] refuses writes in words, tells wall, desk and phone since when, goes on showing, and mends by itself without losing a report', async () => {
    const [wall, desk, phone] = [await open(await signInWall()), await open(test.as('dispatcher').cookie), await open(test.as('squad0').cookie)];
    expect([wall, desk, phone].map(({ troubles }) => troubles)).toEqual([[null], [null], [null]]);
    const before = Date.now();
    disk.fill();
    const { key, said, kept } = await reportUntilFull();
    expect(said).toMatchObject({ status: 503, body: { code: 'STORE_DISK_FULL', message: expect.stringContaining('磁盘') } });

    await Promise.all([wall, desk, phone].map((surface) => surface.until(() => surface.troubles.length === 2)));
    for (const { troubles } of [wall, desk, phone]) expect(troubles[1]).toEqual({ hindrance: 'disk', since: expect.any(Number) });
    expect(wall.troubles[1]?.since).toBeGreaterThanOrEqual(before);
    expect([await metric('disk'), await metric('database')]).toEqual(['1', '0']);

    expect(await caseCount(), 'cases that were acknowledged').toBe(kept);
    await wall.until(() => wall.rows.size === kept);
    const late = await open(await signInWall());
    expect(late.rows.size, 'a wall that comes now').toBe(kept);
    expect(late.troubles[0]).toEqual(wall.troubles[1]);
    expect((await test.as('dispatcher').call('GET', '/readyz')).status, 'it still serves').toBe(200);

    disk.makeRoom();
    await Promise.all(surfaces.map((surface) => surface.until(() => surface.troubles.at(-1) === null)));
    expect(await metric('disk')).toBe('0');
    expect(await intake(key)).toMatchObject({ status: 201 });
    expect(await caseCount()).toBe(kept + 1);
  });

  it('[RL14] tells it once while it lasts, however often the store is tried', async () => {
    const wall = await open(await signInWall());
    disk.fill();
    expect((await reportUntilFull()).said.status).toBe(503);
    await wall.until(() => wall.troubles.length === 2);
    const beats = wall.beats;
    await wall.until(() => wall.beats >= beats + 3);
    expect(wall.troubles, 'tries that fail tell nothing new').toHaveLength(2);
  });
});

describe('a log on a disk that is full', () => {
  it('[RL14] loses words, not the server, and goes on when there is room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wangge-log-'));
    const file = join(folder, 'log');
    const program = `import { createLogger } from '${ROOT}/server/src/platform/logger.ts';
      const log = createLogger('info');
      let n = 0;
      setInterval(() => { log.info({ n: n += 1 }, 'word'); process.stderr.write('.'); }, 5);`;
    const out = openSync(file, 'w');
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program], { stdio: ['ignore', out, 'pipe'] });
    let beats = 0;
    child.stderr?.on('data', (chunk: Buffer) => void (beats += chunk.length));
    const size = (): number => statSync(file).size;
    try {
      await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(0);
      limitFiles(child.pid, 'none');
      const from = beats;
      await expect.poll(() => beats, { timeout: 10_000 }).toBeGreaterThan(from + 100);
      const full = size();
      limitFiles(child.pid, 'plenty');
      await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(full);
      expect(child.exitCode).toBeNull();
    } finally {
      child.kill('SIGKILL');
      closeSync(out);
      rmSync(folder, { recursive: true });
    }
  });
});
