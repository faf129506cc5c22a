/** Tones of a printed page: ink on paper, the five lamps, nothing else. */
export const TONES = ['ink', 'ink2', 'ink3', 'line', 'line2', 'bar', 'bar2', 'bar3', 'well', 'paper', 'red', 'yellow', 'green', 'grey', 'blue'] as const;
export type Tone = (typeof TONES)[number];

/** Each tone as it is printed: the day palette, its translucent lines laid on white. */
export const PAPER: Readonly<Record<Tone, string>> = {
  ink: '#131c25', ink2: '#3d4d5c', ink3: '#596a7a', line: '#dcdddf', line2: '#b8bbbe', bar: '#48617a', bar2: '#8096aa', bar3: '#b4c2cf', well: '#eef2f5', paper: '#ffffff',
  red: '#a00d18', yellow: '#a06500', green: '#0e7a55', grey: '#5f6c79', blue: '#1d5fcb',
};

export type Weight = 400 | 500 | 700;

/** One thing drawn on a page. Lengths are points (1/72 inch) from the upper left corner; `y` of a text is its base line. */
export type Mark =
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly weight: Weight; readonly tone: Tone; readonly align: 'left' | 'centre' | 'right'; readonly width: number }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: Tone | null; readonly stroke: Tone | null }
  | { readonly kind: 'disc'; readonly x: number; readonly y: number; readonly radius: number; readonly fill: Tone | null; readonly stroke: Tone | null; readonly pen: number }
  | { readonly kind: 'path'; readonly points: readonly (readonly [number, number])[]; readonly stroke: Tone; readonly pen: number; readonly dash: number }
  | { readonly kind: 'picture'; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One page: the same marks are printed, shown on a slide, and drawn on a screen. */
export interface Page {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A4 upright, or a slide of 16:9. */
export const PAPERS = { a4: { width: 595.28, height: 841.89 }, slide: { width: 960, height: 540 } } as const;
export type Paper = keyof typeof PAPERS;
