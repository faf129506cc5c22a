import { describe, expect, it } from 'vitest';
import { plainCell } from './plain-cell.ts';

describe('[BF6] a text for a cell', () => {
  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('is made plain where it begins like a formula: %j', (text) => {
    expect(plainCell(text)).toBe(`'${text}`);
  });

  it.each(['河道侵占', '1+1=2', '', "'=1"])('stays as it is otherwise: %j', (text) => {
    expect(plainCell(text)).toBe(text);
  });
});
