import { describe, expect, it } from 'vitest';
import { isAdmitted } from '@wangge/shared/district';
import { defaultContentOf } from '../lists/default-edition.api.ts';
import { admissionKind } from './admission-kind.api.ts';

const [head = '', ...rows] = admissionKind.defaultText().trimEnd().split('\n');
const anywhere = { hasDepartment: () => true, contentOf: () => undefined };
const at = (column: string): number => head.split(',').indexOf(column);

/** What the default list is refused for with cells of its rows changed, and with rows of one's own below. */
function refusalOf(changes: Readonly<Record<string, Readonly<Record<string, string>>>>, own: readonly string[] = [], context: Parameters<typeof admissionKind.read>[1] = anywhere): string[] {
  const text = [head, ...rows.map((line) => {
    const cells = line.split(',');
    for (const [column, value] of Object.entries(changes[cells[0] ?? ''] ?? {})) cells[at(column)] = value;
    return cells.join(',');
  }), ...own].join('\n');
  return admissionKind.read(text, context).problems.map(({ line, column, reason }) => `${line} ${column} ${reason}`);
}

describe('the list of admissions to the grid', () => {
  it('ships with the 30 duties of a grid and one for public works, each with its funds', () => {
    const list = defaultContentOf(admissionKind);
    expect(list).toHaveLength(31);
    expect(list.filter(({ tasks }) => tasks.includes('patrol'))).toHaveLength(30);
    expect(list.every(({ funding }) => funding !== '')).toBe(true);
  });

  it('[GA3] is refused for a department or type that is not there', () => {
    expect(refusalOf({}, [], { ...anywhere, hasDepartment: (name) => name !== '消防站' })).toEqual(['11 提出部门 没有部门“消防站”', '15 提出部门 没有部门“消防站”']);
    expect(refusalOf({}, [], { ...anywhere, contentOf: () => [{ code: 'Z019' }] })).toContain('4 案件类型 没有案件类型“Z001”');
  });

  it('[GA3] is refused for what a county adds without an approval', () => {
    expect(refusalOf({ ZR02: { 来源: '' } })).toEqual(['3 准入批文 没有准入批文：部门先提出申请，批准后才能列入']);
    expect(refusalOf({ ZR02: { 来源: '', 准入批文: '准〔2027〕2号' } })).toEqual([]);
  });

  it('[GA3] is refused without funds, for an unknown task, and for an end before the beginning', () => {
    expect(refusalOf({ ZR02: { 经费保障: '' } })).toEqual(['3 经费保障 没有经费保障：费随事转，不带经费的事项不准入']);
    expect(refusalOf({ ZR02: { 可派任务: '执法' } })).toEqual(['3 可派任务 应为 巡查、核实、核查 之一']);
    expect(refusalOf({ ZR02: { 失效日期: '2025-12-31' } })).toEqual(['3 失效日期 失效日期早于生效日期']);
  });

  it('[GA3] is refused for a task without what it is for', () => {
    expect(refusalOf({ ZR02: { 网格事务: '' } })).toEqual(['3 网格事务 可派巡查，却没有写明网格事务']);
    expect(refusalOf({ ZR05: { 案件类型: '' } })).toEqual(['6 案件类型 可派核实或核查，却没有写明案件类型']);
  });

  it('[GA3] is refused when the same is admitted twice on one day, not when one period follows the other', () => {
    const again = 'ZR40,出租房再巡查,派出所,巡查,W02,,自筹,,某办法,2026-06-01,,F';
    expect(refusalOf({}, [again])).toEqual(['33 网格事务 “W02”重复准入，第 3 行已有']);
    expect(refusalOf({ ZR02: { 失效日期: '2026-05-31' } }, [again])).toEqual([]);
  });

  it('[GA1] admits a task for its types while it holds, and no other task', () => {
    const list = defaultContentOf(admissionKind).map((item) => ({ ...item, validTo: '2026-06-30' }));
    expect([isAdmitted(list, 'check', 'Z017', '2026-06-30'), isAdmitted(list, 'check', 'Z017', '2026-07-01'), isAdmitted(list, 'verify', 'Z017', '2026-06-30'), isAdmitted(list, 'patrol', 'W06', '2026-06-30')])
      .toEqual([true, false, false, true]);
  });
});
