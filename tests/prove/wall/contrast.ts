import type { Page } from 'playwright-core';

/** Texts that do not stand out from what is behind them, and the least contrast found. */
export interface ContrastFound {
  readonly faults: readonly string[];
  readonly texts: number;
  readonly least: number;
}

const HIDE_TEXT = '*, *::before, *::after { -webkit-text-fill-color: transparent !important; } svg text { fill: transparent !important; stroke: transparent !important; }';

/**
 * Compares the computed colour of every text with what is behind it (WCAG 2.2, 1.4.3: 4.5:1, large texts 3:1): its own halo where it has one, else the
 * pixels of the page as they are drawn without any text.
 */
export async function measureContrast(page: Page): Promise<ContrastFound> {
  const style = await page.addStyleTag({ content: HIDE_TEXT });
  const picture = await page.screenshot({ timeout: 120_000 });
  await style.evaluate((element) => (element as Element).remove());
  return page.evaluate(async (base64) => {
    /** Share of the darkest or brightest pixels behind a text that may be a rule or a dot. */
    const STRAY = 0.06;
    const GLYPH_HALF = 0.42;
    const LARGE_U = 24;
    const LARGE_BOLD_U = 19;
    const uPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100;
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) throw new Error('no canvas to read the picture with');
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const scale = bitmap.width / innerWidth;

    type Colour = readonly [number, number, number, number];
    const swatch = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const known = new Map<string, Colour>();
    const readColour = (text: string): Colour => {
      const before = known.get(text);
      if (before || !swatch) return before ?? [0, 0, 0, 1];
      swatch.clearRect(0, 0, 1, 1);
      swatch.fillStyle = '#000';
      swatch.fillStyle = text;
      swatch.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = swatch.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [r, g, b, a / 255];
      known.set(text, colour);
      return colour;
    };
    const part = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]: Colour): number => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    const over = (top: Colour, below: Colour, opacity: number): Colour => {
      const a = top[3] * opacity;
      return [top[0] * a + below[0] * (1 - a), top[1] * a + below[1] * (1 - a), top[2] * a + below[2] * (1 - a), 1];
    };
    const contrast = (one: Colour, other: Colour): number => {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
      return (light + 0.05) / (dark + 0.05);
    };
    const opacityOf = (element: Element | null): number => (element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement));
    const pixelsIn = (line: DOMRect, fontPx: number): Colour[] => {
      const found: Colour[] = [];
      // What is written reaches less far up and down than its line.
      const { left, right } = line;
      const middle = (line.top + line.bottom) / 2;
      const [top, bottom] = [Math.max(line.top, middle - GLYPH_HALF * fontPx), Math.min(line.bottom, middle + GLYPH_HALF * fontPx)];
      // A pixel on the edge is half of what lies beside.
      for (let y = Math.max(0, Math.ceil(top * scale)); y < Math.min(bitmap.height, Math.floor(bottom * scale)); y += 1) {
        for (let x = Math.max(0, Math.ceil(left * scale)); x < Math.min(bitmap.width, Math.floor(right * scale)); x += 1) {
          const at = 4 * (y * bitmap.width + x);
          found.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, 1]);
        }
      }
      return found;
    };

    const faults = new Set<string>();
    let [texts, least] = [0, Infinity];
    const walker = document.createTreeWalker(document.querySelector('#app') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const owner = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || owner === null || owner.closest('.sr-only, script, style') || !owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const style = getComputedStyle(owner);
      const range = document.createRange();
      range.selectNodeContents(node);
      const isDrawn = owner instanceof SVGElement;
      const colour = readColour(isDrawn ? style.fill : style.color);
      const opacity = opacityOf(owner);
      const haloPx = isDrawn && style.stroke === 'none' ? 0 : Number.parseFloat(isDrawn ? style.strokeWidth : style.getPropertyValue('-webkit-text-stroke-width'));
      const behind = haloPx >= 1 ? [readColour(isDrawn ? style.stroke : style.getPropertyValue('-webkit-text-stroke-color'))] : [...range.getClientRects()].flatMap((rect) => pixelsIn(rect, Number.parseFloat(style.fontSize)));
      if (behind.length === 0) continue;
      const found = behind.map((pixel) => contrast(over(colour, pixel, haloPx >= 1 ? 1 : opacity), pixel)).sort((a, b) => a - b);
      const reached = found[Math.floor(found.length * STRAY)] ?? Infinity;
      const sizeU = Number.parseFloat(style.fontSize) / uPx;
      const wanted = sizeU >= LARGE_U || (sizeU >= LARGE_BOLD_U && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      texts += 1;
      if (wanted === 4.5) least = Math.min(least, reached);
      const tile = owner.closest('section[aria-label]')?.getAttribute('aria-label') ?? (owner.closest('header, footer, [role]')?.tagName ?? '').toLowerCase();
      const name = owner.closest('.map-line-name')?.textContent ?? text;
      if (reached < wanted - 0.02) faults.add(`${tile} “${name.replaceAll(/\s+/g, ' ').replaceAll(/\d+/g, '#').slice(0, 30)}” ${reached.toFixed(1)}`);
    }
    return { faults: [...faults], texts, least };
  }, picture.toString('base64'));
}
