import type { MapLineName } from '../scene.ts';
import { mercatorAt, mercatorOf, toScreen, type MercatorPoint, type ScreenPoint, type Viewport } from '../viewport.ts';
import { boxAround, boxHolds, boxMeetsDisc, boxesMeet, type Box, type Disc } from './box.ts';

/** One character on its line: where its middle is, and how far it is turned, degrees clockwise. */
export interface PlacedGlyph {
  readonly x: number;
  readonly y: number;
  readonly turnDeg: number;
}

const TRIES = 13;
/** The same name is written again only this many characters farther on. */
const ECHO_STEPS = 26;
/** Sharpest bend allowed between two characters, degrees. */
const MAX_BEND_DEG = 28;

/**
 * Places the characters of a name along a line on the screen, `stepPx` apart, where it is straightest and nothing is in the way; none where there
 * is no room. A line that runs more upright than level is written downwards with its characters upright, as Chinese maps do.
 */
export function placeLineName(
  line: readonly ScreenPoint[], glyphs: number, stepPx: number, room: { frame: Box; boxes: readonly Box[]; discs: readonly Disc[] },
): PlacedGlyph[] {
  const lengthPx = line.reduce((sum, point, index) => sum + gapPx(line[index - 1] ?? point, point), 0);
  const neededPx = stepPx * glyphs;
  if (lengthPx < neededPx) return [];
  let best: { readonly bendDeg: number; readonly placed: PlacedGlyph[] } | undefined;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const startPx = ((lengthPx - neededPx) * ((attempt * 5 + 6) % TRIES)) / (TRIES - 1) + stepPx / 2;
    const placed = glyphsFrom(line, glyphs, stepPx, startPx);
    const isFree = placed.every(({ x, y }) => {
      const box = boxAround(x, y, stepPx, stepPx);
      return boxHolds(room.frame, box) && !room.boxes.some((other) => boxesMeet(box, other, 0)) && !room.discs.some((disc) => boxMeetsDisc(box, disc, 0));
    });
    const bendDeg = sharpestBend(placed);
    if (isFree && bendDeg < (best?.bendDeg ?? MAX_BEND_DEG) - 1) best = { bendDeg, placed };
  }
  return best?.placed ?? [];
}

function glyphsFrom(line: readonly ScreenPoint[], glyphs: number, stepPx: number, startPx: number): PlacedGlyph[] {
  const spots = Array.from({ length: glyphs }, (_, index) => along(line, startPx + index * stepPx));
  const [first, last] = [along(line, startPx - stepPx / 2), along(line, startPx + (glyphs - 0.5) * stepPx)];
  const isUpright = Math.abs(last[1] - first[1]) > Math.abs(last[0] - first[0]) * 1.2;
  const isBackwards = isUpright ? last[1] < first[1] : last[0] < first[0];
  const ordered = isBackwards ? spots.reverse() : spots;
  return ordered.map(([x, y], index) => {
    const [before, after] = [ordered[index - 1] ?? [x, y], ordered[index + 1] ?? [x, y]];
    const angleDeg = (Math.atan2(after[1] - before[1], after[0] - before[0]) * 180) / Math.PI;
    return { x, y, turnDeg: isUpright ? angleDeg - 90 : angleDeg };
  });
}

function sharpestBend(placed: readonly PlacedGlyph[]): number {
  return placed.reduce((sharpest, { turnDeg }, index) => Math.max(sharpest, Math.abs(turnDeg - (placed[index - 1]?.turnDeg ?? turnDeg))), 0);
}

function along(line: readonly ScreenPoint[], atPx: number): ScreenPoint {
  let passedPx = 0;
  for (let index = 1; index < line.length; index += 1) {
    const from = line[index - 1];
    const to = line[index];
    if (from === undefined || to === undefined) continue;
    const stepPx = gapPx(from, to);
    if (passedPx + stepPx >= atPx && stepPx > 0) {
      const share = (atPx - passedPx) / stepPx;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    passedPx += stepPx;
  }
  return line.at(-1) ?? [0, 0];
}

function gapPx(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Names along rivers and roads, one element per name. Between arrangements a name keeps its shape and follows its middle. */
export class LineNameLayer {
  readonly #root: HTMLElement;
  #names: { readonly name: MapLineName; readonly path: readonly MercatorPoint[]; readonly element: HTMLElement; middle: MercatorPoint | undefined }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  set(names: readonly MapLineName[]): void {
    for (const { element } of this.#names) element.remove();
    this.#names = names.map((name) => {
      const element = document.createElement('div');
      element.className = `map-line-name map-line-name-${name.kind}`;
      element.append(...[...name.text].map((glyph) => Object.assign(document.createElement('span'), { textContent: glyph })));
      this.#root.append(element);
      return { name, element, path: name.line.map(mercatorOf), middle: undefined };
    });
  }

  /** Places all names, none over another, and the same name not twice within sight of itself. */
  arrange(view: Viewport, stepPx: number, room: { frame: Box; boxes: readonly Box[]; discs: readonly Disc[] }): void {
    const boxes = [...room.boxes];
    const written: { readonly text: string; readonly x: number; readonly y: number }[] = [];
    for (const shown of this.#names) {
      const { text } = shown.name;
      const placed = placeLineName(shown.path.map((point) => toScreen(view, point)), shown.element.children.length, stepPx, { ...room, boxes });
      const centre = placed[Math.floor(placed.length / 2)];
      const isEcho = centre !== undefined && written.some((other) => other.text === text && Math.hypot(other.x - centre.x, other.y - centre.y) < ECHO_STEPS * stepPx);
      const glyphs = isEcho ? [] : placed;
      const middle = isEcho ? undefined : centre;
      if (middle !== undefined) written.push({ text, x: middle.x, y: middle.y });
      boxes.push(...glyphs.map(({ x, y }) => boxAround(x, y, stepPx * 1.4, stepPx * 1.4)));
      shown.element.classList.toggle('is-placed', middle !== undefined);
      shown.middle = middle && mercatorAt(view, [middle.x, middle.y]);
      if (middle === undefined) continue;
      for (const [index, glyph] of glyphs.entries()) {
        const span = shown.element.children[index];
        if (span instanceof HTMLElement) {
          span.style.transform = `translate(${glyph.x - middle.x}px,${glyph.y - middle.y}px) translate(-50%,-50%) rotate(${glyph.turnDeg}deg)`;
        }
      }
    }
  }

  follow(view: Viewport): void {
    for (const { element, middle } of this.#names) {
      if (middle === undefined) continue;
      const [x, y] = toScreen(view, middle);
      element.style.transform = `translate(${x}px,${y}px)`;
    }
  }
}
