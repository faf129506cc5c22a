import { describe, expect, it } from 'vitest';
import { areaContains, createPlane, itemAt } from '../geo/index.ts';
import type { LngLat } from '../geo/index.ts';
import { createArrivalRings } from './arrival-rings.ts';
import { findRoute } from './find-route.ts';
import type { RoadClass } from './road-class.ts';
import { buildRoadGraph } from './road-graph.ts';
import type { RoadLine } from './road-graph.ts';

const MINUTE = 60_000;
/** A spot this near to one on the other side of a line may be taken for it: the lattice is that coarse. */
const CELL_M = 170;
const plane = createPlane([120.28, 31.78]);
const at = (eastM: number, northM: number): LngLat => plane.toLngLat([eastM, northM]);
const road = (roadClass: RoadClass, ...points: [number, number][]): RoadLine => ({ roadClass, coordinates: points.map(([x, y]) => at(x, y)) });

/** A trunk road from west to east with lanes off it, and across a river without a bridge another trunk road. */
const lanes = Array.from({ length: 21 }, (_, i): RoadLine => road(3, [i * 500 - 5_000, 0], [i * 500 - 5_000, 1_500]));
const trunk = road(1, ...Array.from({ length: 21 }, (_, i): [number, number] => [i * 500 - 5_000, 0]));
const graph = buildRoadGraph([trunk, ...lanes, road(1, [-5_000, -800], [5_000, -800])]);
const place = at(0, 300);
const minutes = [3, 5, 8];
const spots = Array.from({ length: 400 }, (_, i): [number, number] => [((i * 7_919) % 14_000) - 7_000, ((i * 104_729) % 4_400) - 600]);

/** Whether one gets from a spot and from all around it to the place in time, from none of them, or from some only. */
function getsThere([eastM, northM]: [number, number], limitMs: number): boolean | 'some' {
  const around = [[0, 0], [CELL_M, 0], [-CELL_M, 0], [0, CELL_M], [0, -CELL_M]] as const;
  const routes = around.map(([right, up]) => findRoute(graph, { from: at(eastM + right, northM + up), to: place, mode: 'vehicle' }));
  const isIn = (route: (typeof routes)[number]): boolean => !route.isEstimate && route.durationMs <= limitMs;
  return routes.every(isIn) ? true : routes.some(isIn) ? 'some' : false;
}

describe('arrival rings', () => {
  it('[MP14] hold the spots from which the recommended way takes no longer than they say, and no others', () => {
    const rings = createArrivalRings(graph, 'vehicle')(place, minutes);
    let checked = 0;
    for (const ring of rings ?? []) {
      for (const spot of spots) {
        const isIn = getsThere(spot, ring.minutes * MINUTE);
        if (isIn === 'some') continue;
        checked += 1;
        expect(areaContains(ring.area, at(...spot)), `${ring.minutes} min from ${spot.join()}`).toBe(isIn);
      }
    }
    expect(checked).toBeGreaterThan(700);
  });

  it('[MP14] reach farther along a trunk road than over a lane, and not over a river to a road no bridge joins', () => {
    const [five] = createArrivalRings(graph, 'vehicle')(place, [5]) ?? [];
    const holds = (spot: LngLat): boolean => five !== undefined && areaContains(five.area, spot);
    expect([holds(at(3_500, 0)), holds(at(0, 1_500)), holds(at(0, 3_500)), holds(at(0, -790))]).toEqual([true, true, false, false]);
  });

  it('come the widest first, each within the one before', () => {
    const rings = createArrivalRings(graph, 'vehicle')(place, minutes) ?? [];
    expect(rings.map((ring) => ring.minutes)).toEqual([8, 5, 3]);
    for (const [index, { area }] of rings.entries()) {
      if (index === 0) continue;
      for (const corner of area.coordinates.flat(2)) expect(areaContains(itemAt(rings, index - 1).area, corner)).toBe(true);
    }
  });

  it('[MP15] are not drawn where the road network does not reach', () => {
    expect(createArrivalRings(graph, 'vehicle')(at(0, 20_000), minutes)).toBeNull();
    expect(createArrivalRings(buildRoadGraph([]), 'vehicle')(place, minutes)).toBeNull();
  });
});
