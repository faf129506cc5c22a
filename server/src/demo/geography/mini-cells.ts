import { bboxOf, itemAt, planeDistanceM, ringContains } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { densify } from './curve.ts';
import type { Course } from './curve.ts';
import { triangulate } from './delaunay.ts';
import type { Triangle } from './delaunay.ts';
import { createRandom } from './random.ts';
import { SegmentField } from './segment-field.ts';

const CELL_M = 235;
const BORDER_STEP_M = 150;
const BORDER_OFF_M = 66;

/** Outside every township. */
export const OUTSIDE = -1;

/** The small pieces of land grids are put together from: sites of a Voronoi diagram, which township each lies in (its index, or `OUTSIDE`), and who adjoins whom. */
export interface MiniCells {
  readonly sites: readonly PlanePoint[];
  readonly town: readonly number[];
  readonly triangles: readonly Triangle[];
  readonly neighbours: readonly (readonly number[])[];
}

/**
 * Strews sites over and around the outlines of adjoining townships. Along an outline they stand in mirrored pairs, so that the
 * border between its cells and others follows it; elsewhere on a shaken honeycomb.
 */
export function strewMiniCells(seed: number, outlines: readonly Course[]): MiniCells {
  const random = createRandom(seed, 'mini cells');
  const closed = outlines.map((outline) => [...outline, itemAt(outline, 0)]);
  const townAt = (place: PlanePoint): number => closed.findIndex((ring) => ringContains(ring, place));
  const sites: PlanePoint[] = [];
  const town: number[] = [];
  for (const ring of closed) {
    const border = densify(ring, BORDER_STEP_M);
    for (let i = 0; i + 1 < border.length; i += 1) {
      for (const { site, inner } of mirroredPair(itemAt(border, i), itemAt(border, i + 1), random.between(0.8, 1.2) * BORDER_OFF_M)) {
        if (ringContains(ring, site) !== inner || sites.some((other) => planeDistanceM(other, site) < BORDER_OFF_M * 1.2)) continue;
        sites.push(site);
        town.push(townAt(site));
      }
    }
  }
  const borderSites = new SegmentField(CELL_M);
  for (const site of sites) borderSites.addCourse([site, site], 0);
  for (const site of shakenHoneycomb(closed.flat(), random.next)) {
    if (borderSites.distanceM(site, CELL_M) < CELL_M * 0.74) continue;
    sites.push(site);
    town.push(townAt(site));
  }
  const triangles = triangulate(sites);
  return { sites, town, triangles, neighbours: neighboursOf(sites.length, triangles) };
}

function mirroredPair(from: PlanePoint, to: PlanePoint, offM: number): { site: PlanePoint; inner: boolean }[] {
  const lengthM = planeDistanceM(from, to);
  const [midX, midY] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const [normalX, normalY] = [((to[1] - from[1]) / lengthM) * offM, ((from[0] - to[0]) / lengthM) * offM];
  return [
    { site: [midX + normalX, midY + normalY], inner: true },
    { site: [midX - normalX, midY - normalY], inner: false },
  ];
}

function* shakenHoneycomb(around: Course, chance: () => number): Generator<PlanePoint> {
  const [west, south, east, north] = bboxOf(around);
  const rowM = CELL_M * 0.866;
  let isOdd = false;
  for (let y = south - 700; y < north + 700; y += rowM) {
    isOdd = !isOdd;
    for (let x = west - 700 + (isOdd ? CELL_M / 2 : 0); x < east + 700; x += CELL_M) {
      yield [x + (chance() - 0.5) * CELL_M * 0.62, y + (chance() - 0.5) * CELL_M * 0.62];
    }
  }
}

function neighboursOf(count: number, triangles: readonly Triangle[]): number[][] {
  const sets = Array.from({ length: count }, () => new Set<number>());
  for (const { corners: [a, b, c] } of triangles) {
    sets[a]?.add(b).add(c);
    sets[b]?.add(a).add(c);
    sets[c]?.add(a).add(b);
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}
