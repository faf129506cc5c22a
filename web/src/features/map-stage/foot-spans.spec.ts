import { describe, expect, it } from 'vitest';
import { footSpans } from './foot-spans.ts';

const upright = (left: number, right: number) => ({ left, right, top: 0, bottom: 1_000 });
const level = { left: 0, right: 4_000, top: 490, bottom: 510 };

describe('the foot of a map on a wall of several screens', () => {
  it('has the whole width for both texts where nothing parts it', () => {
    expect(footSpans({ left: 100, right: 900 }, [], 300)).toEqual({ scale: { left: 100, right: 900 }, land: { left: 100, right: 900 } });
    expect(footSpans({ left: 100, right: 900 }, [level], 300)).toEqual({ scale: { left: 100, right: 900 }, land: { left: 100, right: 900 } });
  });

  it('lays each on its own side of a joint', () => {
    expect(footSpans({ left: 0, right: 2_000 }, [upright(990, 1_010)], 300)).toEqual({ scale: { left: 0, right: 990 }, land: { left: 1_010, right: 2_000 } });
  });

  it('passes a stretch by that is too narrow to write in', () => {
    expect(footSpans({ left: 900, right: 2_100 }, [upright(1_990, 2_010), upright(990, 1_010)], 300)).toEqual({ scale: { left: 1_010, right: 1_990 }, land: { left: 1_010, right: 1_990 } });
  });

  it('leaves joints beside the map out', () => {
    expect(footSpans({ left: 1_010, right: 1_800 }, [upright(990, 1_010), upright(1_800, 1_820)], 300).land).toEqual({ left: 1_010, right: 1_800 });
  });
});
