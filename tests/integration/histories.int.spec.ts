import { describe, expect, it } from 'vitest';
import { proveHistories } from '../prove/loop/histories/prove-histories.ts';

describe('generated histories', () => {
  it('[AP1] [PT10] [PT11] [AP9] [AP12] [AP14] every figure, score and letter of everybody equals a recount from the raw events', async () => {
    const { ok, lines } = await proveHistories(200);
    expect(lines.slice(3)).toEqual(['histories: 0 differences']);
    expect(ok).toBe(true);
  }, 60_000);
});
