import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../../store/document-store.ts';
import { createListsApi } from './create-lists.ts';
import { csvKind, repeated, unknownDepartments } from './csv-kind.api.ts';
import { jsonKind } from './json-kind.api.ts';
import { cell } from './list-cells.api.ts';
import type { NewEdition } from './lists.api.ts';

const TODAY = Date.parse('2026-01-05T09:00:00+08:00');
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'wangge-lists-'));
  writeFileSync(join(dir, 'duties.csv'), '编号,部门,时限\nD1,无此部门,3工作日\n');
  writeFileSync(join(dir, 'weights.json'), '{ "weight": 2 }');
});
afterAll(() => rmSync(dir, { recursive: true }));

function documents(): DocumentStore {
  const kept = new Map<string, string>();
  const prefix = (kind: string): string => `${kind} `;
  return {
    get: async <T>(kind: string, id: string) => JSON.parse(kept.get(prefix(kind) + id) ?? 'null') as T | null,
    list: async <T>(kind: string) => [...kept].filter(([key]) => key.startsWith(prefix(kind))).map(([id, value]) => ({ id, value: JSON.parse(value) as T })),
    put: async (kind, id, value) => void kept.set(prefix(kind) + id, JSON.stringify(value)),
    remove: async (kind, id) => void kept.delete(prefix(kind) + id),
  };
}

const duties = () => csvKind({
  kind: 'duties', name: '职责', file: join(dir, 'duties.csv'), columns: { no: '编号', department: '部门', limit: '时限' },
  row: z.object({ no: cell.text, department: cell.text, limit: cell.limit }),
  check: (rows, context) => [...repeated(rows, '编号', ({ no }) => no), ...unknownDepartments(rows, '部门', ({ department }) => [department], context)],
});
const weights = () => jsonKind({ kind: 'weights', name: '权重', file: join(dir, 'weights.json'), schema: z.strictObject({ weight: z.number().positive('应大于 0') }) });

const given = (store = documents()) => createListsApi(store, [duties(), weights()], { hasDepartment: (name) => name === '水利站' });
const edition = (text: string, more: Partial<NewEdition> = {}): NewEdition => ({ version: 'v1', effectiveFrom: '2026-01-05', documentNo: '', isConfirmed: true, text, ...more });
const GOOD = '编号,部门,时限\nD1,水利站,4工作时\n';

describe('lists', () => {
  it('[LS4] hold their default edition, unconfirmed, until there is another', async () => {
    const lists = await given();
    expect(lists.inForce(duties(), TODAY)).toMatchObject({ isConfirmed: false, content: [{ no: 'D1', limit: { value: 3, unit: 'work_day' } }] });
    await lists.publish('duties', edition(GOOD, { effectiveFrom: '2026-01-06' }), '甲', TODAY);
    expect(lists.inForce(duties(), TODAY).isConfirmed).toBe(false);
    expect(lists.inForce(duties(), TODAY + 86_400_000)).toMatchObject({ version: 'v1', isConfirmed: true, content: [{ department: '水利站', limit: { value: 4, unit: 'work_hour' } }] });
  });

  it('say what they mean by default of what lists have said only since they were made', async () => {
    const store = documents();
    await (await given(store)).publish('weights', edition('{ "weight": 5 }'), '甲', TODAY);
    const later = jsonKind({ kind: 'weights', name: '权重', file: join(dir, 'weights.json'), schema: z.strictObject({ weight: z.number(), minutes: z.array(z.number()).default([]) }) });
    const lists = await createListsApi(store, [later], { hasDepartment: () => false });
    expect(lists.inForce(later, TODAY)).toMatchObject({ version: 'v1', content: { weight: 5, minutes: [] } });
  });

  it('[LS2] are refused whole, with line, column and reason of each problem', async () => {
    const lists = await given();
    const refused = await lists.publish('duties', edition('\uFEFF编号,部门,时限\nD1,水利站,4工作时\nD1,水利站,\nD2,水利局,5工作日\nD3,水利站\n'), '甲', TODAY);
    expect(refused).toEqual({ ok: false, error: { code: 'LIST_REFUSED', problems: [
      { line: 3, column: '时限', reason: '缺少时限' },
      { line: 4, column: '部门', reason: '没有部门“水利局”' },
      { line: 5, column: '', reason: '应有 3 列，实有 2 列' },
    ] } });
    expect(lists.versions('duties')).toHaveLength(1);
  });

  it('[LS2] name what is wrong with the header', async () => {
    const refused = await (await given()).publish('duties', edition('编号,科室,时限\n'), '甲', TODAY);
    expect(!refused.ok && refused.error.problems).toEqual([{ line: 1, column: '部门', reason: '缺少这一列' }, { line: 1, column: '科室', reason: '不认识这一列' }]);
  });

  it('[LS2] kept as settings name the line of a value as well', async () => {
    const lists = await given();
    const refused = await lists.publish('weights', edition('{\n\n  "weight": 0\n}'), '甲', TODAY);
    expect(!refused.ok && refused.error.problems).toEqual([{ line: 3, column: 'weight', reason: '应大于 0' }]);
    const broken = await lists.publish('weights', edition('{\n "weight": 1,,\n}'), '甲', TODAY);
    expect(!broken.ok && broken.error.problems[0]).toMatchObject({ line: 2, reason: '不是合法的 JSON' });
  });

  it('[LS3] neither change the past nor take a name twice, not even at the same moment', async () => {
    const lists = await given();
    const past = await lists.publish('duties', edition(GOOD, { effectiveFrom: '2026-01-04' }), '甲', TODAY);
    expect(!past.ok && past.error.problems[0]).toMatchObject({ line: 0, column: '生效日期' });
    const both = await Promise.all([lists.publish('duties', edition(GOOD), '甲', TODAY), lists.publish('duties', edition(GOOD), '乙', TODAY)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('stand as they were after a restart', async () => {
    const store = documents();
    await (await given(store)).publish('duties', edition(GOOD), '甲', TODAY);
    const lists = await given(store);
    expect(lists.versions('duties').map(({ version }) => version)).toEqual(['默认值-2026.1', 'v1']);
    expect(lists.textOf('duties', 'v1')).toBe(GOOD);
  });
});
