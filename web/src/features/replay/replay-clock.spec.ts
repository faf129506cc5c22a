import { describe, expect, it } from 'vitest';
import { markAfter, markBefore, targetAt } from './replay-clock.ts';

describe('the cursor of a replay', () => {
  it('runs as many times faster as it is told, and stops at the present', () => {
    expect(targetAt({ at: 1_000, real: 50_000 }, 60, 50_500, 100_000)).toEqual({ at: 31_000, isOver: false });
    expect(targetAt({ at: 1_000, real: 50_000 }, 600, 51_000, 100_000)).toEqual({ at: 100_000, isOver: true });
  });

  it('jumps to the mark after it and the mark before it, never to the one it stands on', () => {
    const marks = [{ at: 10 }, { at: 20 }, { at: 20 }, { at: 30 }];
    expect([markAfter(marks, 9), markAfter(marks, 10), markAfter(marks, 20), markAfter(marks, 30)].map((mark) => mark?.at)).toEqual([10, 20, 30, undefined]);
    expect([markBefore(marks, 31), markBefore(marks, 30), markBefore(marks, 20), markBefore(marks, 10)].map((mark) => mark?.at)).toEqual([30, 20, 10, undefined]);
    expect(markAfter([], 5)).toBeNull();
  });
});
