import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig, silentLogger, startApp, systemClock } from '@wangge/server/app';
import { PARTS, type Part, type StoreContents } from '@wangge/server/store/contents';
import { createMongoContents, openMongo } from '@wangge/server/store/mongo';
import { createSqliteContents, createSqliteDocumentStore, openDatabase } from '@wangge/server/store/sqlite';
import { startMongo } from '../support/mongo/start-mongo.ts';
import { runCli } from '../support/run-cli.ts';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const mongo = await startMongo();
afterAll(() => mongo?.stop());

const AT = Date.now() - 60_000;
const REPORT = { typeCode: 'T1', description: '店外经营', lng: 120.28, lat: 31.8 };

function intake(test: TestApp, key: string): Promise<Answer> {
  return test.anonymous.call('POST', '/api/v1/intake/cases', REPORT, { 'x-api-key': API_KEY, 'idempotency-key': key });
}

async function runStore(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const { code, out, err } = await runCli('store', args);
  return { code, output: out + err };
}

/** What the lines of a run say: part by part its rows and hash. */
function hashesIn(output: string): string[] {
  return [...output.matchAll(/^(\S+)\s+([\d,]+) 行 {2}sha256 ([0-9a-f]{64})/gm)].map((found) => found.slice(1).join(' '));
}

/** The rows of one part, carried by hand. */
async function carrySome(from: StoreContents, to: StoreContents, part: Part, count: number): Promise<void> {
  const view = await from.view();
  for await (const rows of view.read(part)) await to.write(part, rows.slice(0, count));
  await view.release();
}

