import PDFDocument from 'pdfkit';
import type { Weight } from '@wangge/shared/briefing';
import { Faces, type Glyphs } from '../pages/faces.ts';
import type { Measure } from '../pages/sheet.ts';

/** Figures of one width. */
export const FEATURES: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum', 'lnum'];

/** A document with its faces, and how wide a text is in them. */
export interface OpenDocument {
  readonly document: PDFKit.PDFDocument;
  readonly faces: Faces;
  readonly measure: Measure;
}

/** Opens an empty document; each face is read when it is first needed, and only the characters used are embedded. */
export function openDocument(info: PDFKit.DocumentInfo = {}): OpenDocument {
  const document = new PDFDocument({ autoFirstPage: false, margin: 0, info, lang: 'zh-CN' });
  const faces = new Faces((key, font): Glyphs => {
    document.registerFont(key, font);
    document.font(key);
    const { font: opened } = (document as unknown as { readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
    return { has: (code) => opened.hasGlyphForCodePoint(code) };
  });
  const widths = new Map<string, number>();
  const measure = (text: string, size: number, weight: Weight): number => {
    const name = `${weight}${text}`;
    let unit = widths.get(name);
    if (unit === undefined) {
      unit = faces.runs(text, weight).reduce((sum, run) => sum + document.font(run.key).fontSize(100).widthOfString(run.text, { features: FEATURES }), 0) / 100;
      widths.set(name, unit);
    }
    return unit * size;
  };
  return { document, faces, measure };
}
