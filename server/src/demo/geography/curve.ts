import { itemAt, nearestOnSegment, planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';

/** A course over the plane, metres. */
export type Course = readonly PlanePoint[];

/** Smooth curve through control points (centripetal-like Catmull–Rom), sampled about every `stepM`. */
export function smoothCurve(controls: Course, stepM: number): PlanePoint[] {
  const curve: PlanePoint[] = [];
  for (let i = 0; i + 1 < controls.length; i += 1) {
    const from = itemAt(controls, i);
    const to = itemAt(controls, i + 1);
    const before = controls[i - 1] ?? reflect(to, from);
    const after = controls[i + 2] ?? reflect(from, to);
    const lengthM = planeDistanceM(from, to);
    const startPull = lengthM / Math.max(1, planeDistanceM(before, to));
    const endPull = lengthM / Math.max(1, planeDistanceM(from, after));
    const steps = Math.max(1, Math.round(lengthM / stepM));
    for (let step = 0; step < steps; step += 1) {
      curve.push(hermite(from, to, pull(before, to, startPull), pull(from, after, endPull), step / steps));
    }
  }
  curve.push(itemAt(controls, controls.length - 1));
  return curve;
}

/** Rounds the corners of a course, ends fixed: `rounds` times each inner point moves halfway to the middle of its neighbours. */
export function relaxCourse(course: Course, rounds: number): PlanePoint[] {
  let relaxed = [...course];
  for (let round = 0; round < rounds; round += 1) {
    relaxed = relaxed.map((point, i) => {
      const before = relaxed[i - 1];
      const after = relaxed[i + 1];
      if (before === undefined || after === undefined) return point;
      return [point[0] / 2 + (before[0] + after[0]) / 4, point[1] / 2 + (before[1] + after[1]) / 4];
    });
  }
  return relaxed;
}

/** Cuts each corner in two (Chaikin), ends fixed. */
export function cutCorners(course: Course): PlanePoint[] {
  if (course.length < 3) return [...course];
  const cut: PlanePoint[] = [itemAt(course, 0)];
  for (let i = 0; i + 1 < course.length; i += 1) {
    const a = itemAt(course, i);
    const b = itemAt(course, i + 1);
    if (i > 0) cut.push(towards(a, b, 0.25));
    if (i + 2 < course.length) cut.push(towards(a, b, 0.75));
  }
  return [...cut, itemAt(course, course.length - 1)];
}

/** The course with points no farther apart than `stepM`; the given points stay. */
export function densify(course: Course, stepM: number): PlanePoint[] {
  const dense: PlanePoint[] = [];
  for (let i = 0; i + 1 < course.length; i += 1) {
    const a = itemAt(course, i);
    const b = itemAt(course, i + 1);
    const steps = Math.max(1, Math.ceil(planeDistanceM(a, b) / stepM));
    for (let step = 0; step < steps; step += 1) dense.push(towards(a, b, step / steps));
  }
  return [...dense, itemAt(course, course.length - 1)];
}

/** Drops points that lie within `toleranceM` of the course without them (Douglas–Peucker). */
export function thin(course: Course, toleranceM: number): PlanePoint[] {
  const last = course.length - 1;
  if (last < 2) return [...course];
  let worst = { index: 0, offM: 0 };
  for (let i = 1; i < last; i += 1) {
    const { offM } = nearestOnSegment(itemAt(course, i), itemAt(course, 0), itemAt(course, last));
    if (offM > worst.offM) worst = { index: i, offM };
  }
  if (worst.offM <= toleranceM) return [itemAt(course, 0), itemAt(course, last)];
  return [...thin(course.slice(0, worst.index + 1), toleranceM), ...thin(course.slice(worst.index), toleranceM).slice(1)];
}

/** Length of a course, metres. */
export function courseLengthM(course: Course): number {
  let sumM = 0;
  for (let i = 1; i < course.length; i += 1) sumM += planeDistanceM(itemAt(course, i - 1), itemAt(course, i));
  return sumM;
}

/** The point a share of the way from one point to another. */
export function towards(from: PlanePoint, to: PlanePoint, share: number): PlanePoint {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The point at a distance in a direction, radians anticlockwise from east. */
export function offset(from: PlanePoint, angle: number, lengthM: number): PlanePoint {
  return [from[0] + Math.cos(angle) * lengthM, from[1] + Math.sin(angle) * lengthM];
}

/** Direction from one point to another, radians anticlockwise from east. */
export function angleOf(from: PlanePoint, to: PlanePoint): number {
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}

function reflect(far: PlanePoint, near: PlanePoint): PlanePoint {
  return [2 * near[0] - far[0], 2 * near[1] - far[1]];
}

function pull(from: PlanePoint, to: PlanePoint, strength: number): PlanePoint {
  return [(to[0] - from[0]) * strength, (to[1] - from[1]) * strength];
}

function hermite(from: PlanePoint, to: PlanePoint, start: PlanePoint, end: PlanePoint, t: number): PlanePoint {
  const [t2, t3] = [t * t, t * t * t];
  const [h0, h1, h2, h3] = [2 * t3 - 3 * t2 + 1, t3 - 2 * t2 + t, -2 * t3 + 3 * t2, t3 - t2];
  return [
    h0 * from[0] + h1 * start[0] + h2 * to[0] + h3 * end[0],
    h0 * from[1] + h1 * start[1] + h2 * to[1] + h3 * end[1],
  ];
}
