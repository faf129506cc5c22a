import { describe, expect, it } from 'vitest';
import { readSettings, scheduledLight } from './wall-settings.ts';

describe('the settings of a wall', () => {
  it('come from its address', () => {
    expect(readSettings('?key=abc&k=1.3&light=auto&edge=40&cells=4x2&scene=governance')).toEqual({ key: 'abc', k: 1.3, light: 'auto', edgeU: 40, cells: { across: 4, down: 2 }, scene: 'governance' });
  });

  it('take their usual values where the address says nothing or nonsense', () => {
    const usual = { key: null, k: 1, light: 'night', edgeU: 20, cells: null, scene: 'overview' };
    expect(readSettings('')).toEqual(usual);
    expect(readSettings('?k=much&light=pink&edge=-5&cells=0x2&scene=none')).toEqual(usual);
  });

  it('never make text smaller than the design nor larger than twice', () => {
    expect(readSettings('?k=0.5').k).toBe(1);
    expect(readSettings('?k=9').k).toBe(2);
  });
});

describe('the light by schedule', () => {
  it.each([[6, 'night'], [7, 'day'], [17, 'day'], [18, 'night']] as const)('at %i o’clock is %s', (hour, light) => {
    expect(scheduledLight(hour)).toBe(light);
  });
});
