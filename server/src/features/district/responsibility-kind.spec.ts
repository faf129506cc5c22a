import { describe, expect, it } from 'vitest';
import { responsibilityKind } from './responsibility-kind.api.ts';

const lines = responsibilityKind.defaultText().trimEnd().split('\n');
const [head = '', ...rows] = lines;
const anywhere = { hasDepartment: () => true, contentOf: () => undefined };

/** The default list with one cell of a row changed, and what it is refused for. */
function refusalOf(change: (cells: string[], no: string) => void, context: Parameters<typeof responsibilityKind.read>[1] = anywhere): string[] {
  const text = [head, ...rows.map((line) => {
    const cells = line.split(',');
    change(cells, cells[0] ?? '');
    return cells.join(',');
  })].join('\n');
  return responsibilityKind.read(text, context).problems.map(({ line, column, reason }) => `${line} ${column} ${reason}`);
}
const at = (column: string): number => head.split(',').indexOf(column);
const set = (no: string, column: string, value: string) => (cells: string[], of: string): void => void (of === no && (cells[at(column)] = value));

describe('the list of shared responsibilities', () => {
  it('ships with 68 items, each with its limit and its basis', () => {
    const { content, problems } = responsibilityKind.read(lines.join('\n'), anywhere);
    expect([content.length, problems]).toEqual([68, []]);
    expect(content.every(({ basis, limit }) => basis !== '' && limit.value > 0)).toBe(true);
  });

  it('[LS7] is refused for a missing limit', () => {
    expect(refusalOf(set('SD01', '办理时限', ''))).toEqual(['2 办理时限 缺少时限']);
  });

  it('[LS7] is refused for a department or type that is not there', () => {
    expect(refusalOf(() => undefined, { ...anywhere, hasDepartment: (name) => name !== '水利站' })).toContain('21 乡镇承办单位 没有部门“水利站”');
    expect(refusalOf(() => undefined, { ...anywhere, contentOf: () => [{ code: 'F001' }] })).toContain('3 案件类型 没有案件类型“E0101”');
  });

  it('[LS7] is refused when a number holds twice on the same day, not when one period follows the other', () => {
    expect(refusalOf(set('SD02', '编号', 'SD01'))).toContain('3 生效日期 SD01 的有效期与第 2 行重叠');
    expect(refusalOf((cells, no) => {
      set('SD05', '失效日期', '2026-06-30')(cells, no);
      set('SD06', '生效日期', '2026-07-01')(cells, no);
      set('SD06', '编号', 'SD05')(cells, no);
    })).toEqual([]);
  });

  it('[LS7] is refused when items send round in a circle, or to nowhere', () => {
    expect(refusalOf(set('SD03', '转查事项', 'SD02'))).toEqual(['3 转查事项 循环转查：SD02 → SD03 → SD02', '4 转查事项 循环转查：SD03 → SD02 → SD03']);
    expect(refusalOf(set('SD03', '转查事项', 'SD99'))).toEqual(['4 转查事项 没有事项“SD99”']);
  });

  it('[LS7] is refused when the township is said to support what it leads', () => {
    expect(refusalOf(set('SD02', '乡镇职责类别', '配合'))).toEqual(['3 乡镇职责类别 主体责任是“镇人民政府”，乡镇职责类别应为主体']);
  });
});
