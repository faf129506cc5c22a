import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, dateKey } from '@wangge/shared/base';
import type { DrawDetail, DrawRecord, DrawRowView, DrawsBoard } from '@wangge/shared/draw';
import { runCli } from '../support/run-cli.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let serial = 0;
const day = dateKey(Date.now());
const objects = Array.from({ length: 40 }, (_, i) => `O${100 + i},某店${i},餐饮单位,${'ABCD'[i % 4]},32028110400${1 + (i % 3)},`).join('\n');
const inspectors = [0, 1, 2, 3].map((i) => `${i === 0 ? 'p-squad0' : `p-${i}`},检查员${i},队${i % 2},320281104,Z${i},2099-12-31,`).join('\n');

async function call<T>(account: string, method: string, path: string, body?: object): Promise<{ status: number; body: T & { code?: string; rule?: string } }> {
  return (await app.as(account).call(method, path, body)) as unknown as { status: number; body: T & { code?: string; rule?: string } };
}
const publish = (kind: string, text: string) => call('admin', 'POST', `/api/v1/lists/${kind}/versions`, { version: '甲', effectiveFrom: day, isConfirmed: true, text });
const wishId = (): string => `wish-${String((serial += 1)).padStart(6, '0')}`;
const plan = (more: object = {}) => call<DrawDetail>('chief', 'POST', '/api/v1/draws', { title: '餐饮抽查', itemCodes: ['SJ01', 'SJ05'], drawAt: Date.now() - 1, lastDay: '2099-06-30', commandId: wishId(), ...more });
const act = (account: string, draw: DrawDetail, action: string, payload: object = {}) =>
  call<DrawDetail>(account, 'POST', `/api/v1/draws/${draw.id}/commands`, { action, expectedRevision: draw.revision, commandId: wishId(), payload });

beforeAll(async () => {
  app = await startTestApp();
  expect((await publish('inspection-objects', `编码,名称,类别,信用等级,村社编码,有关单位\n${objects}`)).status).toBe(201);
  expect((await publish('inspectors', `人员编码,姓名,单位,辖区编码,执法证号,有效期至,回避对象\n${inspectors}`)).status).toBe(201);
});
afterAll(() => app.close());

