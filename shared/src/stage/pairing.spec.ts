import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, CODE_SIGNS, codeFrom, mayPair, readCode } from './index.ts';

const T = 1_000_000;
const wall = { across: 2, down: 1 };
const shown = { code: 'ABCD2345', expiresAt: T + 600_000 };
const tile = { column: 2, row: 1 };
const codeOf = (wish: Partial<Parameters<typeof mayPair>[0]>): string => {
  const answer = mayPair({ shown, wall, tile, wrongs: [], now: T, ...wish });
  return answer.ok ? 'ok' : answer.error.code;
};

describe('a pairing code', () => {
  it('[PR3] has eight signs that nobody mistakes for each other', () => {
    expect(CODE_SIGNS).not.toMatch(/[01OIL]/);
    expect(codeFrom(Uint8Array.from([0, 1, 255, 2, 3, 30, 31, 62, 247]))).toBe('2345Z22Z');
    expect(codeFrom(new Uint8Array(CODE_LENGTH).fill(250))).toBeNull();
  });

  it('[PR3] is read as it was meant', () => {
    expect(['abcd 2345', 'ABCD-2345', 'ＡＢＣＤ２３４５'].map(readCode)).toEqual(['ABCD2345', 'ABCD2345', 'ABCD2345']);
    expect(['ABCD234', 'ABCD23456', 'ABCD0345', ''].map(readCode)).toEqual([null, null, null, null]);
  });

  it('[PR4] is wrong when nobody shows it or its five minutes are over', () => {
    expect(codeOf({})).toBe('ok');
    expect(codeOf({ shown: null })).toBe('PAIRING_CODE_WRONG');
    expect(codeOf({ now: shown.expiresAt })).toBe('PAIRING_CODE_WRONG');
  });

  it('[PR5] is not looked at after five wrong ones within a minute', () => {
    const wrongs = [T - 59_000, T - 40_000, T - 30_000, T - 20_000, T - 10_000];
    expect(codeOf({ wrongs })).toBe('PAIRING_GUESSED');
    expect(codeOf({ wrongs: wrongs.slice(1) })).toBe('ok');
    expect(codeOf({ wrongs, now: T + 1_001 })).toBe('ok');
  });

  it('[PR6] pairs with a tile that the wall has', () => {
    expect(codeOf({ tile: { column: 3, row: 1 } })).toBe('WALL_TILE_OUTSIDE');
    expect(codeOf({ wall: null })).toBe('WALL_UNKNOWN');
  });
});
