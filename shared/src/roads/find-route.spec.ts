import { describe, expect, it } from 'vitest';
import { createPlane, distanceM, itemAt, lineLengthM } from '../geo/index.ts';
import type { LngLat } from '../geo/index.ts';
import { findRoute, measureRoutes } from './find-route.ts';
import { travelMs, travelSpeedKmh } from './road-class.ts';
import type { RoadClass } from './road-class.ts';
import { buildRoadGraph } from './road-graph.ts';
import type { RoadLine } from './road-graph.ts';
import { snapToRoad } from './snap-to-road.ts';

const plane = createPlane([120.28, 31.78]);
const at = (eastM: number, northM: number): LngLat => plane.toLngLat([eastM, northM]);
const road = (roadClass: RoadClass, ...points: [number, number][]): RoadLine => ({ roadClass, coordinates: points.map(([x, y]) => at(x, y)) });

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Random stretches between the points of a small lattice, some bent, of mixed classes. */
function randomRoads(random: () => number, side: number): RoadLine[] {
  const corner = (column: number, row: number): [number, number] => [column * 400 + ((row * 37) % 90), row * 400 + ((column * 53) % 110)];
  const lines: RoadLine[] = [];
  for (let column = 0; column < side; column += 1) {
    for (let row = 0; row < side; row += 1) {
      for (const [right, up] of [[1, 0], [0, 1]] as const) {
        if (random() < 0.25 || column + right >= side || row + up >= side) continue;
        const a = corner(column, row);
        const b = corner(column + right, row + up);
        const bend: [number, number] = [(a[0] + b[0]) / 2 + random() * 80, (a[1] + b[1]) / 2 - random() * 80];
        lines.push(road(((Math.floor(random() * 3)) + 1) as RoadClass, a, bend, b));
      }
    }
  }
  return lines;
}

/** Least times between all nodes, by trying every edge again until nothing improves. */
function bruteForceMs(graph: ReturnType<typeof buildRoadGraph>, from: number): number[] {
  const costs = graph.nodes.map((_, node) => (node === from ? 0 : Infinity));
  for (let round = 0; round < graph.nodes.length; round += 1) {
    for (const edge of graph.edges) {
      const ms = travelMs(edge.lengthM, travelSpeedKmh('vehicle', edge.roadClass));
      costs[edge.to] = Math.min(itemAt(costs, edge.to), itemAt(costs, edge.from) + ms);
      costs[edge.from] = Math.min(itemAt(costs, edge.from), itemAt(costs, edge.to) + ms);
    }
  }
  return costs;
}

