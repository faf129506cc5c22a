import { itemAt, roundLngLat } from '@wangge/shared/geo';
import type { Feature, LineString, Plane, PlanePoint } from '@wangge/shared/geo';
import type { LabelProperties } from '@wangge/shared/district-map';
import { courseLengthM, relaxCourse, densify, thin } from './curve.ts';
import type { Course } from './curve.ts';
import { LAND_HALF_EAST_M, LAND_HALF_NORTH_M } from './lattice.ts';
import type { Scene } from './scene.ts';
import { ILLUSTRATIVE } from './town-data.ts';

const RIVER_EVERY_M = 5_200;
const ROAD_EVERY_M = 6_400;
const LABEL_M = 1_300;

/** Gentle lines to write the names of rivers and trunk roads along, repeated every few kilometres. */
export function generateLabels(scene: Scene, plane: Plane): Feature<LineString, LabelProperties>[] {
  const label = (kind: LabelProperties['kind'], name: string | undefined, course: Course, everyM: number): Feature<LineString, LabelProperties>[] =>
    (name === undefined ? [] : piecesOf(course, everyM).map((piece) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: readable(piece).map((point) => roundLngLat(plane.toLngLat(point))) },
      properties: { kind, name, source: ILLUSTRATIVE },
    })));
  return [
    ...scene.waters.rivers.flatMap(({ name, course }) => label('river', name, course, RIVER_EVERY_M)),
    ...scene.roads.flatMap(({ name, course, roadClass }) => (roadClass === 1 ? label('road', name, course, ROAD_EVERY_M) : [])),
  ];
}

/** Stretches of label length out of a course, the bends taken off, from the part that lies on the land. */
function piecesOf(course: Course, everyM: number): PlanePoint[][] {
  const onLand = densify(course, 50).filter(([x, y]) => Math.abs(x) < LAND_HALF_EAST_M && Math.abs(y) < LAND_HALF_NORTH_M);
  const perLabel = Math.round(LABEL_M / 50);
  const pieces: PlanePoint[][] = [];
  for (let start = Math.round(everyM / 100); start + perLabel < onLand.length; start += Math.round(everyM / 50)) {
    pieces.push(thin(relaxCourse(onLand.slice(start, start + perLabel), 6), 2));
  }
  return pieces.filter((piece) => courseLengthM(piece) < LABEL_M * 1.3);
}

/** West to east, or north to south where it runs that way. */
function readable(piece: readonly PlanePoint[]): readonly PlanePoint[] {
  const [from, to] = [itemAt(piece, 0), itemAt(piece, piece.length - 1)];
  const [eastM, southM] = [to[0] - from[0], from[1] - to[1]];
  const isBackwards = Math.abs(eastM) > Math.abs(southM) ? eastM < 0 : southM < 0;
  return isBackwards ? [...piece].reverse() : piece;
}
