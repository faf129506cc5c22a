import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@wangge/shared/base';
import { durationParts } from './duration-parts.ts';

function told(spanMs: number, withSeconds?: boolean): string {
  return durationParts(spanMs, withSeconds).map(({ n, unit }) => `${n}${unit[0]}`).join(' ');
}

describe('a span in words', () => {
  it('tells the two largest units', () => {
    expect(told(3 * DAY_MS + 6 * HOUR_MS + 59 * MINUTE_MS)).toBe('3d 6h');
    expect(told(70 * MINUTE_MS)).toBe('1h 10m');
    expect(told(4 * MINUTE_MS + 26 * SECOND_MS, true)).toBe('4m 26s');
    expect(told(3 * HOUR_MS + 59 * MINUTE_MS + 59 * SECOND_MS, true)).toBe('3h 59m');
  });

  it('leaves out what is nothing and never tells a third unit in its place', () => {
    expect(told(12 * MINUTE_MS)).toBe('12m');
    expect(told(DAY_MS + 5 * MINUTE_MS)).toBe('1d');
    expect(told(59 * SECOND_MS)).toBe('');
    expect(told(0, true)).toBe('0s');
  });
});
