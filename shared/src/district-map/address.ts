import { areaBbox, areaContains, bboxContains, createPlane, distanceM, itemAt, labelPoint, nearestOnSegment, planeDistanceM } from '../geo/index.ts';
import type { LngLat, PlanePoint } from '../geo/index.ts';
import type { DistrictMap } from './district-map.ts';

/** Within these distances of a place its address names the crossing, the landmark, the road; metres. */
const CROSSING_M = 120;
const LANDMARK_M = 160;
const ROAD_M = 220;

interface NamedPiece {
  readonly name: string;
  readonly a: PlanePoint;
  readonly b: PlanePoint;
}

/**
 * Makes the function that says a place in words (地址描述), best first: 霞客大道与新街路口, 马镇中心小学附近, 璜塘大街璜塘村段,
 * 新街村陆家桥附近, 新街村第4网格. Outside the district it answers undefined. The words come from the map alone.
 */
export function createAddressFinder(map: DistrictMap): (place: LngLat) => string | undefined {
  const plane = createPlane(labelPoint(map.outline.geometry));
  const pieces = namedPieces(map, plane.toPlane);
  const villages = map.villages.features.map((village) => ({ ...village, box: areaBbox(village.geometry) }));
  const grids = map.grids.features.map((grid) => ({ ...grid, box: areaBbox(grid.geometry) }));
  const places = map.places?.features ?? [];

  return (place) => {
    const village = villages.find(({ box, geometry }) => bboxContains(box, place) && areaContains(geometry, place));
    if (village === undefined) return undefined;
    const roads = roadsNear(pieces, plane.toPlane(place));
    const [first, second] = roads;
    if (first !== undefined && second !== undefined && second.offM < CROSSING_M) return crossingName(first.name, second.name);
    const landmark = places
      .map(({ geometry, properties }) => ({ ...properties, offM: distanceM(place, geometry.coordinates) }))
      .filter(({ offM }) => offM < LANDMARK_M)
      .reduce<{ name: string; kind: string; offM: number } | undefined>((best, next) => (best === undefined || next.offM < best.offM ? next : best), undefined);
    if (landmark !== undefined && landmark.kind !== 'hamlet') return `${landmark.name}附近`;
    if (first !== undefined) return `${first.name}${village.properties.name}段`;
    if (landmark !== undefined) return `${village.properties.name}${landmark.name}附近`;
    const grid = grids.find(({ box, geometry }) => bboxContains(box, place) && areaContains(geometry, place));
    return `${village.properties.name}${grid?.properties.name ?? ''}`;
  };
}

function namedPieces(map: DistrictMap, toPlane: (place: LngLat) => PlanePoint): NamedPiece[] {
  return (map.roads?.features ?? []).flatMap(({ geometry, properties: { name } }) => {
    if (name === undefined) return [];
    const points = geometry.coordinates.map(toPlane);
    return points.slice(1).map((b, index): NamedPiece => ({ name, a: itemAt(points, index), b }));
  });
}

/** Named roads in reach with their distances, nearest first, each once. */
function roadsNear(pieces: readonly NamedPiece[], point: PlanePoint): { name: string; offM: number }[] {
  const nearest = new Map<string, number>();
  for (const { name, a, b } of pieces) {
    if (planeDistanceM(point, a) > ROAD_M + planeDistanceM(a, b)) continue;
    const { offM } = nearestOnSegment(point, a, b);
    if (offM < Math.min(ROAD_M, nearest.get(name) ?? Infinity)) nearest.set(name, offM);
  }
  return [...nearest].map(([name, offM]) => ({ name, offM })).sort((a, b) => a.offM - b.offM);
}

/** 霞客大道 and 新街路 meet at 霞客大道与新街路口; other endings than 路 take 交叉口. */
function crossingName(a: string, b: string): string {
  const [first, second] = a.endsWith('路') && !b.endsWith('路') ? [b, a] : [a, b];
  return second.endsWith('路') ? `${first}与${second}口` : `${first}与${second}交叉口`;
}
