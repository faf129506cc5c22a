import { areaBbox } from './bbox.ts';
import { ringContains } from './area.ts';
import { polygonsOf } from './geojson.ts';
import type { Area } from './geojson.ts';
import { itemAt } from './item-at.ts';
import type { LngLat } from './lng-lat.ts';
import { createPlane, nearestOnSegment } from './plane.ts';
import type { PlanePoint } from './plane.ts';

const SEARCH_ROUNDS = 6;
const CELLS_KEPT = 3;

interface Candidate {
  readonly point: PlanePoint;
  readonly clearanceM: number;
}

/**
 * The place in an area that is farthest from every border (pole of inaccessibility), so that a name written there has
 * room. Found by a coarse lattice refined around its best cells: true to about 1 % of the area's extent.
 */
export function labelPoint(area: Area): LngLat {
  const [west, south, east, north] = areaBbox(area);
  const plane = createPlane([(west + east) / 2, (south + north) / 2]);
  const rings = polygonsOf(area).flatMap((polygon) => polygon.map((ring) => ring.map(plane.toPlane)));
  const [right, top] = plane.toPlane([east, north]);
  let reachM = Math.max(right, top) / 6;
  let best = refine(rings, [{ point: [0, 0], clearanceM: 0 }], reachM, 6);
  for (let round = 0; round < SEARCH_ROUNDS; round += 1) {
    reachM /= 2;
    best = refine(rings, best, reachM, 1);
  }
  return plane.toLngLat(itemAt(best, 0).point);
}

function refine(rings: readonly PlanePoint[][], around: readonly Candidate[], stepM: number, steps: number): Candidate[] {
  const found: Candidate[] = [];
  for (const { point } of around) {
    for (let column = -steps; column <= steps; column += 1) {
      for (let row = -steps; row <= steps; row += 1) {
        const candidate: PlanePoint = [point[0] + column * stepM, point[1] + row * stepM];
        found.push({ point: candidate, clearanceM: clearanceM(rings, candidate) });
      }
    }
  }
  return found.sort((a, b) => b.clearanceM - a.clearanceM).slice(0, CELLS_KEPT);
}

/** Distance to the nearest border, negative outside. Holes count through the even-odd rule. */
function clearanceM(rings: readonly PlanePoint[][], point: PlanePoint): number {
  let nearestM = Infinity;
  let isInside = false;
  for (const ring of rings) {
    if (ringContains(ring, point)) isInside = !isInside;
    let before: PlanePoint | undefined;
    for (const corner of ring) {
      if (before !== undefined) nearestM = Math.min(nearestM, nearestOnSegment(point, before, corner).offM);
      before = corner;
    }
  }
  return isInside ? nearestM : -nearestM;
}
