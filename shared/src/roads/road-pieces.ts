import type { RoadGraph } from './road-graph.ts';

/** The straight pieces of all edges in flat arrays, for those who go through all of them at once: ends in metres of the graph's plane, and where on which edge each begins. */
export interface RoadPieces {
  readonly count: number;
  readonly edge: Int32Array;
  readonly startM: Float64Array;
  /** East and north of both ends, four numbers to a piece. */
  readonly ends: Float64Array;
}

export function roadPieces({ edges }: RoadGraph): RoadPieces {
  const count = edges.reduce((sum, { points }) => sum + points.length - 1, 0);
  const pieces: RoadPieces = { count, edge: new Int32Array(count), startM: new Float64Array(count), ends: new Float64Array(4 * count) };
  let piece = 0;
  for (const [number, { points, alongM }] of edges.entries()) {
    for (const [vertex, end] of points.entries()) {
      const start = points[vertex - 1];
      if (start === undefined) continue;
      pieces.edge[piece] = number;
      pieces.startM[piece] = alongM[vertex - 1] ?? 0;
      pieces.ends[4 * piece] = start[0];
      pieces.ends[4 * piece + 1] = start[1];
      pieces.ends[4 * piece + 2] = end[0];
      pieces.ends[4 * piece + 3] = end[1];
      piece += 1;
    }
  }
  return pieces;
}
