import { itemAt, planeDistanceM, ringContains } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { angleOf, offset, relaxCourse, smoothCurve, thin } from './curve.ts';
import type { Course } from './curve.ts';
import { RIVER_SEEDS } from './line-data.ts';
import type { ControlsKm } from './line-data.ts';
import { createWarp } from './noise.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { roadHalfWidthM } from './road-course.ts';
import type { RoadCourse } from './road-course.ts';
import { SegmentField } from './segment-field.ts';

/** A river, canal or dead-end creek (浜): centre line and full width, metres. */
export interface River {
  readonly name?: string;
  readonly widthM: number;
  readonly course: Course;
}

/** All water of the map: lines, and ponds as closed rings. `field` answers how near the water is. */
export interface Waters {
  readonly rivers: readonly River[];
  readonly ponds: readonly Course[];
  readonly field: SegmentField;
  isInPond(point: PlanePoint): boolean;
}

const CREEK_TRIES = 420;
const POND_TRIES = 520;
const FISH_FARMS: ControlsKm = [[5.9, -0.95], [-6.2, -2.55], [0.3, -3.35], [-1.2, 4.35], [8.7, 5.2], [-8.4, -6.7], [7.2, -7.8], [-9, 4.4]];

/** Metres from kilometres. */
export function toCourse(controls: ControlsKm): PlanePoint[] {
  return controls.map(([east, north]) => [east * 1_000, north * 1_000]);
}

/** Rivers with a natural sway, the creeks that branch off them into the villages, and ponds clear of the trunk roads. */
export function generateWaters(seed: number, trunks: readonly RoadCourse[]): Waters {
  const random = createRandom(seed, 'waters');
  const sway = createWarp(seed, 'river sway', { wavelengthM: 1_900, reachM: 95 });
  const field = new SegmentField(200);
  const rivers: River[] = RIVER_SEEDS.map(({ name, widthM, controls }) => ({
    name, widthM, course: thin(smoothCurve(toCourse(controls), 90).map(sway), 3),
  }));
  for (const { course, widthM } of rivers) field.addCourse(course, widthM / 2);
  const creeks = branchCreeks({ random, rivers, field });
  const dryland = new SegmentField(200);
  for (const trunk of trunks) dryland.addCourse(trunk.course, roadHalfWidthM(trunk));
  const ponds = digPonds(random, [field, dryland]);
  for (const pond of ponds) field.addCourse(pond, 0);
  return { rivers: [...rivers, ...creeks], ponds, field, isInPond: pondTest(ponds) };
}

/** Tells whether a point lies in a pond, looking only at the ponds of its square kilometre. */
function pondTest(ponds: readonly Course[]): (point: PlanePoint) => boolean {
  const cells = new Map<string, Course[]>();
  for (const pond of ponds) {
    for (const key of new Set(pond.map(kilometreKey))) cells.set(key, [...(cells.get(key) ?? []), pond]);
  }
  return (point) => cells.get(kilometreKey(point))?.some((pond) => ringContains(pond, point)) === true;
}

function kilometreKey([x, y]: PlanePoint): string {
  return `${Math.floor(x / 1_000)},${Math.floor(y / 1_000)}`;
}

/** Creeks leave a canal or another creek sideways and end dead after some hundred metres. */
function branchCreeks({ random, rivers, field }: { random: Random; rivers: readonly River[]; field: SegmentField }): River[] {
  const creeks: River[] = [];
  const isNear = ([x, y]: PlanePoint): boolean => Math.abs(x) < 9_500 && Math.abs(y) < 7_500;
  for (let attempt = 0; attempt < CREEK_TRIES; attempt += 1) {
    const parent = creeks.length > 12 && random.next() < 0.45 ? random.pick(creeks) : random.pick(rivers);
    const at = 1 + Math.floor(random.next() * (parent.course.length - 2));
    const mouth = itemAt(parent.course, at);
    if (!isNear(mouth) && random.next() < 0.72) continue;
    const side = random.next() < 0.5 ? 1 : -1;
    const heading = angleOf(itemAt(parent.course, at - 1), itemAt(parent.course, at)) + side * (Math.PI / 2 + random.bell() * 0.3);
    const course = wander({ random, mouth, heading, lengthM: random.between(350, 1_300), field });
    if (course === undefined) continue;
    const widthM = Math.max(8, Math.min(parent.widthM * 0.6, random.between(8, 15)));
    field.addCourse(course, widthM / 2);
    creeks.push({ widthM, course });
  }
  return creeks;
}

