import { distanceM, itemAt, planeDistanceM, roundLngLat } from '../geo/index.ts';
import type { LngLat } from '../geo/index.ts';
import { travelMs, travelSpeedKmh } from './road-class.ts';
import type { TravelMode } from './road-class.ts';
import type { RoadGraph } from './road-graph.ts';
import { arriveAt, legPoints, legsLengthM, legsTo } from './route-legs.ts';
import { growSearchTree } from './search-tree.ts';
import { snapToRoad } from './snap-to-road.ts';
import type { RoadSnap } from './snap-to-road.ts';

/** What a way costs. `isEstimate`: no road joins the two places, so the figures are reckoned from the straight line. */
export interface RouteMeasure {
  readonly distanceM: number;
  readonly durationMs: number;
  readonly isEstimate: boolean;
}

/** A way from place to place (路线), with its course: from the asked start over the roads to the asked end. */
export interface Route extends RouteMeasure {
  readonly line: readonly LngLat[];
}

/** A road way is about this much longer than the straight line; used where the network has no answer. */
export const DETOUR_FACTOR = 1.4;

/** Quickest way between two places. The stretches between the places and their nearest roads count at lane or walking speed. */
export function findRoute(graph: RoadGraph, trip: { from: LngLat; to: LngLat; mode: TravelMode }): Route {
  const { from, to, mode } = trip;
  const start = snapToRoad(graph, from);
  const goal = snapToRoad(graph, to);
  if (start === undefined || goal === undefined) return { ...estimateRoute(trip), line: [from, to] };

  const topSpeedKmh = travelSpeedKmh(mode, 1);
  const tree = growSearchTree({
    graph, mode, start,
    leastRestMs: (node) => travelMs(planeDistanceM(itemAt(graph.nodes, node), goal.point), topSpeedKmh),
    isFinished: (sofar, leastMs) => arriveAt(graph, sofar, { start, goal, mode }).durationMs <= leastMs,
  });
  const arrival = arriveAt(graph, tree, { start, goal, mode });
  if (arrival.durationMs === Infinity) return { ...estimateRoute(trip), line: [from, to] };
  const legs = legsTo(graph, tree, { start, goal, arrival });
  const course = legs.flatMap((leg) => legPoints(graph, leg)).map((point) => roundLngLat(graph.plane.toLngLat(point)));
  return {
    ...withAccess({ distanceM: legsLengthM(legs), durationMs: arrival.durationMs }, start.offM + goal.offM, mode),
    line: withoutRepeats([from, ...course, to]),
  };
}

/** What the ways from one place (a case) to many (units) cost, in the order asked; one search serves them all. */
export function measureRoutes(
  graph: RoadGraph,
  trip: { from: LngLat; targets: readonly LngLat[]; mode: TravelMode },
): RouteMeasure[] {
  const { from, targets, mode } = trip;
  const start = snapToRoad(graph, from);
  const goals = targets.map((target) => snapToRoad(graph, target));
  if (start === undefined) return targets.map((to) => estimateRoute({ from, to, mode }));

  const tree = growSearchTree({ graph, mode, start, leastRestMs: () => 0, isFinished: areReached(graph, goals) });
  return goals.map((goal, index) => {
    const estimate = estimateRoute({ from, to: itemAt(targets, index), mode });
    if (goal === undefined) return estimate;
    const arrival = arriveAt(graph, tree, { start, goal, mode });
    if (arrival.durationMs === Infinity) return estimate;
    const lengthM = legsLengthM(legsTo(graph, tree, { start, goal, arrival }));
    return withAccess({ distanceM: lengthM, durationMs: arrival.durationMs }, start.offM + goal.offM, mode);
  });
}

/** The cost of a way reckoned from the straight line alone: `DETOUR_FACTOR` times as long, at connector or walking speed. */
export function estimateRoute({ from, to, mode }: { from: LngLat; to: LngLat; mode: TravelMode }): RouteMeasure {
  const lengthM = distanceM(from, to) * DETOUR_FACTOR;
  return { distanceM: lengthM, durationMs: travelMs(lengthM, travelSpeedKmh(mode, 2)), isEstimate: true };
}

/** Tells when every goal's edge has both its ends cheaper than anything still queued. */
function areReached(graph: RoadGraph, goals: readonly (RoadSnap | undefined)[]): (tree: { costMs: Float64Array }, leastMs: number) => boolean {
  const awaited = new Set(goals.flatMap((goal) => {
    if (goal === undefined) return [];
    const edge = itemAt(graph.edges, goal.edge);
    return [edge.from, edge.to];
  }));
  return ({ costMs }, leastMs) => {
    for (const node of awaited) {
      if (itemAt(costMs, node) > leastMs) return false;
      awaited.delete(node);
    }
    return true;
  };
}

function withAccess(onRoad: { distanceM: number; durationMs: number }, offM: number, mode: TravelMode): RouteMeasure {
  return { distanceM: onRoad.distanceM + offM, durationMs: onRoad.durationMs + travelMs(offM, travelSpeedKmh(mode, 3)), isEstimate: false };
}

function withoutRepeats(line: readonly LngLat[]): LngLat[] {
  return line.filter((place, index) => {
    const before = line[index - 1];
    return before === undefined || before[0] !== place[0] || before[1] !== place[1];
  });
}
