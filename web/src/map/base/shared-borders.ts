import { polygonsOf, type Area, type Feature, type FeatureCollection, type LineString, type LngLat } from '@wangge/shared/geo';

/**
 * The borders between areas (内部界线), each drawn once though two areas share it, as lines as long as they go without a fork. An edge that only
 * one area has is the outer border and is left out. Neighbours must share their vertices.
 */
export function sharedBorders(areas: readonly Area[]): FeatureCollection<LineString, Record<string, never>> {
  const edges = new Map<string, { readonly ends: readonly [string, string]; count: number }>();
  const places = new Map<string, LngLat>();
  for (const ring of areas.flatMap((area) => polygonsOf(area).flat())) {
    for (let index = 1; index < ring.length; index += 1) {
      const [from, to] = [ring[index - 1], ring[index]];
      if (from === undefined || to === undefined) continue;
      const ends = [keyOf(from), keyOf(to)] as const;
      places.set(ends[0], from).set(ends[1], to);
      const key = ends[0] < ends[1] ? `${ends[0]} ${ends[1]}` : `${ends[1]} ${ends[0]}`;
      const edge = edges.get(key);
      if (edge === undefined) edges.set(key, { ends, count: 1 });
      else edge.count += 1;
    }
  }
  const neighbours = new Map<string, Set<string>>();
  for (const { ends: [a, b], count } of edges.values()) {
    if (count < 2) continue;
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
  }
  const features = walks(neighbours).map((keys): Feature<LineString, Record<string, never>> => ({
    type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: keys.map((key) => places.get(key) ?? [0, 0]) },
  }));
  return { type: 'FeatureCollection', features };
}

function keyOf([lng, lat]: LngLat): string {
  return `${lng},${lat}`;
}

/** Walks every edge once: first from the forks and ends, then round the rings that have none. */
function walks(neighbours: Map<string, Set<string>>): string[][] {
  const degrees = new Map([...neighbours].map(([key, others]) => [key, others.size]));
  const starts = [...neighbours.keys()].sort((a, b) => Number(degrees.get(a) === 2) - Number(degrees.get(b) === 2));
  return starts.flatMap((start) => {
    const found: string[][] = [];
    for (let [first] = neighbours.get(start) ?? []; first !== undefined; [first] = neighbours.get(start) ?? []) {
      found.push(walkFrom(neighbours, degrees, start, first));
    }
    return found;
  });
}

function walkFrom(neighbours: Map<string, Set<string>>, degrees: ReadonlyMap<string, number>, start: string, first: string): string[] {
  const walk = [start];
  let [here, next]: [string, string | undefined] = [start, first];
  while (next !== undefined) {
    neighbours.get(here)?.delete(next);
    neighbours.get(next)?.delete(here);
    walk.push(next);
    here = next;
    next = degrees.get(here) === 2 ? [...(neighbours.get(here) ?? [])][0] : undefined;
  }
  return walk;
}