describe('a draw over HTTP', () => {
  it('[DR3] publishes a commitment, draws, recuses, records and makes public; the seed is nowhere before', async () => {
    const { body: planned } = await plan();
    expect(planned).toMatchObject({ state: 'planned', allowed: ['commit', 'cancel'] });
    const { body: committed } = await act('chief', planned, 'commit');
    expect(committed).toMatchObject({ state: 'committed', seed: null, poolObjects: 40, poolInspectors: 4 });
    const before = (await call<DrawRecord>('leader', 'GET', `/api/v1/draws/${planned.id}/record`)).body;
    expect(before).toMatchObject({ seed: null, commitment: committed.commitment, slots: [] });
    const { body: drawn } = await act('chief', committed, 'draw');
    expect(drawn.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(drawn.drawn.length).toBeGreaterThanOrEqual(4);
    expect(drawn.drawn.every(({ inspectors: team }) => team.length === 2)).toBe(true);

    const own = drawn.drawn.find(({ inspectors: team }) => team.some(({ code }) => code === 'p-squad0'));
    const { body: checking } = await act('chief', drawn, 'assign');
    const other = checking.drawn.find((o) => o !== own && o.objectCode !== own?.objectCode)!;
    const leaving = other.inspectors.find(({ code }) => code !== 'p-squad0')!;
    const { body: recused } = await act('chief', checking, 'recuse', { objectCode: other.objectCode, inspectorCode: leaving.code, reason: '亲属经营' });
    const stepped = recused.drawn.find(({ objectCode }) => objectCode === other.objectCode)!.inspectors.find(({ steppedInFor }) => steppedInFor === leaving.name);
    expect(stepped?.code).not.toBe(leaving.code);
    let current = recused;
    for (const { objectCode } of recused.drawn) {
      const answer = await act('chief', current, 'record', { objectCode, outcome: objectCode === other.objectCode ? 'problem' : 'no-problem', note: '现场检查' });
      expect(answer.status).toBe(200);
      current = answer.body;
    }
    expect(current.state).toBe('checked');
    const { body: done } = await act('chief', current, 'publish');
    expect(done).toMatchObject({ state: 'published', figures: { problems: 1, late: 0, inTime: done.drawn.length } });
    const { body: { board } } = await call<{ board: DrawsBoard }>('leader', 'GET', '/api/v1/boards/draws');
    expect(board).toMatchObject({ current: { id: planned.id }, year: { draws: 1, problems: 1 } });
  });

  it('[DR4] refuses a draw before its moment and names the rule; nobody beside the organisers plans one', async () => {
    const { body: planned } = await plan({ drawAt: Date.now() + DAY_MS });
    const { body: committed } = await act('chief', planned, 'commit');
    expect(await act('chief', committed, 'draw')).toMatchObject({ status: 409, body: { code: 'DRAW_TOO_EARLY', rule: 'DR4' } });
    expect((await call('dispatcher', 'POST', '/api/v1/draws', { title: 'x', itemCodes: ['SJ01'], drawAt: 1, lastDay: day, commandId: wishId() })).status).toBe(403);
    expect((await plan({ itemCodes: ['SJ99'] })).body.code).toBe('DRAW_ITEM_UNKNOWN');
    expect(await act('chief', planned, 'commit')).toMatchObject({ status: 409, body: { code: 'OBJECT_REVISION_CONFLICT' } });
  });

  it('keeps a draw from those whose area it is not', async () => {
    const { body: { draws } } = await call<{ draws: DrawRowView[] }>('village-commander', 'GET', '/api/v1/draws');
    expect(draws).toEqual([]);
    const { body: all } = await call<{ draws: DrawRowView[] }>('leader', 'GET', '/api/v1/draws');
    expect((await call('village-commander', 'GET', `/api/v1/draws/${all.draws[0]!.id}`)).status).toBe(404);
  });

  it('[DR11] is run again by somebody else from the file alone', async () => {
    const { body: { draws } } = await call<{ draws: DrawRowView[] }>('leader', 'GET', '/api/v1/draws');
    const { body: record } = await call<DrawRecord>('leader', 'GET', `/api/v1/draws/${draws.find(({ state }) => state === 'published')!.id}/record`);
    const file = join(app.folder, 'record.json');
    writeFileSync(file, JSON.stringify(record));
    const same = await runCli('draw', ['verify', file]);
    expect(same).toMatchObject({ code: 0, out: expect.stringContaining('相同') });
    writeFileSync(file, JSON.stringify({ ...record, slots: record.slots.map((s, i) => (i === 0 ? { ...s, inspectorCodes: [...s.inspectorCodes].reverse() } : s)) }));
    expect(await runCli('draw', ['verify', file])).toMatchObject({ code: 1, out: expect.stringContaining('名单第 1 户') });
    writeFileSync(file, '{}');
    expect(await runCli('draw', ['verify', file])).toMatchObject({ code: 1, err: expect.stringContaining('RECORD_INVALID') });
  });
});

describe('the registers', () => {
  it('refuse a register whole, with line and column', async () => {
    const refused = await call<{ problems: { line: number; column: string }[] }>('admin', 'POST', '/api/v1/lists/inspection-objects/versions', {
      version: '乙', effectiveFrom: day, isConfirmed: true, text: '编码,名称,类别,信用等级,村社编码,有关单位\nO1,某店,餐饮单位,E,320281104001,\nO2,某店,飞船,A,320281104001,\n',
    });
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ line: 2, column: '信用等级' }, { line: 3, column: '类别' }] } });
  });
});
