import { itemAt } from '../geo/index.ts';
import type { PlanePoint } from '../geo/index.ts';
import type { TravelMode } from './road-class.ts';
import type { RoadGraph } from './road-graph.ts';
import { alongEdgeMs } from './search-tree.ts';
import type { SearchTree } from './search-tree.ts';
import type { RoadSnap } from './snap-to-road.ts';

/** A place on a road: the edge, and how far along it. */
type OnRoad = Pick<RoadSnap, 'edge' | 'alongM'>;

/** A part of an edge travelled, from one distance along it to another, metres; backwards where `toM` is less. */
export interface RouteLeg {
  readonly edge: number;
  readonly fromM: number;
  readonly toM: number;
}

/** How the goal's edge is entered: at which node (undefined: start and goal lie on the same edge), and the whole time, ms. */
export interface Arrival {
  readonly durationMs: number;
  readonly node: number | undefined;
  readonly enteredM: number;
}

/** Best known way to reach a goal with a tree; `durationMs` is Infinity where none is known. */
export function arriveAt(graph: RoadGraph, tree: SearchTree, trip: { start: RoadSnap; goal: OnRoad; mode: TravelMode }): Arrival {
  const { start, goal, mode } = trip;
  const edge = itemAt(graph.edges, goal.edge);
  const arrivals: Arrival[] = [
    { node: edge.from, enteredM: 0, durationMs: itemAt(tree.costMs, edge.from) + alongEdgeMs(edge, goal.alongM, mode) },
    { node: edge.to, enteredM: edge.lengthM, durationMs: itemAt(tree.costMs, edge.to) + alongEdgeMs(edge, edge.lengthM - goal.alongM, mode) },
  ];
  if (start.edge === goal.edge) {
    const durationMs = alongEdgeMs(edge, goal.alongM - start.alongM, mode);
    arrivals.push({ node: undefined, enteredM: start.alongM, durationMs });
  }
  return arrivals.reduce((best, arrival) => (arrival.durationMs < best.durationMs ? arrival : best));
}

/** The parts of edges travelled from start to goal, in order. */
export function legsTo(graph: RoadGraph, tree: SearchTree, trip: { start: RoadSnap; goal: RoadSnap; arrival: Arrival }): RouteLeg[] {
  const { start, goal, arrival } = trip;
  const backwards: RouteLeg[] = [{ edge: goal.edge, fromM: arrival.enteredM, toM: goal.alongM }];
  if (arrival.node === undefined) return backwards;
  let node = arrival.node;
  for (let number = itemAt(tree.cameBy, node); number >= 0; number = itemAt(tree.cameBy, node)) {
    const edge = itemAt(graph.edges, number);
    const isForward = edge.to === node;
    backwards.push({ edge: number, fromM: isForward ? 0 : edge.lengthM, toM: isForward ? edge.lengthM : 0 });
    node = isForward ? edge.from : edge.to;
  }
  const first = itemAt(graph.edges, start.edge);
  const leavesAtStart = first.from === node && (first.to !== node || start.alongM <= first.lengthM / 2);
  backwards.push({ edge: start.edge, fromM: start.alongM, toM: leavesAtStart ? 0 : first.lengthM });
  return backwards.reverse();
}

/** Length of legs, metres. */
export function legsLengthM(legs: readonly RouteLeg[]): number {
  return legs.reduce((sum, leg) => sum + Math.abs(leg.toM - leg.fromM), 0);
}

/** The course of one leg, both ends interpolated. */
export function legPoints(graph: RoadGraph, leg: RouteLeg): PlanePoint[] {
  const { points, alongM } = itemAt(graph.edges, leg.edge);
  const lowM = Math.min(leg.fromM, leg.toM);
  const highM = Math.max(leg.fromM, leg.toM);
  const inside = points.filter((_, vertex) => itemAt(alongM, vertex) > lowM && itemAt(alongM, vertex) < highM);
  const course = [pointAt(points, alongM, lowM), ...inside, pointAt(points, alongM, highM)];
  return leg.toM < leg.fromM ? course.reverse() : course;
}

function pointAt(points: readonly PlanePoint[], alongM: readonly number[], atM: number): PlanePoint {
  const next = Math.max(1, alongM.findIndex((passedM) => passedM >= atM - 1e-9));
  const from = itemAt(points, next - 1);
  const to = itemAt(points, next);
  const startM = itemAt(alongM, next - 1);
  const stepM = itemAt(alongM, next) - startM;
  const share = stepM === 0 ? 0 : (atM - startM) / stepM;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
