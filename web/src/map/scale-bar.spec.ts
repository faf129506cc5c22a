import { describe, expect, it } from 'vitest';
import { scaleBar } from './scale-bar.ts';

describe('scaleBar', () => {
  it('takes the longest round length that fits', () => {
    expect(scaleBar(10, 120)).toEqual({ lengthM: 1_000, widthPx: 100 });
    expect(scaleBar(10, 99)).toEqual({ lengthM: 500, widthPx: 50 });
    expect(scaleBar(17.5, 120)).toMatchObject({ lengthM: 2_000 });
    expect(scaleBar(0.3, 120)).toMatchObject({ lengthM: 20 });
  });
});
