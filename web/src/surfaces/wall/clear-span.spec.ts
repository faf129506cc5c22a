import { describe, expect, it } from 'vitest';
import { clearSpan } from './clear-span.ts';
import { jointBands } from './joints.ts';

const joints = (widthPx: number, cells: { across: number; down: number } | null) => jointBands({ shape: widthPx > 3_000 ? 'band' : 'wide', widthPx, heightPx: 1080, uPx: 1, cells });

describe('the stretch that what lies over the map takes', () => {
  it('is the whole gap between the sheets where no joint runs', () => {
    expect(clearSpan({ left: 424, right: 1496 }, joints(1920, null), { top: 0, bottom: 1080 })).toEqual({ left: 424, right: 1496 });
  });

  it('ends at a joint, the left one of two equal halves', () => {
    expect(clearSpan({ left: 968, right: 2872 }, joints(3840, null), { top: 0, bottom: 1080 })).toEqual({ left: 968, right: 1912 });
  });

  it('is the middle screen where that is the widest', () => {
    expect(clearSpan({ left: 968, right: 2872 }, joints(3840, { across: 3, down: 1 }), { top: 0, bottom: 1080 })).toEqual({ left: 1288, right: 2552 });
  });
});
