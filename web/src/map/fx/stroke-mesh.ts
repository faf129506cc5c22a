import type { ScreenPoint } from '../viewport.ts';

/** Floats per corner: x, y, distance across from the middle, half width, distance along, and share of the length. */
export const MESH_FLOATS = 6;

const MITRE_LIMIT = 2.2;
const FEATHER_PX = 1;

/**
 * Corners of a triangle strip that covers a stroke along points on the screen, CSS px. It is one feather wider than the stroke on both sides, so
 * that the card can smooth the edge. Turns are mitred up to a limit. Fewer than two different points give nothing.
 */
export function strokeMesh(points: readonly ScreenPoint[], widthPx: readonly [start: number, end: number]): Float32Array {
  const path = points.filter((point, index) => index === 0 || far(point, points[index - 1]));
  const [first] = path;
  if (first === undefined || path.length < 2) return new Float32Array(0);
  const lengthPx = path.reduce((sum, point, index) => sum + gapPx(path[index - 1] ?? point, point), 0);
  const mesh = new Float32Array(path.length * 2 * MESH_FLOATS);
  let alongPx = 0;
  for (const [index, point] of path.entries()) {
    const before = path[index - 1];
    const after = path[index + 1];
    if (before !== undefined) alongPx += gapPx(before, point);
    const [mitreX, mitreY] = mitre(before ?? point, point, after ?? point);
    const share = alongPx / lengthPx;
    const halfPx = (widthPx[0] + (widthPx[1] - widthPx[0]) * share) / 2;
    const reachPx = halfPx + FEATHER_PX;
    for (const side of [-1, 1] as const) {
      mesh.set(
        [point[0] + mitreX * side * reachPx, point[1] + mitreY * side * reachPx, side * reachPx, halfPx, alongPx, share],
        (index * 2 + (side + 1) / 2) * MESH_FLOATS,
      );
    }
  }
  return mesh;
}

function far(point: ScreenPoint, other: ScreenPoint | undefined): boolean {
  return other === undefined || gapPx(point, other) > 0.05;
}

function gapPx(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The direction across the path at a point, as long as the turn needs. */
function mitre(before: ScreenPoint, point: ScreenPoint, after: ScreenPoint): ScreenPoint {
  const [inX, inY] = across(before === point ? point : before, before === point ? after : point);
  const [outX, outY] = across(after === point ? before : point, after === point ? point : after);
  const squared = (inX + outX) ** 2 + (inY + outY) ** 2;
  if (squared < 0.05) return [inX, inY];
  const stretch = Math.min(2 / squared, MITRE_LIMIT / Math.sqrt(squared));
  return [(inX + outX) * stretch, (inY + outY) * stretch];
}

function across(from: ScreenPoint, to: ScreenPoint): ScreenPoint {
  const length = gapPx(from, to) || 1;
  return [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
}
