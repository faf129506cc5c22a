import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Weight } from '@wangge/shared/briefing';
import { unpackWoff } from './unpack-woff.ts';

/** Which face writes a stretch of text; `key` names it among the fonts of a document. */
export interface Run {
  readonly text: string;
  readonly key: string;
}

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));
/** Both under the SIL Open Font License 1.1, as on every screen: Chinese in one face, Latin and figures in the other. */
const NOTO = folderOf('@fontsource/noto-sans-sc');
const BARLOW = folderOf('@fontsource/barlow-semi-condensed');
const BARLOW_WEIGHT: Readonly<Record<Weight, number>> = { 400: 400, 500: 500, 700: 600 };

interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** The slices of a weight as its style sheet lists them: for characters that the usual set lacks. */
function slicesOf(weight: Weight): Slice[] {
  const css = readFileSync(join(NOTO, `${weight}.css`), 'utf8');
  return [...css.matchAll(/url\(\.\/(files\/[^)]+\.woff)\)[^;]*;\s*unicode-range:\s*([^;]+);/g)].map(([, file = '', ranges = '']) => ({
    file, ranges: ranges.split(',').map((range): [number, number] => {
      const [from = '0', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
}

/** What reads a font: whether it has a character. */
export interface Glyphs {
  has(codePoint: number): boolean;
}

/** The faces of one document: opened when first needed. `open` registers a font under its key and answers what it holds. */
export class Faces {
  readonly #open: (key: string, font: Buffer) => Glyphs;
  readonly #opened = new Map<string, Glyphs>();
  readonly #slices = new Map<Weight, readonly Slice[]>();
  readonly #known = new Map<string, string>();

  constructor(open: (key: string, font: Buffer) => Glyphs) {
    this.#open = open;
  }

  /** Splits a text into runs of one face each. */
  runs(text: string, weight: Weight): Run[] {
    const runs: { text: string; key: string }[] = [];
    for (const char of text) {
      const key = this.#keyOf(char, weight);
      const last = runs.at(-1);
      if (last?.key === key) last.text += char;
      else runs.push({ text: char, key });
    }
    return runs;
  }

  #keyOf(char: string, weight: Weight): string {
    const name = `${weight}${char}`;
    const known = this.#known.get(name);
    if (known) return known;
    const code = char.codePointAt(0) ?? 0;
    const isLatin = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff);
    const found = [...(isLatin ? [`latin-${weight}`] : []), `noto-${weight}`].find((key) => this.#glyphs(key, weight).has(code)) ?? this.#sliceKey(code, weight) ?? `noto-${weight}`;
    this.#known.set(name, found);
    return found;
  }

  #sliceKey(code: number, weight: Weight): string | null {
    let slices = this.#slices.get(weight);
    if (!slices) this.#slices.set(weight, (slices = slicesOf(weight)));
    const slice = slices.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
    return slice && this.#glyphs(slice.file, weight).has(code) ? slice.file : null;
  }

  #glyphs(key: string, weight: Weight): Glyphs {
    let glyphs = this.#opened.get(key);
    if (!glyphs) {
      const file = key.startsWith('latin-') ? join(BARLOW, `files/barlow-semi-condensed-latin-${BARLOW_WEIGHT[weight]}-normal.woff`)
        : key.startsWith('noto-') ? join(NOTO, `files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`) : join(NOTO, key);
      this.#opened.set(key, (glyphs = this.#open(key, unpackWoff(readFileSync(file)))));
    }
    return glyphs;
  }
}
