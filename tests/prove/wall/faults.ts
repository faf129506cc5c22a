import type { Page } from 'playwright-core';

/** What is wrong with how a wall lies on its screen, each fault in words that stay the same while it lasts; all lists are empty on a good one. */
export interface WallFaults {
  /** Boxes whose content is larger than they are. */
  readonly overflow: readonly string[];
  /** Tiles over tiles, and texts over texts. */
  readonly overlap: readonly string[];
  /** Texts that an edge cuts, and figures that an ellipsis stands for. */
  readonly clipped: readonly string[];
  /** Texts and tiles on a joint between two displays. */
  readonly joint: readonly string[];
  /** Texts too low to be read from where people sit. */
  readonly small: readonly string[];
}

export interface Measured {
  readonly faults: WallFaults;
  readonly texts: number;
  /** The lowest text, CSS px and mm on the wall. */
  readonly leastPx: number;
  readonly leastMm: number;
}

/** The displays a wall is made of, and what makes a text legible on it. */
export interface Ground {
  readonly across: number;
  readonly down: number;
  readonly heightMm: number;
  readonly leastMm: number;
}

/** Measures tiles and every written line by their rectangles on the screen, and every text by its computed size. */
export function measureWall(page: Page, ground: Ground): Promise<Measured> {
  return page.evaluate(({ across, down, heightMm, leastMm }) => {
    /** Height of a character of CJK in its em. */
    const GLYPH = 0.92;
    /** Text keeps 8 units off a joint; the deck wanders by up to 2 against burn-in. */
    const CLEAR_U = 6;
    const uPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100;
    const slackPx = Math.max(1, uPx);
    const mmPerPx = heightMm / innerHeight;
    const faults = { overflow: new Set<string>(), overlap: new Set<string>(), clipped: new Set<string>(), joint: new Set<string>(), small: new Set<string>() };
    const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/\d+/g, '#').slice(0, 40);
    const ancestorsOf = (element: Element): Element[] => (element.parentElement === null ? [element] : [element, ...ancestorsOf(element.parentElement)]);
    const tileOf = (element: Element): string => element.closest('section[aria-label]')?.getAttribute('aria-label') ?? (element.closest('header, footer, nav, [role]')?.tagName ?? '').toLowerCase();
    const inner = (count: number, length: number): number[] => Array.from({ length: count - 1 }, (_, index) => ((index + 1) / count) * length);
    const [uprights, levels] = [inner(across, innerWidth), inner(down, innerHeight)];
    const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.closest('.sr-only, script, style') === null;

    interface Line { readonly node: Node; readonly owner: Element; readonly text: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
    const lines: Line[] = [];
    let [texts, leastPx] = [0, Infinity];
    const walker = document.createTreeWalker(document.querySelector('#app') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const owner = node.parentElement;
      if (text === '' || owner === null || !isSeen(owner)) continue;
      const fontPx = Number.parseFloat(getComputedStyle(owner).fontSize);
      const name = `${tileOf(owner)} “${plain(text)}”`;
      texts += 1;
      leastPx = Math.min(leastPx, fontPx);
      if (fontPx * GLYPH * mmPerPx < leastMm - 0.05) faults.small.add(`${name} ${(fontPx * GLYPH * mmPerPx).toFixed(1)} mm`);
      const range = document.createRange();
      range.selectNodeContents(node);
      const isTurned = owner.closest('.map-line-name') !== null;
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        const middle = (top + bottom) / 2;
        const half = isTurned ? (bottom - top) / 2 : Math.min((bottom - top) / 2, (fontPx * GLYPH) / 2);
        lines.push({ node, owner, text: name, left, right, top: middle - half, bottom: middle + half });
      }
    }

    for (const line of lines) {
      const { owner, text, left, right, top, bottom } = line;
      let shown = { left, right };
      for (const box of ancestorsOf(owner)) {
        const style = getComputedStyle(box);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const edge = box.getBoundingClientRect();
        const margin = style.overflowX === 'clip' ? Number.parseFloat(style.getPropertyValue('overflow-clip-margin')) || 0 : 0;
        const isWide = shown.left < edge.left - margin - 1 || shown.right > edge.right + margin + 1;
        const isHigh = top < edge.top - margin - slackPx || bottom > edge.bottom + margin + slackPx;
        if (isWide && style.textOverflow === 'ellipsis') {
          if (/\d/.test(line.node.textContent ?? '')) faults.clipped.add(`${text} shortened by an ellipsis`);
          shown = { left: Math.max(shown.left, edge.left), right: Math.min(shown.right, edge.right) };
        } else if (isHigh && style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '') {
          if (/\d/.test(line.node.textContent ?? '')) faults.clipped.add(`${text} shortened by lines`);
          shown = { left: 0, right: 0 };
          break;
        } else if (isWide || isHigh) faults.clipped.add(`${text} by ${box.className || box.tagName}`);
      }
      if (shown.right - shown.left < 1) continue;
      if (left < -1 || shown.right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) faults.clipped.add(`${text} by the screen`);
      const isOn = uprights.some((x) => shown.left < x + CLEAR_U * uPx && shown.right > x - CLEAR_U * uPx) || levels.some((y) => top < y + CLEAR_U * uPx && bottom > y - CLEAR_U * uPx);
      if (isOn) faults.joint.add(text);
    }

    const seen = lines.map((line) => {
      const shortened = ancestorsOf(line.owner).find((one) => getComputedStyle(one).textOverflow === 'ellipsis')?.getBoundingClientRect();
      return { ...line, right: Math.min(line.right, shortened?.right ?? Infinity) };
    }).sort((a, b) => a.left - b.left);
    for (let i = 0; i < seen.length; i += 1) {
      const one = seen[i];
      for (let j = i + 1; one !== undefined && j < seen.length; j += 1) {
        const other = seen[j];
        if (other === undefined || other.left >= one.right - 1) break;
        const isTurned = one.owner.closest('.map-line-name') !== null && one.owner.closest('.map-line-name') === other.owner.closest('.map-line-name');
        if (other.node === one.node || isTurned) continue;
        if (Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slackPx && Math.min(one.right, other.right) - other.left > slackPx) faults.overlap.add(`${one.text} and ${other.text}`);
      }
    }

    const tiles = [...document.querySelectorAll('.wall section[aria-label], .wall [role=alertdialog], .wall [role=dialog], .wall .deck > header, .wall .deck > footer')].filter(isSeen);
    for (const tile of tiles) {
      const name = tile.getAttribute('aria-label') ?? tile.tagName.toLowerCase();
      if (tile.scrollWidth > tile.clientWidth + slackPx || tile.scrollHeight > tile.clientHeight + slackPx) faults.overflow.add(`${name} ${tile.scrollWidth}×${tile.scrollHeight} in ${tile.clientWidth}×${tile.clientHeight}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const may = (value: string): boolean => value === 'auto' || value === 'scroll' || (element === document.documentElement && value === 'visible');
      if ((may(overflowX) && element.scrollWidth > element.clientWidth + 1) || (may(overflowY) && element.scrollHeight > element.clientHeight + 1)) faults.overflow.add(`${element.className || element.tagName} could be scrolled`);
    }
    const boxes = tiles.filter((tile) => !tile.matches('[role=dialog]')).map((tile) => ({ tile, name: tile.getAttribute('aria-label') ?? tile.tagName.toLowerCase(), box: tile.getBoundingClientRect() }));
    boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => {
      if (one.tile.contains(other.tile) || other.tile.contains(one.tile)) return;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > slackPx && high > slackPx) faults.overlap.add(`tile ${one.name} and tile ${other.name}`);
    }));
    // What parts at a joint is looked at part by part. The list of villages parts by itself: its rows are looked at as texts.
    const sheets = boxes.flatMap((one) => (one.tile.matches('[data-parts]') ? [...one.tile.children].map((tile) => ({ ...one, tile, box: tile.getBoundingClientRect() })) : [one]));
    for (const { tile, name, box } of sheets) {
      if (tile.matches('header, footer') || name.includes('排名')) continue;
      const crosses = uprights.some((x) => box.left < x - slackPx && box.right > x + slackPx) || levels.some((y) => box.top < y - slackPx && box.bottom > y + slackPx);
      if (crosses) faults.joint.add(`tile ${name}`);
    }
    return {
      faults: { overflow: [...faults.overflow], overlap: [...faults.overlap], clipped: [...faults.clipped], joint: [...faults.joint], small: [...faults.small] },
      texts, leastPx, leastMm: leastPx * GLYPH * mmPerPx,
    };
  }, ground);
}
