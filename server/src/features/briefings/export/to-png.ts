import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import type { Briefing } from '@wangge/shared/briefing';
import { a4Pages } from '../pages/a4.ts';
import { openDocument } from './open-fonts.ts';
import { toSvg } from './to-svg.ts';

/** Width of one page at 180 dots an inch, and of all pages under each other, which is looked at on a phone. */
const PAGE_PX = 1_488;
const LONG_PX = 1_080;

/** 简报 as PNG: one page of A4 (from 1), or all of them under each other. Null for a page that it does not have. */
export async function toPng(briefing: Briefing, picture: Buffer | null, page: number | null): Promise<Uint8Array | null> {
  const open = openDocument();
  const pages = a4Pages(briefing, open.measure);
  const shown = page === null ? pages : pages.slice(page - 1, page);
  if (shown.length === 0) return null;
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return new Resvg(toSvg(shown, open, picture), { fitTo: { mode: 'width', value: page === null ? LONG_PX : PAGE_PX } }).render().asPng();
}
