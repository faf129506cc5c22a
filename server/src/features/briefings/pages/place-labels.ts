import type { Box } from './parts.ts';

/** A name to be written: `at` is where it belongs, its middle. */
export interface Label {
  readonly at: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** Something a name must not cover. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Steps aside that are tried, in heights of the name: the nearest first. */
const STEPS = [0, 1, -1, 1.8, -1.8, 2.8, -2.8];
const ASIDE = [0, 0.5, -0.5];

function rectOf({ width, height }: Label, x: number, y: number): Rect {
  return { left: x - width / 2 - 1, right: x + width / 2 + 1, top: y - height * 0.6, bottom: y + height * 0.6 };
}

function overlap(a: Rect, b: Rect): number {
  return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

/** Places names near where they belong so that none covers a lamp or another name as long as there is a way; answers middle and base line of each. */
export function placeLabels(labels: readonly Label[], discs: readonly Disc[], room: Box): [number, number][] {
  const taken: Rect[] = discs.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const within: Rect = { left: room.x, right: room.x + room.width, top: room.y, bottom: room.y + room.height };
  return labels.map((label) => {
    let best = { cost: Infinity, x: label.at[0], y: label.at[1] };
    for (const aside of ASIDE) {
      for (const step of STEPS) {
        const [x, y] = [label.at[0] + aside * label.width, label.at[1] + step * label.height];
        const rect = rectOf(label, x, y);
        const outside = label.width * label.height * 1.2 - overlap(rect, within);
        const cost = taken.reduce((sum, one) => sum + overlap(rect, one), 0) * 100 + Math.max(0, outside) * 50 + Math.hypot(aside * label.width, step * label.height);
        if (cost < best.cost) best = { cost, x, y };
      }
    }
    taken.push(rectOf(label, best.x, best.y));
    return [best.x, best.y + label.height * 0.36];
  });
}
