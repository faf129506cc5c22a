import { itemAt, nearestOnSegment } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import type { Course } from './curve.ts';

/** A straight piece with the half width of what it stands for, metres. */
export interface FieldSegment {
  readonly a: PlanePoint;
  readonly b: PlanePoint;
  readonly halfM: number;
  readonly owner: number;
}

/** Where a point meets the nearest piece: the piece, the point on its middle line, and the distance to its edge. */
export interface FieldHit {
  readonly segment: FieldSegment;
  readonly point: PlanePoint;
  readonly offM: number;
}

/** A growing collection of straight pieces in square cells; answers what lies near a point without looking at all of them. */
export class SegmentField {
  readonly #cellM: number;
  readonly #cells = new Map<number, FieldSegment[]>();
  #widestM = 0;

  constructor(cellM: number) {
    this.#cellM = cellM;
  }

  /** Adds a course; `owner` tells later which course a piece came from. */
  addCourse(course: Course, halfM: number, owner = -1): void {
    this.#widestM = Math.max(this.#widestM, halfM);
    for (let i = 0; i + 1 < course.length; i += 1) {
      const segment = { a: itemAt(course, i), b: itemAt(course, i + 1), halfM, owner };
      this.#eachCell(segment.a, segment.b, 0, (key) => {
        const cell = this.#cells.get(key);
        if (cell === undefined) this.#cells.set(key, [segment]);
        else cell.push(segment);
      });
    }
  }

  /** Shows each piece that may come within `marginM` of the box spanned by two points; a piece may come up more than once. */
  visit(a: PlanePoint, b: PlanePoint, marginM: number, look: (segment: FieldSegment) => void): void {
    this.#eachCell(a, b, marginM + this.#widestM, (key) => this.#cells.get(key)?.forEach(look));
  }

  /** Nearest piece whose edge is closer than `withinM`. */
  nearest(point: PlanePoint, withinM: number, isWanted: (segment: FieldSegment) => boolean = () => true): FieldHit | undefined {
    let best: FieldHit | undefined;
    let nearestM = withinM;
    this.visit(point, point, withinM, (segment) => {
      if (!isWanted(segment)) return;
      const hit = nearestOnSegment(point, segment.a, segment.b);
      if (hit.offM - segment.halfM >= nearestM) return;
      nearestM = hit.offM - segment.halfM;
      best = { segment, point: hit.point, offM: nearestM };
    });
    return best;
  }

  /** Distance to the nearest edge, at most `withinM`; negative inside. */
  distanceM(point: PlanePoint, withinM: number): number {
    return this.nearest(point, withinM)?.offM ?? withinM;
  }

  /** Whether the straight line between two points crosses a piece that is wanted. */
  crosses(from: PlanePoint, to: PlanePoint, isWanted: (segment: FieldSegment) => boolean = () => true): boolean {
    let isCrossed = false;
    this.visit(from, to, 0, (segment) => {
      isCrossed ||= isWanted(segment) && crossingShare(from, to, segment.a, segment.b) !== undefined;
    });
    return isCrossed;
  }

  #eachCell(a: PlanePoint, b: PlanePoint, marginM: number, use: (key: number) => void): void {
    const cellM = this.#cellM;
    const west = Math.floor((Math.min(a[0], b[0]) - marginM) / cellM);
    const east = Math.floor((Math.max(a[0], b[0]) + marginM) / cellM);
    const south = Math.floor((Math.min(a[1], b[1]) - marginM) / cellM);
    const north = Math.floor((Math.max(a[1], b[1]) + marginM) / cellM);
    for (let column = west; column <= east; column += 1) {
      for (let row = south; row <= north; row += 1) use(column * 65_536 + row);
    }
  }
}

/** How far along a–b (0–1) it crosses c–d; undefined where they don't cross. */
export function crossingShare(a: PlanePoint, b: PlanePoint, c: PlanePoint, d: PlanePoint): number | undefined {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const across = rx * sy - ry * sx;
  if (across === 0) return undefined;
  const along = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / across;
  const other = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / across;
  return along >= 0 && along <= 1 && other >= 0 && other <= 1 ? along : undefined;
}
