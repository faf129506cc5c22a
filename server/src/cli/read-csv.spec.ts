import { describe, expect, it } from 'vitest';
import { decodeText } from '../platform/csv.ts';
import { parseCsv } from './read-csv.ts';

describe('a CSV file', () => {
  it('gives every row the line on which it begins, quoted line ends and blank lines included', () => {
    const { columns, rows } = parseCsv('a.csv', '\uFEFFname,note\r\n甲,一\r\n\r\n乙,"两\n行"\r\n丙,三\r\n');
    expect(columns).toEqual(['name', 'note']);
    expect(rows.map(({ line, cells }) => [line, cells['name']])).toEqual([[2, '甲'], [4, '乙'], [6, '丙']]);
  });

  it('lists a row with another number of cells and takes the others', () => {
    const { rows, broken } = parseCsv('a.csv', 'a,b\n1,2\n3\n4,5\n');
    expect(rows).toHaveLength(2);
    expect(broken).toEqual([{ line: 3, reason: '应有 2 列，实有 1 列' }]);
  });

  it('refuses a file without a header by its code', () => {
    expect(() => parseCsv('a.csv', '')).toThrow(expect.objectContaining({ code: 'CSV_EMPTY' }));
  });

  it('reads what office programs save in GBK', () => {
    expect(decodeText(Uint8Array.of(0xb4, 0xe5, 0xc9, 0xe7))).toBe('村社');
    expect(decodeText(new TextEncoder().encode('村社'))).toBe('村社');
  });
});
