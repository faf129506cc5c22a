import { itemAt, roundLngLat } from '@wangge/shared/geo';
import type { Feature, Plane, PlanePoint, Point } from '@wangge/shared/geo';
import type { PlaceKind, PlaceProperties } from '@wangge/shared/district-map';
import { offset } from './curve.ts';
import { HAMLET_HEADS, HAMLET_SIDES, HAMLET_TAILS, PLACE_SEEDS } from './place-data.ts';
import { createRandom } from './random.ts';
import type { Scene } from './scene.ts';
import { SegmentField } from './segment-field.ts';
import { ILLUSTRATIVE, villageName } from './town-data.ts';

const BESIDE_ROAD_M = 14;

/** The places of the townships, each beside a road: offices and the like, village committees, hamlets. */
export function generatePlaces({ seed, scene, plane, villageCodeAt }: {
  seed: number;
  scene: Scene;
  plane: Plane;
  villageCodeAt: (point: PlanePoint) => string | undefined;
}): Feature<Point, PlaceProperties>[] {
  const roads = new SegmentField(150);
  for (const road of scene.roads) if (road.roadClass !== 1) roads.addCourse(road.course, 0);
  const place = (kind: PlaceKind, name: string, near: PlanePoint): Feature<Point, PlaceProperties>[] => {
    const point = besideRoad(roads, near);
    const villageCode = villageCodeAt(point);
    if (villageCode === undefined) return [];
    const coordinates = roundLngLat(plane.toLngLat(point));
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { kind, name, villageCode, source: ILLUSTRATIVE } }];
  };
  const inside = scene.settlements.filter((settlement) => settlement.isInside);
  const names = hamletNames(seed, inside.length);
  return [
    ...PLACE_SEEDS.flatMap(({ kind, name, eastKm, northKm }) => place(kind, name, [eastKm * 1_000, northKm * 1_000])),
    ...inside.flatMap(({ village, point }, index) =>
      (village === undefined ? place('hamlet', itemAt(names, index), point) : place('village', `${villageName(village)}${villageName(village).endsWith('村') ? '村' : '居'}委会`, point))),
  ];
}

function besideRoad(roads: SegmentField, near: PlanePoint): PlanePoint {
  const hit = roads.nearest(near, 400);
  if (hit === undefined) return near;
  const away = hit.offM < 1 ? Math.PI / 2 : Math.atan2(near[1] - hit.point[1], near[0] - hit.point[0]);
  return offset(hit.point, away, BESIDE_ROAD_M);
}

/** So many different names, taken in seeded order. */
function hamletNames(seed: number, count: number): string[] {
  const random = createRandom(seed, 'hamlet names');
  const names = new Set<string>();
  while (names.size < count) names.add(`${random.pick(HAMLET_SIDES)}${random.pick(HAMLET_HEADS)}${random.pick(HAMLET_TAILS)}`);
  return [...names];
}
