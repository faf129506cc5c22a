import { PAPER, type Briefing, type Mark } from '@wangge/shared/briefing';
import { a4Pages } from '../pages/a4.ts';
import { FEATURES, openDocument, type OpenDocument } from './open-fonts.ts';

/** 简报 as A4 PDF: real text in embedded faces, cut to the characters used. `picture`: the bytes of the frozen map, or null. */
export async function toPdf(briefing: Briefing, picture: Buffer | null): Promise<Buffer> {
  const { content, frozen } = briefing;
  const open = openDocument({ Title: `${content.title} ${briefing.no}`, Author: frozen.name, Subject: briefing.hash, CreationDate: new Date(frozen.at), ModDate: new Date(frozen.at) });
  const { document } = open;
  const chunks: Buffer[] = [];
  const isWhole = new Promise<void>((resolve, reject) => document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject));
  for (const page of a4Pages(briefing, open.measure)) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    for (const mark of page.marks) draw(open, mark, picture);
  }
  document.end();
  await isWhole;
  return Buffer.concat(chunks);
}

function draw({ document, faces }: OpenDocument, mark: Mark, picture: Buffer | null): void {
  switch (mark.kind) {
    case 'text': {
      let x = mark.align === 'left' ? mark.x : mark.x - mark.width / (mark.align === 'right' ? 1 : 2);
      document.fillColor(PAPER[mark.tone]);
      for (const run of faces.runs(mark.text, mark.weight)) {
        document.font(run.key).fontSize(mark.size).text(run.text, x, mark.y, { lineBreak: false, baseline: 'alphabetic', features: FEATURES });
        x += document.widthOfString(run.text, { features: FEATURES });
      }
      return;
    }
    case 'box':
      document.rect(mark.x, mark.y, mark.width, mark.height);
      return paint(document, mark.fill && PAPER[mark.fill], mark.stroke && PAPER[mark.stroke], 0.9);
    case 'disc':
      document.circle(mark.x, mark.y, mark.radius);
      return paint(document, mark.fill && PAPER[mark.fill], mark.stroke && PAPER[mark.stroke], mark.pen);
    case 'path': {
      const [[x, y] = [0, 0], ...rest] = mark.points;
      document.moveTo(x, y);
      for (const [nextX, nextY] of rest) document.lineTo(nextX, nextY);
      document.lineWidth(mark.pen).lineCap('butt').lineJoin('round');
      if (mark.dash > 0) document.dash(mark.dash, {});
      else document.undash();
      document.stroke(PAPER[mark.stroke]);
      return;
    }
    case 'area':
      for (const ring of mark.rings) {
        ring.forEach(([x, y], i) => (i === 0 ? document.moveTo(x, y) : document.lineTo(x, y)));
        if (mark.fill) document.closePath();
      }
      document.lineCap('round').lineJoin('round');
      return paint(document, mark.fill && PAPER[mark.fill], mark.stroke && PAPER[mark.stroke], mark.pen);
    case 'picture':
      if (picture) document.image(picture, mark.x, mark.y, { width: mark.width, height: mark.height });
  }
}

function paint(document: PDFKit.PDFDocument, fill: string | null, stroke: string | null, pen: number): void {
  document.undash().lineWidth(pen);
  if (fill && stroke) document.fillAndStroke(fill, stroke);
  else if (fill) document.fill(fill);
  else if (stroke) document.stroke(stroke);
}