/** Walks off a bank, turning gently; gives up where it would run into or along other water. */
function wander({ random, mouth, heading, lengthM, field }: {
  random: Random;
  mouth: PlanePoint;
  heading: number;
  lengthM: number;
  field: SegmentField;
}): PlanePoint[] | undefined {
  const course: PlanePoint[] = [mouth];
  let direction = heading;
  for (let goneM = 0; goneM < lengthM; goneM += 70) {
    direction += random.bell() * 0.2;
    const next = offset(itemAt(course, course.length - 1), direction, 70);
    if (course.length > 2 && field.distanceM(next, 260) < 170 && planeDistanceM(next, mouth) > 240) break;
    course.push(next);
  }
  return course.length < 6 ? undefined : thin(relaxCourse(course, 2), 2);
}

function digPonds(random: Random, taken: readonly SegmentField[]): PlanePoint[][] {
  const ponds: PlanePoint[][] = [];
  const dug = new SegmentField(200);
  const keep = (pond: PlanePoint[]): void => {
    const closed = [...pond, itemAt(pond, 0)];
    if (closed.some((point) => [...taken, dug].some((field) => field.distanceM(point, 60) < 12))) return;
    dug.addCourse(closed, 0);
    ponds.push(closed);
  };
  for (const farm of toCourse(FISH_FARMS)) for (const pond of fishFarm(random, farm)) keep(pond);
  for (let attempt = 0; attempt < POND_TRIES; attempt += 1) {
    const reach = random.next() < 0.55 ? 1 : 2.2;
    const centre: PlanePoint = [random.between(-8_200, 8_200) * reach, random.between(-6_200, 6_200) * Math.min(reach, 1.8)];
    const isLake = reach > 1 && random.next() < 0.16;
    keep(roundPond(random, centre, isLake ? random.between(130, 320) : random.between(14, 58)));
  }
  return ponds;
}

/** Rows of nearly rectangular ponds with dykes between (鱼塘). */
function fishFarm(random: Random, corner: PlanePoint): PlanePoint[][] {
  const tilt = random.bell() * 0.25;
  const ponds: PlanePoint[][] = [];
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 3; row += 1) {
      if (random.next() < 0.22) continue;
      const at = offset(offset(corner, tilt, column * 132), tilt + Math.PI / 2, row * 74);
      const [long, wide] = [random.between(98, 120), random.between(48, 62)];
      const far = offset(at, tilt, long);
      ponds.push([at, far, offset(far, tilt + Math.PI / 2, wide), offset(at, tilt + Math.PI / 2, wide)].map((point) => offset(point, random.next() * 6.28, 5)));
    }
  }
  return ponds;
}

function roundPond(random: Random, centre: PlanePoint, radiusM: number): PlanePoint[] {
  const corners = radiusM > 100 ? 22 : 11;
  const [tilt, flatness] = [random.next() * Math.PI, random.between(0.45, 0.85)];
  const [bulge, phase] = [random.between(0.1, 0.3), random.next() * 6.28];
  return Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI;
    const reachM = radiusM * (1 + bulge * Math.sin(2 * angle + phase) + 0.12 * Math.sin(3 * angle + 2 * phase) + random.bell() * 0.05);
    const [long, wide] = [Math.cos(angle) * reachM, Math.sin(angle) * reachM * flatness];
    return offset(offset(centre, tilt, long), tilt + Math.PI / 2, wide);
  });
}
