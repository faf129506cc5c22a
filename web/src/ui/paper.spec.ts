import { describe, expect, it } from 'vitest';
import { PAPER, TONES } from '@wangge/shared/briefing';
import { PALETTES } from './tokens.ts';

describe('the tones of a printed page', () => {
  it('are the colours of the day, but for its translucent lines and the sheet itself', () => {
    const { day } = PALETTES;
    const solid = TONES.filter((tone) => tone !== 'paper' && tone !== 'line' && tone !== 'line2');
    expect(Object.fromEntries(solid.map((tone) => [tone, PAPER[tone]]))).toEqual(Object.fromEntries(solid.map((tone) => [tone, day[tone as keyof typeof day]])));
  });
});
