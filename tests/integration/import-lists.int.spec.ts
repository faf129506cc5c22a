import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteDocumentStore, openDatabase } from '@wangge/server/store/sqlite';
import { dateKey } from '@wangge/shared/base';
import { SMALL_DISTRICT } from '../fixtures/small-district.ts';
import { runCli, type CliResult } from '../support/run-cli.ts';

const ADMISSIONS = '编码,事项,提出部门,可派任务,网格事务,案件类型,经费保障,准入批文,依据,生效日期,失效日期,来源';
const DUTIES = '编码,事项,目的,频次,仅工作日,完成标准,承担岗位,依据,来源';

/** Each import is a process of its own. */
const PATIENCE_MS = 120_000;
/** A data directory with a small district, copied for each test. */
const template = mkdtempSync(join(tmpdir(), 'wangge-import-lists-'));
let dir: string;
const bring = (...args: string[]): Promise<CliResult> => runCli('import', ['--data-dir', join(dir, 'data'), ...args]);
const put = (name: string, ...lines: string[]): string => {
  writeFileSync(join(dir, name), `${lines.join('\n')}\n`);
  return join(dir, name);
};

/** The names of the editions of a list that the store holds. */
async function editionsOf(kind: string): Promise<string[]> {
  const db = openDatabase(join(dir, 'data', 'wangge.db'));
  const kept = await createSqliteDocumentStore(db).list<{ version: string; effectiveFrom: string; isConfirmed: boolean; documentNo: string }>(`list/${kind}`);
  db.close();
  return kept.map(({ value: { version, effectiveFrom, isConfirmed, documentNo } }) => [version, effectiveFrom, isConfirmed ? '已确认' : '默认值', documentNo].filter(Boolean).join(' '));
}

beforeAll(async () => {
  dir = template;
  for (const [name, text] of Object.entries(SMALL_DISTRICT)) writeFileSync(join(dir, name), text);
  expect((await bring('--district', dir)).code).toBe(0);
}, PATIENCE_MS);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wangge-import-lists-'));
  cpSync(join(template, 'data'), join(dir, 'data'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
afterAll(() => rmSync(template, { recursive: true, force: true }));

describe('importing a list', () => {
  it('publishes an edition from its day on and says what became different', async () => {
    const file = put('准入.csv', ADMISSIONS, 'ZR01,人口采集,派出所,巡查,W01,,派出所随事划转,准〔2027〕1号,某办法,2027-01-01,,Q');
    const { code, out } = await bring('--list', 'grid-admissions', file, '--from', '2027-01-01', '--edition', '2027版', '--document', '准〔2027〕1号');
    expect([code, out]).toEqual([0, expect.stringContaining('准入.csv → 网格事务准入清单：1 条：新增 0，修改 1，删除 30；版本 2027版，自 2027-01-01 起生效')]);
    expect(await editionsOf('grid-admissions')).toEqual(expect.arrayContaining(['默认值-2026.1 2000-01-01 默认值', '2027版 2027-01-01 已确认 准〔2027〕1号']));
  }, PATIENCE_MS);

  it('[LS2] refuses it whole with the lines of all problems, and keeps nothing', async () => {
    const file = put('准入.csv', ADMISSIONS, 'ZR01,人口采集,派出所,巡查,W01,,,,某办法,2027-01-01,,F', 'ZR02,核查,派出所,核查,,Z999,自筹,,某办法,2027-01-01,,F', 'ZR03,巡查,外星局,巡查,W02,,自筹,,某办法,2027-01-01,,F');
    const { code, out, err } = await bring('--list', '网格事务准入清单', file);
    expect([code, err]).toEqual([1, expect.stringMatching(/^LIST_REFUSED [^\n]*3 处问题[^\n]*\n$/)]);
    for (const line of ['准入.csv:2 经费保障 没有经费保障', '准入.csv:3 案件类型 没有案件类型“Z999”', '准入.csv:4 提出部门 没有部门“外星局”']) expect(out).toContain(line);
    expect(await editionsOf('grid-admissions')).toEqual([]);
  }, PATIENCE_MS);

  it('takes several lists together, each after those it refers to, or none of them', async () => {
    const admissions = put('a.csv', ADMISSIONS, 'ZR01,新事,派出所,巡查,W90,,派出所随事划转,准1号,某办法,2026-01-01,,Q');
    const good = put('d.csv', DUTIES, 'W90,新事,目的,每月1次,否,记录,网格员,,Q');
    expect((await bring('--list', 'grid-duties', good)).err).toMatch(/^LIST_REFUSED/);
    const bad = put('e.csv', DUTIES, 'W91,另事,目的,每月1次,否,记录,网格员,,Q');
    expect((await bring('--list', 'grid-admissions', admissions, '--list', 'grid-duties', bad)).out).toContain('e.csv:2 编码 网格事务准入清单没有准入“W91 另事”');
    expect(await editionsOf('grid-admissions')).toEqual([]);
    expect((await bring('--list', 'grid-duties', good, '--list', 'grid-admissions', admissions)).code).toBe(0);
    expect(await editionsOf('grid-duties')).toContain(`${dateKey(Date.now())}导入 ${dateKey(Date.now())} 已确认`);
  }, PATIENCE_MS);

  it('writes nothing in a dry run', async () => {
    const file = put('a.csv', ADMISSIONS, 'ZR01,新事,派出所,巡查,W90,,派出所随事划转,准1号,某办法,2026-01-01,,Q');
    expect((await bring('--list', 'grid-admissions', file, '--dry-run')).out).toContain('只检查，没有写入');
    expect(await editionsOf('grid-admissions')).toEqual([]);
  }, PATIENCE_MS);

  it('stops with one coded sentence at a list nobody knows and where no district is', async () => {
    const file = put('a.csv', ADMISSIONS);
    expect((await bring('--list', 'no-such-list', file)).err).toMatch(/^LIST_KIND_UNKNOWN 没有清单“no-such-list”[^\n]*responsibility-items（属地管理事项清单）[^\n]*\n$/);
    expect((await runCli('import', ['--data-dir', join(dir, 'empty'), '--list', 'grid-admissions', file])).err).toMatch(/^DISTRICT_MISSING/);
  }, PATIENCE_MS);
});
