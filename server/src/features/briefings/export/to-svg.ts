import { PAPER, type Mark, type Page, type Tone } from '@wangge/shared/briefing';
import type { OpenDocument } from './open-fonts.ts';
import { Outlines } from './outlines.ts';

/** Between pages that stand under each other. */
const GAP = 14;

const fill = (tone: Tone | null): string => (tone ? PAPER[tone] : 'none');
const line = (points: readonly (readonly [number, number])[]): string => points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L');

function drawn(mark: Mark, outlines: Outlines, picture: Buffer | null): string {
  switch (mark.kind) {
    case 'text': return outlines.text(mark, PAPER[mark.tone]);
    case 'box': return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${fill(mark.fill)}" stroke="${fill(mark.stroke)}" stroke-width=".9"/>`;
    case 'disc': return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${fill(mark.fill)}" stroke="${fill(mark.stroke)}" stroke-width="${mark.pen}"/>`;
    case 'path': return `<path d="M${line(mark.points)}" fill="none" stroke="${PAPER[mark.stroke]}" stroke-width="${mark.pen}" stroke-linejoin="round"${mark.dash > 0 ? ` stroke-dasharray="${mark.dash}"` : ''}/>`;
    case 'area': return `<path d="${mark.rings.map((ring) => `M${line(ring)}${mark.fill ? 'Z' : ''}`).join('')}" fill="${fill(mark.fill)}" fill-rule="evenodd" stroke="${fill(mark.stroke)}" stroke-width="${mark.pen}" stroke-linejoin="round" stroke-linecap="round"/>`;
    case 'picture': return picture ? `<image x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" href="data:image/png;base64,${picture.toString('base64')}"/>` : '';
  }
}

/** Pages under each other as one SVG without fonts: every text is outlines of the bundled faces. */
export function toSvg(pages: readonly Page[], open: OpenDocument, picture: Buffer | null): string {
  const outlines = new Outlines(open);
  const width = Math.max(...pages.map((page) => page.width));
  let y = 0;
  const sheets = pages.map((page) => {
    const sheet = `<g transform="translate(0 ${y})"><rect width="${page.width}" height="${page.height}" fill="${PAPER.paper}"/>${page.marks.map((mark) => drawn(mark, outlines, picture)).join('')}</g>`;
    y += page.height + GAP;
    return sheet;
  });
  const height = y - GAP;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${outlines.definitions}</defs><rect width="${width}" height="${height}" fill="${PAPER.line}"/>${sheets.join('')}</svg>`;
}
