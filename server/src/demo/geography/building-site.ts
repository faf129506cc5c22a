import type { PlanePoint } from '@wangge/shared/geo';
import type { BuildingKind } from '@wangge/shared/district-map';
import { boxMeetsSegment, boxesMeet } from './box.ts';
import type { Box } from './box.ts';
import { offset } from './curve.ts';
import type { RoadCourse } from './road-course.ts';
import { roadHalfWidthM } from './road-course.ts';
import { SegmentField } from './segment-field.ts';
import type { Waters } from './waters.ts';

/** A building that stands. */
export interface Building {
  readonly box: Box;
  readonly kind: BuildingKind;
}

const CELL_M = 90;
const ROAD_GAP_M = 3;
const BANK_GAP_M = 5;
const HOUSE_GAP_M = 2.5;

/** Ground to build on: takes a building where it touches no road, water or other building. */
export class BuildingSite {
  readonly buildings: Building[] = [];
  readonly #roads = new SegmentField(CELL_M);
  readonly #waters: Waters;
  readonly #cells = new Map<number, Box[]>();

  constructor(roads: readonly RoadCourse[], waters: Waters) {
    this.#waters = waters;
    for (const road of roads) this.#roads.addCourse(road.course, roadHalfWidthM(road));
  }

  /** Puts a building up if its ground is free. */
  tryBuild(kind: BuildingKind, box: Box): boolean {
    if (!this.#isFree(box)) return false;
    this.buildings.push({ box, kind });
    const key = cellKey(box.centre);
    const cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, [box]);
    else cell.push(box);
    return true;
  }

  /** Nearest road edge, at most `withinM`. */
  roadDistanceM(point: PlanePoint, withinM: number): number {
    return this.#roads.distanceM(point, withinM);
  }

  #isFree(box: Box): boolean {
    for (let right = -2; right <= 2; right += 1) {
      for (let up = -2; up <= 2; up += 1) {
        const cell = this.#cells.get(cellKey([box.centre[0] + right * CELL_M, box.centre[1] + up * CELL_M]));
        if (cell?.some((other) => boxesMeet(box, other, HOUSE_GAP_M)) === true) return false;
      }
    }
    const a = offset(box.centre, box.tilt, -box.halfLongM);
    const b = offset(box.centre, box.tilt, box.halfLongM);
    const isHit = (field: SegmentField, gapM: number): boolean => {
      let hit = false;
      field.visit(a, b, box.halfWideM + gapM, (segment) => {
        hit ||= boxMeetsSegment(box, segment.a, segment.b, segment.halfM + gapM);
      });
      return hit;
    };
    return !isHit(this.#roads, ROAD_GAP_M) && !isHit(this.#waters.field, BANK_GAP_M) && !this.#waters.isInPond(box.centre);
  }
}

function cellKey([x, y]: PlanePoint): number {
  return Math.floor(x / CELL_M) * 65_536 + Math.floor(y / CELL_M);
}
