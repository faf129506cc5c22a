import { itemAt, planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { towards } from './curve.ts';
import type { Course } from './curve.ts';
import type { RoadCourse } from './road-course.ts';
import { SegmentField, crossingShare } from './segment-field.ts';

const SAME_M = 0.6;
const REACH_M = 45;

interface Cut {
  readonly segment: number;
  readonly share: number;
  readonly point: PlanePoint;
}

/**
 * Makes one network of loose courses: open ends reach out to the road beside them, and where courses cross both get the
 * same vertex. Grade-separated roads pass over everything but trunk roads. What stays cut off is left out.
 */
export function joinRoads(roads: readonly RoadCourse[]): RoadCourse[] {
  const reached = reachOut(roads);
  return mainComponent(cutAtCrossings(reached));
}

/** Lengthens or shortens open ends onto the nearest other road within reach. */
function reachOut(roads: readonly RoadCourse[]): RoadCourse[] {
  const field = fieldOf(roads);
  const uses = new Map<string, number>();
  for (const { course } of roads) for (const end of [itemAt(course, 0), itemAt(course, course.length - 1)]) uses.set(keyOf(end), (uses.get(keyOf(end)) ?? 0) + 1);
  return roads.map((road, owner) => {
    if (road.roadClass === 1) return road;
    const target = (end: PlanePoint): PlanePoint[] => {
      if ((uses.get(keyOf(end)) ?? 0) > 1) return [];
      const hit = field.nearest(end, REACH_M, (segment) => segment.owner !== owner && roads[segment.owner]?.isGradeSeparated !== true);
      return hit === undefined || hit.offM < 1e-6 ? [] : [overshoot(end, hit.point)];
    };
    return { ...road, course: [...target(itemAt(road.course, 0)), ...road.course, ...target(itemAt(road.course, road.course.length - 1))] };
  });
}

/** A hand's breadth past the road, so that the crossing search finds it whatever the rounding. */
function overshoot(from: PlanePoint, to: PlanePoint): PlanePoint {
  return towards(from, to, 1 + 0.05 / Math.max(0.05, planeDistanceM(from, to)));
}

function cutAtCrossings(roads: readonly RoadCourse[]): RoadCourse[] {
  const field = fieldOf(roads);
  const cuts = roads.map((): Cut[] => []);
  roads.forEach(({ course }, owner) => {
    for (let segment = 0; segment + 1 < course.length; segment += 1) {
      const [a, b] = [itemAt(course, segment), itemAt(course, segment + 1)];
      field.visit(a, b, 0, (other) => {
        if (other.owner <= owner || !mayMeet(itemAt(roads, owner), itemAt(roads, other.owner))) return;
        const share = crossingShare(a, b, other.a, other.b);
        if (share === undefined) return;
        const point = shared([a, b, other.a, other.b], towards(a, b, share));
        cuts[owner]?.push({ segment, share, point });
        const otherSegment = itemAt(roads, other.owner).course.indexOf(other.a);
        cuts[other.owner]?.push({ segment: otherSegment, share: planeDistanceM(other.a, point) / planeDistanceM(other.a, other.b), point });
      });
    }
  });
  return roads.map((road, owner) => ({ ...road, course: withCuts(road.course, itemAt(cuts, owner)) }));
}

function mayMeet(a: RoadCourse, b: RoadCourse): boolean {
  if (a.isGradeSeparated === true) return b.roadClass === 1;
  return b.isGradeSeparated !== true || a.roadClass === 1;
}

/** The crossing itself, or the end of a piece if that is as good as there. */
function shared(ends: readonly PlanePoint[], crossing: PlanePoint): PlanePoint {
  return ends.find((end) => planeDistanceM(end, crossing) < SAME_M) ?? crossing;
}

function withCuts(course: Course, cuts: readonly Cut[]): PlanePoint[] {
  const sorted = [...cuts].sort((a, b) => a.segment - b.segment || a.share - b.share);
  const points: PlanePoint[] = [];
  const add = (point: PlanePoint): void => {
    const last = points[points.length - 1];
    if (last === undefined || keyOf(last) !== keyOf(point)) points.push(point);
  };
  let next = 0;
  for (const [segment, point] of course.entries()) {
    add(point);
    for (let cut = sorted[next]; cut !== undefined && cut.segment === segment; cut = sorted[next]) {
      add(cut.point);
      next += 1;
    }
  }
  return points;
}

/** The courses that hang together with the longest group of all. */
function mainComponent(roads: readonly RoadCourse[]): RoadCourse[] {
  const leader = roads.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (itemAt(leader, at) !== at) at = itemAt(leader, at);
    leader[index] = at;
    return at;
  };
  const ownerOf = new Map<string, number>();
  for (const [index, { course }] of roads.entries()) {
    for (const point of course) {
      const key = `${point[0]},${point[1]}`;
      const other = ownerOf.get(key);
      if (other === undefined) ownerOf.set(key, index);
      else leader[find(index)] = find(other);
    }
  }
  const sizes = new Map<number, number>();
  for (const [index, { course }] of roads.entries()) sizes.set(find(index), (sizes.get(find(index)) ?? 0) + course.length);
  const [main] = [...sizes].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0]);
  return roads.filter((road, index) => find(index) === main && road.course.length > 1);
}

function fieldOf(roads: readonly RoadCourse[]): SegmentField {
  const field = new SegmentField(120);
  for (const [owner, { course }] of roads.entries()) field.addCourse(course, 0, owner);
  return field;
}

/** Points this near become one place once coordinates are rounded to 6 decimals. */
function keyOf([x, y]: PlanePoint): string {
  return `${Math.round(x * 5)},${Math.round(y * 5)}`;
}
