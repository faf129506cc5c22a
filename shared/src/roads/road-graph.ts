import { bboxOf, createPlane, itemAt, planeDistanceM } from '../geo/index.ts';
import type { LngLat, Plane, PlanePoint } from '../geo/index.ts';
import type { RoadClass } from './road-class.ts';
import { buildSegmentGrid } from './segment-grid.ts';
import type { SegmentGrid } from './segment-grid.ts';

/** A road as it comes from a map: its course and class. */
export interface RoadLine {
  readonly coordinates: readonly LngLat[];
  readonly roadClass: RoadClass;
}

/** A stretch between two junctions. `points` and `alongM` (distance from the start) go vertex by vertex. */
export interface RoadEdge {
  readonly from: number;
  readonly to: number;
  readonly roadClass: RoadClass;
  readonly lengthM: number;
  readonly points: readonly PlanePoint[];
  readonly alongM: readonly number[];
}

/** The road network (路网) of a district: junctions joined by stretches, usable in both directions. Never changed once built. */
export interface RoadGraph {
  readonly plane: Plane;
  readonly nodes: readonly PlanePoint[];
  readonly edges: readonly RoadEdge[];
  /** For each node the numbers of the edges that end there. */
  readonly edgesAt: readonly (readonly number[])[];
  readonly grid: SegmentGrid;
}

/**
 * Joins road lines where they share a vertex (equal to 6 decimals). Lines that merely cross, as on a bridge, stay apart.
 * Stretches without length are left out. No lines give an empty graph, on which every route is an estimate.
 */
export function buildRoadGraph(lines: readonly RoadLine[]): RoadGraph {
  const plane = createPlane(middleOf(lines));
  const uses = countVertexUses(lines);
  const nodes: PlanePoint[] = [];
  const edges: RoadEdge[] = [];
  const edgesAt: number[][] = [];
  const nodeByKey = new Map<string, number>();

  const nodeAt = (place: LngLat): number => {
    const key = vertexKey(place);
    const known = nodeByKey.get(key);
    if (known !== undefined) return known;
    nodeByKey.set(key, nodes.length);
    edgesAt.push([]);
    return nodes.push(plane.toPlane(place)) - 1;
  };
  const addEdge = (stretch: readonly LngLat[], roadClass: RoadClass): void => {
    const points = stretch.map(plane.toPlane);
    const alongM = runningLengths(points);
    const lengthM = itemAt(alongM, alongM.length - 1);
    if (lengthM === 0) return;
    const from = nodeAt(itemAt(stretch, 0));
    const to = nodeAt(itemAt(stretch, stretch.length - 1));
    const edge = edges.push({ from, to, roadClass, lengthM, points, alongM }) - 1;
    edgesAt[from]?.push(edge);
    if (to !== from) edgesAt[to]?.push(edge);
  };

  for (const line of lines) {
    let start = 0;
    for (let i = 1; i < line.coordinates.length; i += 1) {
      const isJunction = (uses.get(vertexKey(itemAt(line.coordinates, i))) ?? 0) > 1;
      if (!isJunction && i < line.coordinates.length - 1) continue;
      addEdge(line.coordinates.slice(start, i + 1), line.roadClass);
      start = i;
    }
  }
  return { plane, nodes, edges, edgesAt, grid: buildSegmentGrid(edges) };
}

function vertexKey([lng, lat]: LngLat): string {
  return `${Math.round(lng * 1e6)},${Math.round(lat * 1e6)}`;
}

function countVertexUses(lines: readonly RoadLine[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const line of lines) {
    for (const place of line.coordinates) uses.set(vertexKey(place), (uses.get(vertexKey(place)) ?? 0) + 1);
  }
  return uses;
}

function middleOf(lines: readonly RoadLine[]): LngLat {
  if (lines.length === 0) return [0, 0];
  const [west, south, east, north] = bboxOf(lines.flatMap((line) => line.coordinates));
  return [(west + east) / 2, (south + north) / 2];
}

function runningLengths(points: readonly PlanePoint[]): number[] {
  const alongM = [0];
  for (let i = 1; i < points.length; i += 1) {
    alongM.push(itemAt(alongM, i - 1) + planeDistanceM(itemAt(points, i - 1), itemAt(points, i)));
  }
  return alongM;
}
