import { createRequire } from 'node:module';
import type pptxgen from 'pptxgenjs';
import { PAPER, PAPERS, type Briefing, type Mark } from '@wangge/shared/briefing';
import { stagePages } from '../pages/stage.ts';
import type { Measure } from '../pages/sheet.ts';

/** Its types say another shape than the CommonJS module has: what is exported is the class. */
const PptxGen = createRequire(import.meta.url)('pptxgenjs') as typeof pptxgen.default;

const POINTS_PER_INCH = 72;
/** On every machine with an office suite in Chinese; its figures are of one width. */
const FONT = 'Microsoft YaHei';
/** How far above the base line a line of text begins, and how high it is, in sizes. */
const RISE = 1.06;
const LINE = 1.36;

/** The library draws this shape but leaves its name out of its types. */
const CUSTOM = 'custGeom' as pptxgen.default.SHAPE_NAME;

const inch = (points: number): number => points / POINTS_PER_INCH;
const hex = (tone: keyof typeof PAPER): string => PAPER[tone].slice(1);

/** Widths that no face of an office suite exceeds: a Chinese character its size, any other as a wide figure. */
const officeMeasure: Measure = (text, size) => [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x2000 ? 0.63 : 1), 0) * size;

/** 简报 as PPTX: text stays text and can be copied; nothing on a slide is a picture but the map. */
export async function toPptx(briefing: Briefing, picture: Buffer | null): Promise<Buffer> {
  const { content, frozen } = briefing;
  const deck = new PptxGen();
  deck.defineLayout({ name: 'wide', width: inch(PAPERS.slide.width), height: inch(PAPERS.slide.height) });
  deck.layout = 'wide';
  deck.title = `${content.title} ${briefing.no}`;
  deck.author = frozen.name;
  deck.subject = briefing.hash;
  for (const page of stagePages(briefing, officeMeasure)) {
    const slide = deck.addSlide();
    slide.background = { color: hex('paper') };
    for (const mark of page.marks) put(slide, mark, picture);
  }
  return (await deck.write({ outputType: 'nodebuffer' })) as Buffer;
}

function put(slide: pptxgen.default.Slide, mark: Mark, picture: Buffer | null): void {
  switch (mark.kind) {
    case 'text': {
      const width = mark.width + mark.size;
      const left = mark.align === 'left' ? mark.x : mark.align === 'right' ? mark.x - width : mark.x - width / 2;
      slide.addText(mark.text, {
        x: inch(left), y: inch(mark.y - mark.size * RISE), w: inch(width), h: inch(mark.size * LINE), margin: 0, wrap: false, valign: 'top', fontFace: FONT, fontSize: mark.size,
        bold: mark.weight === 700, color: hex(mark.tone), align: mark.align === 'centre' ? 'center' : mark.align,
      });
      return;
    }
    case 'box':
      slide.addShape('rect', { x: inch(mark.x), y: inch(mark.y), w: inch(mark.width), h: inch(mark.height), ...filled(mark.fill), ...lined(mark.stroke, 0.9) });
      return;
    case 'disc':
      slide.addShape('ellipse', { x: inch(mark.x - mark.radius), y: inch(mark.y - mark.radius), w: inch(mark.radius * 2), h: inch(mark.radius * 2), ...filled(mark.fill), ...lined(mark.stroke, mark.pen) });
      return;
    case 'path': {
      const xs = mark.points.map(([x]) => x);
      const ys = mark.points.map(([, y]) => y);
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
      const line = { color: hex(mark.stroke), width: mark.pen, ...(mark.dash > 0 ? { dashType: 'dash' as const } : {}) };
      const place = { x: inch(left), y: inch(top), w: inch(width), h: inch(height) };
      if (mark.points.length === 2) slide.addShape('line', { ...place, flipV: (xs[1]! - xs[0]!) * (ys[1]! - ys[0]!) < 0, line });
      else slide.addShape(CUSTOM, { ...place, points: mark.points.map(([x, y], i) => ({ x: inch(x - left), y: inch(y - top), ...(i === 0 ? { moveTo: true } : {}) })), line });
      return;
    }
    case 'area': {
      const all = mark.rings.flat();
      const [left, top] = [Math.min(...all.map(([x]) => x)), Math.min(...all.map(([, y]) => y))];
      const [right, bottom] = [Math.max(...all.map(([x]) => x)), Math.max(...all.map(([, y]) => y))];
      const points = mark.rings.flatMap((ring): object[] => [...ring.map(([x, y], i) => ({ x: inch(x - left), y: inch(y - top), ...(i === 0 ? { moveTo: true } : {}) })), ...(mark.fill ? [{ close: true }] : [])]);
      slide.addShape(CUSTOM, { x: inch(left), y: inch(top), w: inch(right - left), h: inch(bottom - top), points: points as pptxgen.default.ShapeProps['points'], ...filled(mark.fill), ...lined(mark.stroke, mark.pen) });
      return;
    }
    case 'picture':
      if (picture) slide.addImage({ data: `image/png;base64,${picture.toString('base64')}`, x: inch(mark.x), y: inch(mark.y), w: inch(mark.width), h: inch(mark.height) });
  }
}

function filled(tone: keyof typeof PAPER | null): object {
  return tone ? { fill: { color: hex(tone) } } : {};
}

function lined(tone: keyof typeof PAPER | null, width: number): object {
  return tone ? { line: { color: hex(tone), width } } : {};
}
