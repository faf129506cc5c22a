import { itemAt, nearestOnSegment } from '../geo/index.ts';
import type { LngLat, PlanePoint } from '../geo/index.ts';
import type { RoadGraph } from './road-graph.ts';
import { visitSegmentsNear } from './segment-grid.ts';

/** Farther than this from every road a place is not on the network, metres. */
export const SNAP_LIMIT_M = 3_000;

/** A place brought onto the nearest road: which edge, how far along it, and how far off the road the place was, metres. */
export interface RoadSnap {
  readonly edge: number;
  readonly alongM: number;
  readonly offM: number;
  readonly point: PlanePoint;
  readonly lngLat: LngLat;
}

/** Brings a place onto the nearest road; undefined where no road lies within `SNAP_LIMIT_M`. */
export function snapToRoad(graph: RoadGraph, place: LngLat): RoadSnap | undefined {
  const asked = graph.plane.toPlane(place);
  let best: Omit<RoadSnap, 'lngLat'> | undefined;
  visitSegmentsNear({ grid: graph.grid, point: asked, withinM: SNAP_LIMIT_M }, ({ edge, vertex }) => {
    const { points, alongM } = itemAt(graph.edges, edge);
    const hit = nearestOnSegment(asked, itemAt(points, vertex), itemAt(points, vertex + 1));
    if (hit.offM < (best?.offM ?? SNAP_LIMIT_M)) {
      const startM = itemAt(alongM, vertex);
      const lengthM = itemAt(alongM, vertex + 1) - startM;
      best = { edge, alongM: startM + lengthM * hit.share, offM: hit.offM, point: hit.point };
    }
    return best?.offM ?? SNAP_LIMIT_M;
  });
  return best && { ...best, lngLat: graph.plane.toLngLat(best.point) };
}
