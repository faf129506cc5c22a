import { planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { offset } from './curve.ts';

/** A rectangle lying on the plane: middle, direction of its long side (radians), and half its sides, metres. */
export interface Box {
  readonly centre: PlanePoint;
  readonly tilt: number;
  readonly halfLongM: number;
  readonly halfWideM: number;
}

/** The four corners, anticlockwise. */
export function boxCorners({ centre, tilt, halfLongM, halfWideM }: Box): PlanePoint[] {
  const at = (long: number, wide: number): PlanePoint => offset(offset(centre, tilt, long * halfLongM), tilt + Math.PI / 2, wide * halfWideM);
  return [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
}

/** Whether a segment comes nearer to the box than `marginM` (corners of the margin are square). */
export function boxMeetsSegment(box: Box, a: PlanePoint, b: PlanePoint, marginM: number): boolean {
  const [ax, ay] = toBoxFrame(box, a);
  const [bx, by] = toBoxFrame(box, b);
  let [enter, leave] = [0, 1];
  for (const [from, to, half] of [[ax, bx, box.halfLongM + marginM], [ay, by, box.halfWideM + marginM]] as const) {
    const step = to - from;
    if (step === 0 && Math.abs(from) > half) return false;
    if (step === 0) continue;
    const [first, second] = [(-half - from) / step, (half - from) / step];
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
  }
  return enter <= leave;
}

/** Whether two boxes come nearer than `gapM` (separating axes). */
export function boxesMeet(a: Box, b: Box, gapM: number): boolean {
  if (planeDistanceM(a.centre, b.centre) > reachOf(a) + reachOf(b) + gapM) return false;
  const wider = { ...a, halfLongM: a.halfLongM + gapM, halfWideM: a.halfWideM + gapM };
  return !isParted(wider, b) && !isParted(b, wider);
}

function isParted(frame: Box, other: Box): boolean {
  const corners = boxCorners(other).map((corner) => toBoxFrame(frame, corner));
  const isBeyond = (axis: 0 | 1, half: number): boolean =>
    corners.every((corner) => corner[axis] > half) || corners.every((corner) => corner[axis] < -half);
  return isBeyond(0, frame.halfLongM) || isBeyond(1, frame.halfWideM);
}

function toBoxFrame({ centre, tilt }: Box, point: PlanePoint): PlanePoint {
  const [x, y] = [point[0] - centre[0], point[1] - centre[1]];
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  return [x * cos + y * sin, y * cos - x * sin];
}

function reachOf(box: Box): number {
  return Math.sqrt(box.halfLongM ** 2 + box.halfWideM ** 2);
}
