import { describe, expect, it } from 'vitest';
import { PAPER, TONES } from '@wangge/shared/briefing';
import { MAP_THEMES } from '../map/map-theme.ts';
import { PALETTES } from './tokens.ts';

describe('the tones of a printed page', () => {
  it('are the colours of the day, but for its translucent lines and the sheet itself', () => {
    const { day } = PALETTES;
    const solid = TONES.filter((tone) => tone !== 'paper' && tone !== 'line' && tone !== 'line2' && tone !== 'water' && !tone.startsWith('land'));
    expect(Object.fromEntries(solid.map((tone) => [tone, PAPER[tone]]))).toEqual(Object.fromEntries(solid.map((tone) => [tone, day[tone as keyof typeof day]])));
  });

  it('are on a map the ground of the map by day', () => {
    const { water, loadSteps } = MAP_THEMES.day;
    expect([PAPER.water, PAPER.land1, PAPER.land2, PAPER.land3, PAPER.land4, PAPER.land5]).toEqual([water, ...loadSteps]);
  });
});
