/** Tones of a printed page: ink on paper, the five lamps, and the ground of a map. */
export const TONES = ['ink', 'ink2', 'ink3', 'line', 'line2', 'bar', 'bar2', 'bar3', 'well', 'paper', 'red', 'yellow', 'green', 'grey', 'blue', 'water', 'land1', 'land2', 'land3', 'land4', 'land5'] as const;
export type Tone = (typeof TONES)[number];

/** Each tone as it is printed: the day palette, its translucent lines laid on white. */
export const PAPER: Readonly<Record<Tone, string>> = {
  ink: '#131c25', ink2: '#3d4d5c', ink3: '#596a7a', line: '#dcdddf', line2: '#b8bbbe', bar: '#48617a', bar2: '#8096aa', bar3: '#b4c2cf', well: '#eef2f5', paper: '#ffffff',
  red: '#a00d18', yellow: '#a06500', green: '#0e7a55', grey: '#5f6c79', blue: '#1d5fcb', water: '#bfd3e2', land1: '#f4f6f8', land2: '#e6ebef', land3: '#d7dfe6', land4: '#c7d2dc', land5: '#b6c4d1',
};

export type Weight = 400 | 500 | 700;

/** One thing drawn on a page. Lengths are points (1/72 inch) from the upper left corner; `y` of a text is its base line. */
export type Mark =
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly weight: Weight; readonly tone: Tone; readonly align: 'left' | 'centre' | 'right'; readonly width: number }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: Tone | null; readonly stroke: Tone | null }
  | { readonly kind: 'disc'; readonly x: number; readonly y: number; readonly radius: number; readonly fill: Tone | null; readonly stroke: Tone | null; readonly pen: number }
  | { readonly kind: 'path'; readonly points: readonly (readonly [number, number])[]; readonly stroke: Tone; readonly pen: number; readonly dash: number }
  /** Rings or lines of one tone, inside by even and odd; `pen` 0: no line around. */
  | { readonly kind: 'area'; readonly rings: readonly (readonly (readonly [number, number])[])[]; readonly fill: Tone | null; readonly stroke: Tone | null; readonly pen: number }
  | { readonly kind: 'picture'; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One page: the same marks are printed, shown on a slide, and drawn on a screen. */
export interface Page {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A4 upright, a slide of 16:9, and walls of other ratios: 21:9, 8:3, 32:9, 48:9 and upright. */
export const PAPERS = {
  a4: { width: 595.28, height: 841.89 }, slide: { width: 960, height: 540 }, ultra: { width: 1_260, height: 540 }, broad: { width: 1_440, height: 540 },
  band: { width: 1_920, height: 540 }, long: { width: 2_880, height: 540 }, tall: { width: 540, height: 960 },
} as const;
export type Paper = keyof typeof PAPERS;
/** The papers of a presentation. */
export type StagePaper = Exclude<Paper, 'a4'>;

/** The paper whose ratio is nearest to that of a screen. */
export function paperFor(widthPx: number, heightPx: number): StagePaper {
  const off = (paper: StagePaper): number => Math.abs(Math.log(widthPx / heightPx / (PAPERS[paper].width / PAPERS[paper].height)));
  return (Object.keys(PAPERS) as Paper[]).filter((paper) => paper !== 'a4').reduce((best, paper) => (off(paper) < off(best) ? paper : best), 'slide');
}
