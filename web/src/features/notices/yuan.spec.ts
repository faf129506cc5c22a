import { describe, expect, it } from 'vitest';
import { readYuan, yuanText } from './yuan.ts';

describe('amounts of 财务公开', () => {
  it.each([['12,345.6', 1_234_560], ['１２．５', 1_250], ['', 0], ['-300', -30_000], ['0.29', 29]])('[VC8] reads %s as fen', (typed, fen) => {
    expect(readYuan(typed)).toBe(fen);
  });

  it.each(['12元', '1.234', '-', '.', '1e5'])('[VC8] takes %s for no amount', (typed) => {
    expect(readYuan(typed)).toBeNull();
  });

  it('[VC8] writes fen out', () => {
    expect([1_234_560, 5, -30_000].map(yuanText)).toEqual(['12,345.60', '0.05', '-300.00']);
  });
});
