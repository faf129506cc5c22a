import { describe, expect, it } from 'vitest';
import { jointBands } from './joints.ts';

const middles = (bands: ReturnType<typeof jointBands>, isUpright: boolean): number[] =>
  bands.filter(({ top, bottom, left, right }) => (isUpright ? bottom - top > right - left : right - left > bottom - top)).map((band) => (isUpright ? (band.left + band.right) / 2 : (band.top + band.bottom) / 2));

describe('joints', () => {
  it('are unknown on a single screen', () => {
    expect(jointBands({ shape: 'wide', widthPx: 1920, heightPx: 1080, uPx: 1, cells: null })).toEqual([]);
  });

  it('lie at multiples of 960 units and half the height on a broad wall', () => {
    const bands = jointBands({ shape: 'broad', widthPx: 5760, heightPx: 2160, uPx: 2, cells: null });
    expect(middles(bands, true)).toEqual([1920, 3840]);
    expect(middles(bands, false)).toEqual([1080]);
    expect(bands[0]).toMatchObject({ left: 1904, right: 1936 });
  });

  it('follow the screens the address names', () => {
    const bands = jointBands({ shape: 'wide', widthPx: 3840, heightPx: 2160, uPx: 2, cells: { across: 2, down: 2 } });
    expect(middles(bands, true)).toEqual([1920]);
    expect(middles(bands, false)).toEqual([1080]);
  });
});
