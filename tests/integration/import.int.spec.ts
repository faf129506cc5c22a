import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig, silentLogger, startApp, systemClock } from '@wangge/server/app';
import { SMALL_DISTRICT } from '../fixtures/small-district.ts';
import { runCli } from '../support/run-cli.ts';

let dir: string;
const dataDir = (): string => join(dir, 'data');
const bring = (...args: string[]): ReturnType<typeof runCli> => runCli('import', ['--data-dir', dataDir(), ...args]);
const put = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wangge-import-'));
  for (const [name, text] of Object.entries(SMALL_DISTRICT)) put(name, text);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const start = (): ReturnType<typeof startApp> =>
  startApp(readConfig({ PORT: '0', JT808_PORT: '0', DATA_DIR: dataDir() }, []), systemClock, silentLogger);

describe('importing a district', () => {
  it('gives the next start its villages, teams, terminals and accounts', async () => {
    const { code, out } = await bring('--district', dir);
    expect([code, out]).toEqual([0, expect.stringContaining('村社 2（示意边界 2），网格 2')]);
    const file = join(dataDir(), 'demo-accounts.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { accounts, wallKey } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: { account: string; password: string }[]; wallKey: string };
    expect(accounts.map(({ account }) => account)).toEqual(['admin', 'auditor', 'paiqian', 'duizhang']);

    const app = await start();
    try {
      const post = (path: string, body: object): Promise<Response> => fetch(`${app.address.http}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect((await post('/api/v1/session/wall', { key: wallKey })).status).toBe(200);
      const signedIn = await post('/api/v1/session', { account: 'paiqian', password: accounts[2]?.password });
      const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const district = (await (await fetch(`${app.address.http}/api/v1/district`, { headers: { cookie } })).json()) as { town: string; isDemo: boolean; teams: { id: string }[] };
      expect(district).toMatchObject({ town: '某镇', isDemo: false, teams: [{ id: 't1' }] });
      const locked = await bring('--district', dir);
      expect([locked.code, locked.err]).toEqual([1, expect.stringContaining('STORE_LOCKED')]);
    } finally {
      await app.close();
    }
  });

  it('reports rows it cannot use with file and line, and takes the others', async () => {
    put('units.csv', `${SMALL_DISTRICT['units.csv']}u2,二车,vehicle,无此组,\nu3,三车,boat,,\n`);
    const { code, out } = await bring('--district', dir);
    expect(code).toBe(0);
    expect(out).toContain('units.csv:3 team 没有队伍“无此组”');
    expect(out).toContain('units.csv:4 kind 应为 vehicle、person 之一');
    expect(out).toContain('未载入 2 条');
  });

  it('stops at wrong columns with one coded sentence and stores nothing', async () => {
    put('people.csv', 'person_code,name,post,role\np1,甲,派遣员,dispatcher\n');
    const { code, out, err } = await bring('--district', dir);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^CSV_COLUMN_UNKNOWN people\.csv 有不认识的列“role”[^\n]*\n$/);
    expect(existsSync(dataDir())).toBe(false);
  });

  it('writes nothing in a dry run', async () => {
    const { code, out } = await bring('--district', dir, '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('没有写入')]);
    expect(existsSync(dataDir())).toBe(false);
    expect((await bring('--types', put('types.csv', 'code,name\n'))).err).toMatch(/^CSV_COLUMN_UNKNOWN types\.csv/);
  });

  it('keeps passwords and what it is not given when it is run again', async () => {
    await bring('--district', dir);
    const file = join(dataDir(), 'demo-accounts.json');
    const before = readFileSync(file, 'utf8');
    const people = put('more-people.csv', `${SMALL_DISTRICT['people.csv']}p3,丙某,受理员,intake,,shouli\n`);
    const { code, out } = await bring('--people', people);
    expect([code, out]).toEqual([0, expect.stringContaining('队伍 1，设备 1（终端 1），人员 3')]);
    expect(out).toMatch(/shouli\s+\S+/);
    expect(out).not.toContain('paiqian');
    type Kept = { wallKey: string; accounts: { account: string; password: string }[] };
    const [old, now] = [JSON.parse(before) as Kept, JSON.parse(readFileSync(file, 'utf8')) as Kept];
    expect(now.wallKey).toBe(old.wallKey);
    expect(now.accounts.slice(0, 4)).toEqual(old.accounts);
    expect(now.accounts[4]?.account).toBe('shouli');
  });
});