describe('routes', () => {
  it('cost what brute force finds, on random networks', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seededRandom(seed);
      const graph = buildRoadGraph(randomRoads(random, 6));
      const from = Math.floor(random() * graph.nodes.length);
      const expected = bruteForceMs(graph, from);
      const places = graph.nodes.map(graph.plane.toLngLat);
      const measured = measureRoutes(graph, { from: itemAt(places, from), targets: places, mode: 'vehicle' });
      for (const [node, place] of places.entries()) {
        const route = findRoute(graph, { from: itemAt(places, from), to: place, mode: 'vehicle' });
        const isReachable = itemAt(expected, node) < Infinity;
        expect(route.isEstimate).toBe(!isReachable);
        if (isReachable) expect(Math.abs(route.durationMs - itemAt(expected, node))).toBeLessThan(5);
        expect(Math.abs(itemAt(measured, node).durationMs - route.durationMs)).toBeLessThan(5);
        expect(Math.abs(itemAt(measured, node).distanceM - route.distanceM)).toBeLessThan(1);
      }
    }
  });

  it('are as long as the line they draw, and begin and end where asked', () => {
    const random = seededRandom(7);
    const graph = buildRoadGraph(randomRoads(random, 7));
    for (let i = 0; i < 40; i += 1) {
      const from = at(random() * 2_400, random() * 2_400);
      const to = at(random() * 2_400, random() * 2_400);
      const route = findRoute(graph, { from, to, mode: 'foot' });
      expect([route.line[0], route.line.at(-1)]).toEqual([from, to]);
      if (!route.isEstimate) expect(Math.abs(lineLengthM(route.line) / route.distanceM - 1)).toBeLessThan(0.005);
    }
  });

  it('prefer a quick detour over a slow short cut in a vehicle, and the short cut on foot', () => {
    const graph = buildRoadGraph([road(3, [0, 0], [1_000, 0]), road(1, [0, 0], [500, 500], [1_000, 0])]);
    expect(findRoute(graph, { from: at(0, 0), to: at(1_000, 0), mode: 'vehicle' }).distanceM).toBeCloseTo(1_414, -1);
    expect(findRoute(graph, { from: at(0, 0), to: at(1_000, 0), mode: 'foot' }).distanceM).toBeCloseTo(1_000, -1);
  });

  it('stay on one stretch when both places lie on it', () => {
    const graph = buildRoadGraph([road(2, [0, 0], [1_000, 0])]);
    const route = findRoute(graph, { from: at(800, 10), to: at(300, -10), mode: 'vehicle' });
    expect(route.distanceM).toBeCloseTo(520, 0);
    expect(route.durationMs).toBeCloseTo(travelMs(500, 40) + travelMs(20, 25), -2);
  });

  it('are flagged estimates of 1.4 times the straight line where no road joins the places', () => {
    const graph = buildRoadGraph([road(2, [0, 0], [500, 0]), road(2, [2_000, 0], [2_500, 0])]);
    for (const network of [graph, buildRoadGraph([])]) {
      const route = findRoute(network, { from: at(100, 0), to: at(2_400, 0), mode: 'vehicle' });
      expect(route.isEstimate).toBe(true);
      expect(route.distanceM).toBeCloseTo(1.4 * distanceM(at(100, 0), at(2_400, 0)), 3);
      expect(route.line).toHaveLength(2);
      expect(measureRoutes(network, { from: at(100, 0), targets: [at(2_400, 0)], mode: 'vehicle' })).toEqual([
        { distanceM: route.distanceM, durationMs: route.durationMs, isEstimate: true },
      ]);
    }
  });
});

describe('snapping', () => {
  it('finds the nearest of all stretches, like trying each one', () => {
    const random = seededRandom(3);
    const lines = randomRoads(random, 8);
    const graph = buildRoadGraph(lines);
    const alone = lines.map((line) => buildRoadGraph([line]));
    for (let i = 0; i < 200; i += 1) {
      const place = at(random() * 4_000 - 600, random() * 4_000 - 600);
      const each = alone.map((single) => snapToRoad(single, place)?.offM ?? Infinity);
      expect(snapToRoad(graph, place)?.offM).toBeCloseTo(Math.min(...each), 0);
    }
  });

  it('leaves places alone that are farther than 3 km from every road', () => {
    const graph = buildRoadGraph([road(2, [0, 0], [500, 0])]);
    expect(snapToRoad(graph, at(0, 2_990))?.offM).toBeCloseTo(2_990, 0);
    expect(snapToRoad(graph, at(0, 3_010))).toBeUndefined();
    expect(snapToRoad(graph, [114.06, 22.54])).toBeUndefined();
  });
});

describe('a road graph', () => {
  it('joins lines at shared vertices only', () => {
    const crossing = buildRoadGraph([road(1, [-500, 0], [0, 0], [500, 0]), road(2, [0, -500], [0, 0], [0, 500])]);
    expect(crossing.edges).toHaveLength(4);
    const bridge = buildRoadGraph([road(1, [-500, 0], [500, 0]), road(2, [0, -500], [0, 500])]);
    expect(bridge.edges).toHaveLength(2);
    expect(findRoute(bridge, { from: at(400, 0), to: at(0, 400), mode: 'vehicle' }).isEstimate).toBe(true);
  });
});
