import { describe, expect, it } from 'vitest';
import { RateCeiling } from './rate-ceiling.ts';

describe('RateCeiling', () => {
  it('asks for no pause up to one saved second', () => {
    const ceiling = new RateCeiling(100, 0);
    expect(ceiling.spend(100, 0)).toBe(0);
    expect(ceiling.spend(50, 500)).toBe(0);
  });

  it('asks for the pause that brings the average back', () => {
    const ceiling = new RateCeiling(100, 0);
    expect(ceiling.spend(300, 0)).toBe(2_000);
    expect(ceiling.spend(0, 2_000)).toBe(0);
  });

  it('saves no more than one second, and takes a clock that goes back for one that stands', () => {
    const ceiling = new RateCeiling(100, 10_000);
    expect(ceiling.spend(0, 5_000)).toBe(0);
    expect(ceiling.spend(200, 60_000)).toBe(1_000);
  });
});
