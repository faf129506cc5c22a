import { describe, expect, it } from 'vitest';
import { endsOf } from './ends-of.ts';

describe('a ranking where not all have room', () => {
  it('is whole where all have', () => {
    expect(endsOf([1, 2, 3], 3)).toEqual({ first: [1, 2, 3], leftOut: 0, last: [] });
  });

  it('keeps both ends, the last the rather', () => {
    expect(endsOf([1, 2, 3, 4, 5, 6, 7], 5)).toEqual({ first: [1, 2], leftOut: 2, last: [5, 6, 7] });
    expect(endsOf([1, 2, 3], 1)).toEqual({ first: [], leftOut: 2, last: [3] });
  });

  it('is empty before it knows its room', () => {
    expect(endsOf([1, 2], 0)).toEqual({ first: [], leftOut: 2, last: [] });
  });
});
