import { describe, expect, it } from 'vitest';
import { columnOrder, compareTables, differenceOf, tableOf, type EditionTable } from './edition-table.ts';
import type { EditionContent } from './lists.commands.ts';

const columns = ['编号', '单位', '时限'];
const table = (...rows: string[][]): EditionTable => ({ columns, rows });
const brief = (after: EditionTable, before: EditionTable | null): string[] => compareTables(after, before).map(({ cells, change, before: was }) => [change, cells[0], ...was.values()].join(' '));

describe('two editions of a list', () => {
  it('shows a row that changed with what stood there, and rows that came and went', () => {
    const before = table(['1', '城管', '3工作日'], ['2', '水利', '5工作日'], ['3', '环卫', '1工作日']);
    const after = table(['1', '城管', '3工作日'], ['2', '河长办', '5工作日'], ['4', '交通', '2工作日']);
    expect(brief(after, before)).toEqual(['same 1', 'changed 2 水利', 'added 4', 'removed 3']);
  });

  it('takes a row given twice as twice, and columns in another order as the same', () => {
    const before: EditionTable = { columns: ['编号', '时限', '单位'], rows: [['1', '3工作日', '城管'], ['1', '4工作日', '城管']] };
    expect(brief(table(['1', '城管', '4工作日'], ['1', '城管', '3工作日'], ['1', '城管', '3工作日']), before)).toEqual(['same 1', 'same 1', 'added 1']);
  });

  it('shows what changed beside what a row is known by, before the columns that stayed', () => {
    const wide = (...cells: string[]): EditionTable => ({ columns: ['编号', '领域', '事项', '单位', '依据', '时限'], rows: [cells] });
    const rows = compareTables(wide('1', '市容', '垃圾', '城管', '条例', '3日'), wide('1', '市容', '垃圾', '城管', '条例', '5日'));
    expect(columnOrder(wide().columns, rows)).toEqual([0, 1, 2, 5, 3, 4]);
    expect(differenceOf(rows)).toEqual([{ change: 'added', n: 0 }, { change: 'changed', n: 1 }, { change: 'removed', n: 0 }]);
  });

  it('compares with nothing', () => {
    expect(brief(table(['1', '城管', '3工作日']), null)).toEqual(['same 1']);
  });

  it('shows settings as paths and values', () => {
    const edition = { columns: [], text: '{"undoMs": 10, "steps": {"filed": {"value": 1}}, "days": [1, 2]}' } as unknown as EditionContent;
    expect(tableOf(edition, ['项', '值'])).toEqual({ columns: ['项', '值'], rows: [['undoMs', '10'], ['steps.filed.value', '1'], ['days', '1、2']] });
  });
});
