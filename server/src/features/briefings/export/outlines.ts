import type { Mark } from '@wangge/shared/briefing';
import { FEATURES, type OpenDocument } from './open-fonts.ts';

interface Outline {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { toSVG(): string };
}

/** What is asked of an opened face. */
interface Face {
  readonly unitsPerEm: number;
  layout(text: string, features: readonly string[]): { readonly glyphs: readonly Outline[]; readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[] };
}

/** Writes texts as the outlines of their glyphs, so that whatever draws the picture needs no fonts. Each glyph is described once. */
export class Outlines {
  readonly #open: OpenDocument;
  readonly #known = new Map<string, string>();
  readonly #shapes: string[] = [];

  constructor(open: OpenDocument) {
    this.#open = open;
  }

  /** One `<path>` for each glyph used so far, in units of its em. */
  get definitions(): string {
    return this.#shapes.join('');
  }

  /** A text of a page as uses of its glyphs. */
  text({ text, weight, size, align, x, y, width }: Extract<Mark, { kind: 'text' }>, colour: string): string {
    const { document, faces } = this.#open;
    let at = align === 'left' ? x : x - width / (align === 'right' ? 1 : 2);
    const parts: string[] = [];
    for (const run of faces.runs(text, weight)) {
      const { font: face } = (document.font(run.key) as unknown as { readonly _font: { readonly font: Face } })._font;
      const scale = size / face.unitsPerEm;
      const { glyphs, positions } = face.layout(run.text, FEATURES);
      glyphs.forEach((glyph, i) => {
        const { xAdvance = glyph.advanceWidth, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
        const name = this.#name(run.key, glyph);
        if (name !== '') parts.push(`<use href="#${name}" transform="translate(${(at + xOffset * scale).toFixed(3)} ${(y - yOffset * scale).toFixed(3)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})"/>`);
        at += xAdvance * scale;
      });
    }
    return `<g fill="${colour}">${parts.join('')}</g>`;
  }

  /** Empty for a glyph that draws nothing, such as a space. */
  #name(key: string, glyph: Outline): string {
    const full = `${key}/${glyph.id}`;
    let name = this.#known.get(full);
    if (name === undefined) {
      const path = glyph.path.toSVG();
      name = path === '' ? '' : `g${this.#known.size}`;
      if (name !== '') this.#shapes.push(`<path id="${name}" d="${path}"/>`);
      this.#known.set(full, name);
    }
    return name;
  }
}