describe('npm run store', () => {
  let test: TestApp;
  let folder: string;
  let first: Answer;
  const sqlite = (name: string): string => `sqlite:${join(folder, name)}`;
  const source = (): string => `sqlite:${join(test.folder, 'wangge.db')}`;

  function contentsOf(file: string): { contents: StoreContents; close(): void } {
    const [db, tracksDb] = [openDatabase(file), openDatabase(file.replace(/\.db$/, '-tracks.db'))];
    return { contents: createSqliteContents(db, tracksDb), close: () => [db, tracksDb].forEach((one) => one.close()) };
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wangge-carry-'));
    test = await startTestApp();
    first = await intake(test, 'k0');
    await Promise.all([1, 2, 3].map((i) => intake(test, `k${i}`)));
    const id = first.body.id;
    const accept = { action: 'accept', expectedRevision: 1, commandId: 'command-accept', payload: { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' } };
    expect((await test.as('intake').call('POST', `/api/v1/cases/${id}/commands`, accept)).status).toBe(200);
    await test.as('squad0').call('PUT', '/api/v1/duty', { onDuty: true });
    const fixes = Array.from({ length: 30 }, (_, i) => ({ at: AT + i * 1_000, lng: 120.28 + i / 1_000, lat: 31.8 }));
    expect((await test.as('squad0').call('POST', '/api/v1/positions', { fixes })).status).toBe(202);
    await test.app.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    rmSync(test.folder, { recursive: true });
  });

  /** A server goes on with the store as the first one would have. */
  async function goesOn(storeUrl: string): Promise<void> {
    const node = await test.join({ STORE_URL: storeUrl });
    expect(await intake(node, 'k0')).toEqual(first);
    expect((await node.as('dispatcher').call('GET', '/api/v1/cases')).body.total).toBe(4);
    const next = await intake(node, 'k9');
    expect(next.status).toBe(201);
    const { cases } = (await node.as('dispatcher').call('GET', '/api/v1/cases')).body as unknown as { cases: { no: string }[] };
    expect(new Set(cases.map(({ no }) => no)).size).toBe(5);
    const file = { action: 'file', expectedRevision: 2, commandId: 'command-file', payload: {} };
    expect((await node.as('chief').call('POST', `/api/v1/cases/${first.body.id}/commands`, file)).status).toBe(200);
    expect((await node.as('intake').call('GET', `/api/v1/attachments/${test.photo}`)).status).toBe(200);
    const track = (await node.as('dispatcher').call('GET', `/api/v1/units/u0/track?from=${AT}&to=${AT + 60_000}&reason=check`)).body as unknown as { fixes: unknown[] };
    expect(track.fixes).toHaveLength(30);
    await node.close();
  }

  it.skipIf(mongo === undefined)('carries a store to MongoDB and back with equal hashes, and a server goes on with each', async () => {
    const there = mongo!.database(`carry-${randomUUID()}`);
    const [out, back] = [await runStore(['copy', source(), there]), await runStore(['copy', there, sqlite('back.db')])];
    expect([out.code, back.code, out.output, back.output]).toEqual([0, 0, expect.stringContaining('搬完'), expect.stringContaining('搬完')]);
    expect(hashesIn(out.output)).toHaveLength(PARTS.length);
    expect(hashesIn(back.output)).toEqual(hashesIn(out.output));
    expect(await runStore(['verify', source(), sqlite('back.db')])).toMatchObject({ code: 0, output: expect.stringContaining('两个库相同') });
    await goesOn(there);
    await goesOn(sqlite('back.db'));
    const differs = await runStore(['verify', source(), there]);
    expect(differs).toMatchObject({ code: 1, output: expect.stringMatching(/事件.*不同[\s\S]*第一处不同在第 \d+ 行[\s\S]*甲 （没有这一行）[\s\S]*两个库不同/) });
  }, 120_000);

  it.skipIf(mongo === undefined)('goes on where an interrupted copy stopped; until then no server opens the store', async () => {
    const there = mongo!.database(`carry-${randomUUID()}`);
    const from = contentsOf(join(test.folder, 'wangge.db'));
    const { db, close } = await openMongo(there);
    const to = createMongoContents(db);
    const { epoch, release } = await from.contents.view();
    await release();
    await to.begin(epoch);
    await carrySome(from.contents, to, 'events', 3);
    await carrySome(from.contents, to, 'tracks', 10);
    await close();
    from.close();
    const config = readConfig({ PORT: '0', JT808_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', STORE_URL: there }, []);
    await expect(startApp(config, systemClock, silentLogger)).rejects.toThrow('搬运没有做完');
    expect(await runStore(['verify', there, source()])).toMatchObject({ code: 1, output: expect.stringContaining('STORE_UNFINISHED') });
    const { code, output } = await runStore(['copy', source(), there]);
    expect([code, output]).toEqual([0, expect.stringMatching(/从停下处继续[\s\S]*事件.*此前已有 3 行[\s\S]*轨迹.*此前已有 10 行/)]);
    await goesOn(there);
  }, 120_000);

  it('goes over a part again that its source has changed since the copy was interrupted', async () => {
    const [from, to] = [contentsOf(join(test.folder, 'wangge.db')), contentsOf(join(folder, 'target.db'))];
    const { epoch, release } = await from.contents.view();
    await release();
    await to.contents.begin(epoch);
    await carrySome(from.contents, to.contents, 'documents', 1_000);
    [from, to].forEach(({ close }) => close());
    const db = openDatabase(join(test.folder, 'wangge.db'));
    await createSqliteDocumentStore(db).put('account', 'admin', { changed: true });
    db.close();
    expect(await runStore(['copy', source(), sqlite('target.db')])).toMatchObject({ code: 0, output: expect.stringContaining('搬完') });
  }, 90_000);

  it('refuses a target that holds anything else, is in use, or is the source, and writes nothing', async () => {
    const other = await startTestApp();
    const busy = await runStore(['copy', source(), `sqlite:${join(other.folder, 'wangge.db')}`]);
    expect(busy).toMatchObject({ code: 1, output: expect.stringContaining('STORE_BUSY') });
    await other.app.close();
    const occupied = await runStore(['copy', source(), `sqlite:${join(other.folder, 'wangge.db')}`]);
    expect(occupied).toMatchObject({ code: 1, output: expect.stringContaining('STORE_OCCUPIED') });
    const restarted = await other.join();
    expect((await restarted.as('dispatcher').call('GET', '/api/v1/cases')).body.total).toBe(0);
    await restarted.close();
    rmSync(other.folder, { recursive: true });
    expect(await runStore(['copy', source(), source()])).toMatchObject({ code: 1, output: expect.stringContaining('STORE_SAME') });
    expect(await runStore(['copy', sqlite('none.db'), sqlite('target.db')])).toMatchObject({ code: 1, output: expect.stringContaining('STORE_MISSING') });
    expect(await runStore(['copy', 'redis://h', sqlite('target.db')])).toMatchObject({ code: 1, output: expect.stringContaining('STORE_ADDRESS_INVALID') });
    expect(await runStore(['copy', source()])).toMatchObject({ code: 1, output: expect.stringContaining('OPTION_INVALID') });
    expect([existsSync(join(folder, 'none.db')), existsSync(join(folder, 'target.db'))]).toEqual([false, false]);
  }, 90_000);

  it('backs up a store that is in use, and restores the same', async () => {
    const running = await test.join();
    const file = join(folder, 'backup.gz');
    const backup = await runStore(['backup', source(), file]);
    expect([backup.code, hashesIn(backup.output).length]).toEqual([0, PARTS.length]);
    await running.close();
    const restored = await runStore(['restore', file, sqlite('restored.db')]);
    expect([restored.code, hashesIn(restored.output)]).toEqual([0, hashesIn(backup.output)]);
    expect(await runStore(['backup', sqlite('restored.db'), file])).toMatchObject({ code: 1, output: expect.stringContaining('BACKUP_EXISTS') });
    expect(await runStore(['restore', file, sqlite('restored.db')])).toMatchObject({ code: 1, output: expect.stringContaining('STORE_OCCUPIED') });
    await goesOn(sqlite('restored.db'));
  }, 90_000);

  it('refuses a backup that is cut, changed, or none, before it writes anything', async () => {
    const file = join(folder, 'backup.gz');
    await runStore(['backup', source(), file]);
    const whole = readFileSync(file);
    const lines = gunzipSync(whole).toString().split('\n');
    const broken: readonly [string, Buffer, string][] = [
      ['cut', whole.subarray(0, whole.length - 100), 'BACKUP_DAMAGED'],
      ['without its tail', gzipSync(lines.slice(0, -2).join('\n')), 'BACKUP_DAMAGED'],
      ['one row changed', gzipSync(lines.map((line) => line.replace('店外经营', '占道经营')).join('\n')), 'BACKUP_DAMAGED'],
      ['one row less', gzipSync(lines.filter((_, i) => i !== 3).join('\n')), 'BACKUP_DAMAGED'],
      ['not packed', Buffer.from('{}'), 'BACKUP_DAMAGED'],
      ['of something else', gzipSync('{"format":"other"}\n'), 'BACKUP_UNKNOWN'],
    ];
    for (const [name, bytes, code] of broken) {
      const path = join(folder, `${name}.gz`);
      writeFileSync(path, bytes);
      expect([name, await runStore(['restore', path, sqlite('target.db')])]).toEqual([name, { code: 1, output: expect.stringContaining(code) }]);
    }
    expect(existsSync(join(folder, 'target.db'))).toBe(false);
    expect(await runStore(['restore', join(folder, 'none.gz'), sqlite('target.db')])).toMatchObject({ code: 1, output: expect.stringContaining('FILE_UNREADABLE') });
  }, 90_000);
});
