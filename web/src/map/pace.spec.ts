import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';

/** Runs an animation on a machine whose frames come `delayMs` after they were asked for; answers the last rests. */
function restsOn(delayMs: number, everyMs: number): number {
  const pace = new Pace();
  let [nowMs, restMs] = [0, 0];
  for (let frame = 0; frame < 40; frame += 1) {
    restMs = pace.restAfter(nowMs, everyMs);
    nowMs += restMs + delayMs;
  }
  return restMs;
}

describe('Pace', () => {
  it('keeps the wanted spacing on a quick machine', () => {
    expect(restsOn(8, 33) + 8).toBeCloseTo(33, 0);
    expect(restsOn(8, 80) + 8).toBeCloseTo(80, 0);
  });

  it('rests twice as long as a slow machine draws, within bounds', () => {
    expect(restsOn(100, 33)).toBeCloseTo(200, 0);
    expect(restsOn(1_500, 33)).toBe(2_000);
  });

  it('does not take a pause for slowness', () => {
    const pace = new Pace();
    pace.restAfter(0, 33);
    pace.pause();
    expect(pace.restAfter(60_000, 33)).toBe(33);
  });
});
