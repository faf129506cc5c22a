import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, silentLogger, startApp, systemClock, type App } from '@wangge/server/app';
import { SMALL_DISTRICT } from '../fixtures/small-district.ts';
import { runCli, type CliResult } from '../support/run-cli.ts';

const TICKETS = `rec_id,create_time,event_property,source,event_type,main_type,sub_type,district,street,community
1,2018-02-08 09:00:00,投诉,12345,市容环卫,占道经营,无照经营游商,某市,某镇,甲村
2,2018-02-08 09:20:00,投诉,12345,市容环卫,垃圾问题,暴露垃圾,某市,某镇,乙社区
3,2018-02-08 10:00:00,投诉,12345,市容环卫,垃圾问题,暴露垃圾,某市,某镇,
4,someday,投诉,12345,市容环卫,垃圾问题,暴露垃圾,某市,某镇,甲村
5,2018-02-08 11:00:00,投诉,12345,市容环卫,垃圾问题,暴露垃圾,某市,某镇,丙村
`;
const FLEET = `time,device,lat,lon
2026-11-16T00:00:00+08:00,SF001,37.77,-122.42
2026-11-16T00:01:00+08:00,SF001,37.775,-122.42
2026-11-16T00:02:00+08:00,SF001,37.78,-122.42
2026-11-16T00:01:00+08:00,SF999,37.77,-122.42
`;

let dir: string;
let app: App;
const path = (name: string): string => join(dir, name);
const replay = (...args: string[]): Promise<CliResult> => runCli('replay', ['--url', app.address.http, '--jt808', String(app.address.jt808), '--speed', '100000', ...args], { DATA_DIR: path('data') });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'wangge-replay-'));
  for (const [name, text] of Object.entries({ ...SMALL_DISTRICT, 'tickets.csv': TICKETS, 'fleet.csv': FLEET })) writeFileSync(path(name), text);
  const files = Object.keys(SMALL_DISTRICT).flatMap((name) => ['--district', path(name)]);
  expect((await runCli('import', ['--data-dir', path('data'), ...files])).code).toBe(0);
  app = await startApp(readConfig({ PORT: '0', JT808_PORT: '0', DATA_DIR: path('data') }, []), systemClock, silentLogger);
}, 30_000);
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true, force: true });
});

async function read<T>(url: string): Promise<T> {
  const { accounts } = JSON.parse(readFileSync(path('data/demo-accounts.json'), 'utf8')) as { accounts: { account: string; password: string }[] };
  const { account, password } = accounts.find((known) => known.account === 'paiqian') ?? { account: '', password: '' };
  const signedIn = await fetch(`${app.address.http}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account, password }) });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return (await (await fetch(`${app.address.http}${url}`, { headers: { cookie } })).json()) as T;
}

describe('replaying files', () => {
  it('brings tickets in by their village, lists the rows it cannot use, and doubles nothing when run again', async () => {
    const first = await replay('--tickets', path('tickets.csv'));
    expect(first.code).toBe(0);
    expect(first.out).toContain('tickets.csv:4 “community”列是空的，没有位置');
    expect(first.out).toContain('tickets.csv:5 “create_time”列的“someday”不是');
    expect(first.out).toContain('tickets.csv:6 辖区里没有“丙村”');
    expect(first.out).toContain('诉求 受理 2 件，未用 3 行');
    const { cases } = await read<{ cases: { typeCode: string; villageCode: string; source: string }[] }>('/api/v1/cases');
    expect(cases.map(({ typeCode, villageCode, source }) => [typeCode, villageCode, source]).sort()).toEqual([
      ['E0102', '320281104002', '12345'], ['E0501', '320281104001', '12345'],
    ]);
    expect((await replay('--tickets', path('tickets.csv'))).out).toContain('诉求 受理 2 件（其中 2 件此前已受理，未重复）');
    expect((await read<{ total: number }>('/api/v1/cases')).total).toBe(2);
  });

  it('plays a fleet as terminals: times whole and shifted together, places around the district, strangers listed', async () => {
    const { code, out } = await replay('--fleet', path('fleet.csv'));
    expect([code, out]).toEqual([0, expect.stringContaining('定位 1 台终端 送出 3 点，未用 1 行')]);
    expect(out).toContain('fleet.csv:5 终端号 14400000999 不在服务的白名单里');
    const { fixes } = await read<{ fixes: { at: number; lng: number; lat: number; speedKmh: number }[] }>(`/api/v1/units/u1/track?from=0&to=${Date.now() + 60_000}&reason=check`);
    expect(fixes.map(({ at }) => at - (fixes[0]?.at ?? 0))).toEqual([0, 60_000, 120_000]);
    expect(fixes[2]?.at).toBeLessThanOrEqual(Date.now());
    expect(fixes.map(({ lng, lat }) => [lng, lat])).toEqual([[120.25, 31.75], [120.25, 31.755], [120.25, 31.76]]);
    expect(fixes[1]?.speedKmh).toBeCloseTo(33.4, 1);
  });

  it('stops at wrong columns with one coded sentence before anything is sent', async () => {
    writeFileSync(path('wrong.csv'), TICKETS.replace('community', 'village'));
    const { code, out, err } = await replay('--tickets', path('wrong.csv'), '--fleet', path('fleet.csv'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^CSV_COLUMN_MISSING wrong\.csv 缺少“community”列[^\n]*\n$/);
  });

  it('takes another file by a mapping of its own, with coordinates', async () => {
    writeFileSync(path('own.csv'), 'when,what,x,y\n2026/1/2 9:05,路灯坏了,120.22,31.72\n2026/1/2 9:06,太远了,121.9,31.72\n');
    writeFileSync(path('own.json'), JSON.stringify({
      kind: 'tickets', name: '自有', time: { column: 'when', format: 'YYYY/M/D H:mm' }, place: { lng: 'x', lat: 'y', datum: 'GCJ02' },
      fields: { typeCode: { constant: 'C0121' }, description: { column: 'what' }, source: { constant: '网格上报' } },
    }));
    const { out } = await replay('--tickets', path('own.csv'), '--mapping', path('own.json'));
    expect(out).toContain('own.csv:3 CASE_OUTSIDE_DISTRICT');
    expect(out).toContain('诉求 受理 1 件，未用 1 行');
  });

  it('says in one sentence that no server answers', async () => {
    const { code, err } = await runCli('replay', ['--tickets', path('tickets.csv'), '--url', 'http://127.0.0.1:9'], { DATA_DIR: path('data') });
    expect([code, err]).toEqual([1, expect.stringMatching(/^SERVER_UNREACHABLE [^\n]+\n$/)]);
  });
});
