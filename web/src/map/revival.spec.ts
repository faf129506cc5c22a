import { describe, expect, it } from 'vitest';
import { Revival } from './revival.ts';

function live(revival: Revival, hasDrawn: boolean): ReturnType<Revival['noteLost']> {
  revival.noteRaised();
  if (hasDrawn) revival.noteDrawn();
  return revival.noteLost();
}

describe('a map whose context is lost', () => {
  it('is made anew at once as often as it had drawn', () => {
    const revival = new Revival();
    for (let n = 0; n < 50; n += 1) expect(live(revival, true)).toEqual({ afterMs: 300, isHopeless: false });
  });

  it('is given longer each time it ended before it had drawn, and up at the third', () => {
    const revival = new Revival();
    expect([live(revival, false), live(revival, false), live(revival, false)]).toEqual([
      { afterMs: 600, isHopeless: false }, { afterMs: 1_200, isHopeless: false }, { afterMs: 2_400, isHopeless: true },
    ]);
    expect(live(revival, true)).toEqual({ afterMs: 300, isHopeless: false });
  });

  it('ends once, though both its canvases say so', () => {
    const revival = new Revival();
    expect(live(revival, false)).not.toBeNull();
    expect(revival.noteLost()).toBeNull();
  });
});
