import type { Mark, Page, Tone, Weight } from '@wangge/shared/briefing';

/** Width of a text in points. */
export type Measure = (text: string, size: number, weight: Weight) => number;

/** How a text is set; left, regular and in ink unless told. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly tone?: Tone;
  readonly align?: 'left' | 'centre' | 'right';
}

/** Characters that may not begin a line (行首禁则). */
const NOT_FIRST = '，。、；：？！）》〉」』】〕”’％%·…—)]';
/** Characters that may not end one (行末禁则). */
const NOT_LAST = /[（《〈「『【〔“‘([]+$/;
const WORD = /[A-Za-z0-9.,%/:+−-]+|\s+|./gu;

/** A page being drawn. Lengths are points from the upper left corner; `y` of a text is its base line. */
export class Sheet {
  readonly marks: Mark[] = [];
  readonly width: number;
  readonly height: number;
  readonly #measure: Measure;

  constructor(size: { readonly width: number; readonly height: number }, measure: Measure) {
    this.width = size.width;
    this.height = size.height;
    this.#measure = measure;
  }

  page(name: string): Page {
    return { name, width: this.width, height: this.height, marks: this.marks };
  }

  widthOf(text: string, size: number, weight: Weight = 400): number {
    return this.#measure(text, size, weight);
  }

  /** Writes one line and answers how wide it is. */
  text(x: number, y: number, text: string, { size, weight = 400, tone = 'ink', align = 'left' }: TextStyle): number {
    if (text === '') return 0;
    const width = this.widthOf(text, size, weight);
    this.marks.push({ kind: 'text', x, y, text, size, weight, tone, align, width });
    return width;
  }

  /** Writes one line that is cut with … where it would be wider. */
  fit(x: number, y: number, text: string, most: number, style: TextStyle): number {
    const { size, weight = 400 } = style;
    let shown = text;
    while (shown.length > 1 && this.widthOf(shown, size, weight) > most) shown = `${[...shown.replace(/…$/, '')].slice(0, -1).join('')}…`;
    return this.text(x, y, shown, style);
  }

  /** A number with its unit, which is 0.45 em, regular and 0.08 em away; answers where it ends. */
  figure(x: number, y: number, text: string, unit: string, style: TextStyle): number {
    const width = this.text(x, y, text, { weight: 500, ...style });
    const small = style.size * 0.45;
    return x + width + (unit === '' ? 0 : style.size * 0.08 + this.text(x + width + style.size * 0.08, y, unit, { size: small, tone: 'ink2' }));
  }

  /** The lines a paragraph takes in a width. */
  lines(text: string, width: number, size: number, weight: Weight = 400): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      for (const word of paragraph.match(WORD) ?? []) {
        const isHanging = NOT_FIRST.includes(word) && line !== '';
        if (!isHanging && line !== '' && this.widthOf(line + word, size, weight) > width) {
          const held = NOT_LAST.exec(line)?.[0] ?? '';
          lines.push(line.slice(0, line.length - held.length));
          line = held + word.trim();
        } else line += word;
      }
      lines.push(line);
    }
    return lines;
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: Tone = 'line2', pen = 0.6, dash = 0): void {
    this.path([[x1, y1], [x2, y2]], stroke, pen, dash);
  }

  path(points: readonly (readonly [number, number])[], stroke: Tone, pen: number, dash = 0): void {
    if (points.length > 1) this.marks.push({ kind: 'path', points, stroke, pen, dash });
  }

  box(x: number, y: number, width: number, height: number, fill: Tone | null, stroke: Tone | null = null): void {
    this.marks.push({ kind: 'box', x, y, width, height, fill, stroke });
  }

  disc(x: number, y: number, radius: number, fill: Tone | null, stroke: Tone | null = null, pen = 1): void {
    this.marks.push({ kind: 'disc', x, y, radius, fill, stroke, pen });
  }

  /** Rings or lines of one tone; what holds none is left out. */
  area(rings: readonly (readonly (readonly [number, number])[])[], fill: Tone | null, stroke: Tone | null, pen: number): void {
    const drawn = rings.filter((ring) => ring.length > 1);
    if (drawn.length > 0) this.marks.push({ kind: 'area', rings: drawn, fill, stroke, pen });
  }

  /** Part of a circle, from and to in turns clockwise from the top. */
  arc(x: number, y: number, radius: number, from: number, to: number, stroke: Tone, pen: number): void {
    const steps = Math.max(2, Math.ceil((to - from) * 48));
    const points = Array.from({ length: steps + 1 }, (_, i): [number, number] => {
      const turn = (from + ((to - from) * i) / steps) * 2 * Math.PI;
      return [x + radius * Math.sin(turn), y - radius * Math.cos(turn)];
    });
    this.path(points, stroke, pen);
  }

  picture(x: number, y: number, width: number, height: number): void {
    this.marks.push({ kind: 'picture', x, y, width, height });
  }
}
