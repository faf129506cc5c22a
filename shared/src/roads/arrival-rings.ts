import { MINUTE_MS } from '../base/index.ts';
import { contourAreas, itemAt, roundLngLat, signedRingArea, simplifyLine } from '../geo/index.ts';
import type { Lattice, LngLat, MultiPolygon, PlanePoint } from '../geo/index.ts';
import { travelMs, travelSpeedKmh } from './road-class.ts';
import type { TravelMode } from './road-class.ts';
import type { RoadGraph } from './road-graph.ts';
import { layRoadLattice } from './road-lattice.ts';
import { roadPieces, type RoadPieces } from './road-pieces.ts';
import { arriveAt } from './route-legs.ts';
import { growSearchTree } from './search-tree.ts';
import type { SearchTree } from './search-tree.ts';
import { SNAP_LIMIT_M, snapToRoad } from './snap-to-road.ts';
import type { RoadSnap } from './snap-to-road.ts';

/** The area from which somebody is at a place within so many minutes (到达圈). */
export interface ArrivalRing {
  readonly minutes: number;
  readonly area: MultiPolygon;
}

/** What is answered about a place: its rings, the widest first; or that the road network does not reach it. */
export type ArrivalAnswer = { readonly kind: 'rings'; readonly rings: readonly ArrivalRing[] } | { readonly kind: 'no-road' };

/** Reckons the rings around a place, the widest first; null where no road lies near it, for then there is nothing to reckon from. */
export type FindArrivalRings = (place: LngLat, minutes: readonly number[]) => readonly ArrivalRing[] | null;

/** Distance of two reckoned spots: as fine as a small town needs, and coarser where the rings are wide. */
const FINEST_CELL_M = 60;
const MOST_CELLS = 100;
/** Specks smaller than this many cells are left out: they are the lattice's, not the land's. */
const LEAST_CELLS = 3;

/** A search outward from the place, and how far in time it went. */
interface Reach {
  readonly graph: RoadGraph;
  readonly mode: TravelMode;
  readonly start: RoadSnap;
  readonly tree: SearchTree;
  readonly maxMs: number;
}

/**
 * Makes a finder of rings over a graph, in the time that `findRoute` gives for the way to the place: over the roads by their class, and between spot and nearest road at lane or
 * walking speed.
 */
export function createArrivalRings(graph: RoadGraph, mode: TravelMode): FindArrivalRings {
  const pieces = roadPieces(graph);
  return (place, minutes) => {
    const start = snapToRoad(graph, place);
    if (start === undefined) return null;
    const maxMs = Math.max(0, ...minutes) * MINUTE_MS;
    const tree = growSearchTree({ graph, mode, start, leastRestMs: () => 0, isFinished: (_, leastMs) => leastMs > maxMs });
    const lattice = nearnessLattice({ graph, mode, start, tree, maxMs }, pieces);
    return [...minutes].sort((a, b) => b - a).map((limit) => ({ minutes: limit, area: { type: 'MultiPolygon', coordinates: areasWithin(graph, lattice, limit * MINUTE_MS) } }));
  };
}

function areasWithin(graph: RoadGraph, lattice: Lattice, limitMs: number): LngLat[][][] {
  const leastM2 = LEAST_CELLS * lattice.cellM ** 2;
  return contourAreas(lattice, -limitMs)
    .map((rings) => rings.filter((ring) => Math.abs(signedRingArea(ring)) >= leastM2))
    .filter(([hill]) => hill !== undefined && signedRingArea(hill) > 0)
    .map((rings) => rings.map((ring) => simplifyLine(ring.map((point) => roundLngLat(graph.plane.toLngLat(point))), lattice.cellM / 8)));
}

/** Minus the time from each spot to the place, ms; as if twice `maxMs` where it is longer, where no road leads, and along the edge. */
function nearnessLattice(reach: Reach, pieces: RoadPieces): Lattice {
  const { graph, mode, start, tree, maxMs } = reach;
  const [west, south, east, north] = reachBox(reach);
  const cellM = Math.max(FINEST_CELL_M, Math.max(east - west, north - south) / MOST_CELLS);
  const frame = { originM: [west - cellM, south - cellM] as const, cellM, columns: Math.ceil((east - west) / cellM) + 3, rows: Math.ceil((north - south) / cellM) + 3 };
  const spots = layRoadLattice(pieces, { ...frame, farthestM: SNAP_LIMIT_M });
  const offRoadMsPerM = travelMs(1, travelSpeedKmh(mode, 3));
  const values = new Float64Array(frame.columns * frame.rows).fill(-2 * maxMs);
  for (let row = 1; row < frame.rows - 1; row += 1) {
    for (let column = 1; column < frame.columns - 1; column += 1) {
      const spot = row * frame.columns + column;
      const edge = itemAt(spots.edge, spot);
      if (edge < 0) continue;
      const { durationMs } = arriveAt(graph, tree, { start, goal: { edge, alongM: itemAt(spots.alongM, spot) }, mode });
      values[spot] = -Math.min(durationMs + (start.offM + itemAt(spots.offM, spot)) * offRoadMsPerM, 2 * maxMs);
    }
  }
  return { ...frame, values };
}

/** Bounds of what can be within `maxMs`: around each vertex in reach as far as the rest of the time leads off the road, and the vertex after it. */
function reachBox({ graph, mode, start, tree, maxMs }: Reach): readonly [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [...start.point, ...start.point];
  const include = ([x, y]: PlanePoint, byM: number): void => {
    box[0] = Math.min(box[0], x - byM);
    box[1] = Math.min(box[1], y - byM);
    box[2] = Math.max(box[2], x + byM);
    box[3] = Math.max(box[3], y + byM);
  };
  const offRoadM = (restMs: number): number => Math.min(SNAP_LIMIT_M, (restMs * travelSpeedKmh(mode, 3)) / 3_600);
  const own = itemAt(graph.edges, start.edge);
  include(start.point, Math.max(offRoadM(maxMs), Math.min(own.lengthM, (maxMs * travelSpeedKmh(mode, own.roadClass)) / 3_600)));
  for (const { from, to, roadClass, lengthM, points, alongM } of graph.edges) {
    const [fromMs, toMs] = [itemAt(tree.costMs, from), itemAt(tree.costMs, to)];
    if (Math.min(fromMs, toMs) > maxMs) continue;
    const perM = travelMs(1, travelSpeedKmh(mode, roadClass));
    for (const [vertex, passedM] of alongM.entries()) {
      const restMs = maxMs - Math.min(fromMs + passedM * perM, toMs + (lengthM - passedM) * perM);
      if (restMs < 0) continue;
      include(itemAt(points, vertex), offRoadM(restMs));
      for (const next of [points[vertex - 1], points[vertex + 1]]) if (next !== undefined) include(next, 0);
    }
  }
  return box;
}
