import { describe, expect, it } from 'vitest';
import { clipLine } from './clip-line.ts';

const BOX = [0, 0, 10, 10] as const;

describe('a line cut at a box', () => {
  it('keeps what lies inside, in as many pieces as it comes back', () => {
    expect(clipLine([[1, 1], [5, 5], [9, 1]], BOX)).toEqual([[[1, 1], [5, 5], [9, 1]]]);
    expect(clipLine([[-5, 5], [15, 5]], BOX)).toEqual([[[0, 5], [10, 5]]]);
    expect(clipLine([[5, 5], [5, 15], [8, 15], [8, 5]], BOX)).toEqual([[[5, 5], [5, 10]], [[8, 10], [8, 5]]]);
    expect(clipLine([[11, 0], [12, 20]], BOX)).toEqual([]);
  });
});
