/** The two lights of a room (夜、日). */
export type Light = 'night' | 'day';

/** Every colour there is, once per light. CSS, charts and the map take theirs from here and name no colour of their own. */
export interface Palette {
  readonly bg: string;
  readonly sheet: string;
  readonly raised: string;
  readonly well: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly line2: string;
  readonly us: string;
  readonly usInk: string;
  readonly bar: string;
  readonly bar2: string;
  readonly bar3: string;
  readonly green: string;
  readonly yellow: string;
  readonly red: string;
  readonly redText: string;
  readonly grey: string;
  readonly blue: string;
  readonly heat: string;
  /** The ground of replay: bars and frame are of the other light's paper. */
  readonly paper: string;
}

export const PALETTES: Readonly<Record<Light, Palette>> = {
  night: {
    bg: '#090d12', sheet: 'rgba(11,16,22,.86)', raised: '#16202a', well: '#1b242e',
    ink: '#eaf0f5', ink2: '#b0bfcc', ink3: '#8496a6', line: 'rgba(234,240,245,.13)', line2: 'rgba(234,240,245,.26)',
    us: '#f4f8fb', usInk: '#090d12', bar: '#9fb4c6', bar2: '#5f7488', bar3: '#3c4d5d',
    green: '#43b78c', yellow: '#f0bd4a', red: '#ff5d50', redText: '#ff7c70', grey: '#93a0ad', blue: '#6aa6ff', heat: '#bc92e2', paper: '#101820',
  },
  day: {
    bg: '#e3e8ec', sheet: 'rgba(250,251,252,.93)', raised: '#ffffff', well: '#eef2f5',
    ink: '#131c25', ink2: '#3d4d5c', ink3: '#596a7a', line: 'rgba(19,28,37,.15)', line2: 'rgba(19,28,37,.3)',
    us: '#101a24', usInk: '#fafbfc', bar: '#48617a', bar2: '#8096aa', bar3: '#b4c2cf',
    green: '#0e7a55', yellow: '#a06500', red: '#a00d18', redText: '#a00d18', grey: '#5f6c79', blue: '#1d5fcb', heat: '#743a96', paper: '#e9eef2',
  },
};

/** Latin and figures in one face, Chinese in the other; both are bundled. */
export const FONT_FAMILY = "'Barlow Semi Condensed', 'Noto Sans SC Variable', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

const cssName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1');

/** The palettes as CSS variables (`--ink-2`), night at the root and either under `[data-light]`. */
export function tokenSheet(): string {
  const rules = (light: Light): string => [
    ...Object.entries(PALETTES[light]).map(([name, value]) => `--${cssName(name)}:${value}`), `color-scheme:${light === 'day' ? 'light' : 'dark'}`,
  ].join(';');
  return `:root{--font:${FONT_FAMILY};${rules('night')}}[data-light=night]{${rules('night')}}[data-light=day]{${rules('day')}}`;
}
