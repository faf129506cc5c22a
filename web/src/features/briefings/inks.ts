import { TONES, type Tone } from '@wangge/shared/briefing';
import { MAP_THEMES } from '../../map/map-theme.ts';
import { PALETTES, type Light } from '../../ui/tokens.ts';

/** The tones of a page in the light of a room: ink and lamps of its palette on its ground, and the ground of a map as the map has it. */
export function roomInks(light: Light): Readonly<Record<Tone, string>> {
  const palette = PALETTES[light];
  const { water, loadSteps } = MAP_THEMES[light];
  const ground: Partial<Record<Tone, string>> = { paper: palette.bg, water, land1: loadSteps[0], land2: loadSteps[1], land3: loadSteps[2], land4: loadSteps[3], land5: loadSteps[4], red: palette.redText };
  return Object.fromEntries(TONES.map((tone) => [tone, ground[tone] ?? palette[tone as keyof typeof palette]])) as Record<Tone, string>;
}
