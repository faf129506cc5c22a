import type { MercatorPoint } from '../viewport.ts';

/** Dashes along a ribbon, in design units; `driftU` is how far they move towards its end each second. */
export interface Dash {
  readonly onU: number;
  readonly offU: number;
  readonly driftU: number;
}

/** One stroke of a ribbon. Width and opacity run from its start to its end; opacity grows with the square where they differ. */
export interface Stroke {
  readonly colour: string;
  readonly widthU: readonly [start: number, end: number];
  readonly opacity: readonly [start: number, end: number];
  readonly dash?: Dash;
}

/** A line on the map that is drawn anew for each frame: a trail (尾迹), a dispatch line (派遣线), a candidate's route. */
export interface Ribbon {
  readonly key: string;
  readonly path: readonly MercatorPoint[];
  readonly strokes: readonly Stroke[];
  /** The moving thing at one end: `start` cuts off the part it has passed and begins at it, `end` adds it as the last point. */
  readonly mover?: { readonly unit: number; readonly at: 'start' | 'end' };
  /** How long it takes to fade once it is no longer among the ribbons, ms. */
  readonly fadeMs: number;
}

/** The rest of a path for somebody at `mover`: it begins there and leaves out what lies behind the nearest point of the path. */
export function restOfPath(path: readonly MercatorPoint[], mover: MercatorPoint): MercatorPoint[] {
  let best = { index: 0, squared: Infinity };
  for (let index = 0; index + 1 < path.length; index += 1) {
    const squared = squaredToSegment(mover, path[index] ?? mover, path[index + 1] ?? mover);
    if (squared <= best.squared) best = { index, squared };
  }
  return [mover, ...path.slice(best.index + 1)];
}

function squaredToSegment([x, y]: MercatorPoint, [ax, ay]: MercatorPoint, [bx, by]: MercatorPoint): number {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2;
  const wanted = squared === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
  const share = Math.min(1, Math.max(0, wanted));
  return (x - ax - (bx - ax) * share) ** 2 + (y - ay - (by - ay) * share) ** 2;
}
