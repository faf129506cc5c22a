import { itemAt } from '../geo/index.ts';
import { MinHeap } from './min-heap.ts';
import { travelMs, travelSpeedKmh } from './road-class.ts';
import type { TravelMode } from './road-class.ts';
import type { RoadEdge, RoadGraph } from './road-graph.ts';
import type { RoadSnap } from './snap-to-road.ts';

/** Least times from a start to the nodes reached, ms (Infinity elsewhere), and the edge each was reached by (-1: the start's own). */
export interface SearchTree {
  readonly costMs: Float64Array;
  readonly cameBy: Int32Array;
}

/** How to search: who travels, from where, what each node still needs at least (0 for plain Dijkstra), and when to stop. */
export interface Search {
  readonly graph: RoadGraph;
  readonly mode: TravelMode;
  readonly start: RoadSnap;
  readonly leastRestMs: (node: number) => number;
  /** Asked before each node is settled, with the least possible whole cost of what is left, ms. */
  readonly isFinished: (tree: SearchTree, leastMs: number) => boolean;
}

/** Time from one place on an edge to another on it, ms. */
export function alongEdgeMs(edge: RoadEdge, lengthM: number, mode: TravelMode): number {
  return travelMs(Math.abs(lengthM), travelSpeedKmh(mode, edge.roadClass));
}

/** Shortest times outward from the start (A*; the rest estimate must be consistent). */
export function growSearchTree({ graph, mode, start, leastRestMs, isFinished }: Search): SearchTree {
  const tree: SearchTree = {
    costMs: new Float64Array(graph.nodes.length).fill(Infinity),
    cameBy: new Int32Array(graph.nodes.length).fill(-1),
  };
  const isSettled = new Uint8Array(graph.nodes.length);
  const heap = new MinHeap();
  const offer = (node: number, costMs: number, edge: number): void => {
    if (costMs >= itemAt(tree.costMs, node)) return;
    tree.costMs[node] = costMs;
    tree.cameBy[node] = edge;
    heap.push(costMs + leastRestMs(node), node);
  };

  const startEdge = itemAt(graph.edges, start.edge);
  offer(startEdge.from, alongEdgeMs(startEdge, start.alongM, mode), -1);
  offer(startEdge.to, alongEdgeMs(startEdge, startEdge.lengthM - start.alongM, mode), -1);
  while (heap.size > 0 && !isFinished(tree, heap.leastKey)) {
    const node = heap.pop();
    if (node === undefined || isSettled[node] === 1) continue;
    isSettled[node] = 1;
    for (const number of itemAt(graph.edgesAt, node)) {
      const edge = itemAt(graph.edges, number);
      const other = edge.from === node ? edge.to : edge.from;
      offer(other, itemAt(tree.costMs, node) + alongEdgeMs(edge, edge.lengthM, mode), number);
    }
  }
  return tree;
}
