import { itemAt } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { angleOf, courseLengthM, densify, offset, thin } from './curve.ts';
import type { Course } from './curve.ts';
import { createNoise, createWarp } from './noise.ts';
import { QUARTER_SEEDS } from './quarter-data.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { RoadCourse } from './road-course.ts';
import { SegmentField } from './segment-field.ts';
import type { Quarter } from './quarter.ts';
import type { Settlement } from './settlements.ts';

const PARALLEL_M = 42;
const SAMPLE_M = 18;
const SHORTEST_M = 70;

/** The built-up quarters with their ragged edges. */
export function generateQuarters(seed: number): Quarter[] {
  const rag = createNoise(seed, 'quarter edge', 420);
  return QUARTER_SEEDS.map((quarter) => {
    const centre: PlanePoint = [quarter.eastKm * 1_000, quarter.northKm * 1_000];
    const remoteness = (point: PlanePoint): number =>
      Math.hypot(point[0] - centre[0], (point[1] - centre[1]) * 1.15) / quarter.radiusM + 0.34 * rag(point);
    return { seed: quarter, centre, tilt: (quarter.tiltDeg * Math.PI) / 180, remoteness };
  });
}

/** Streets of the quarters, kept clear of the roads that are already there instead of running beside them. */
export function layStreets({ seed, quarters, roads, isWet }: {
  seed: number;
  quarters: readonly Quarter[];
  roads: readonly RoadCourse[];
  isWet: (point: PlanePoint) => boolean;
}): RoadCourse[] {
  const random = createRandom(seed, 'streets');
  const warp = createWarp(seed, 'streets', { wavelengthM: 520, reachM: 24 });
  const field = new SegmentField(120);
  for (const road of roads) field.addCourse(road.course, 0);
  const streets: RoadCourse[] = [];
  for (const quarter of quarters) {
    const laid: RoadCourse[] = [];
    for (const street of planStreets(quarter, random)) {
      const dense = densify(street.course.map(warp), SAMPLE_M);
      const isFree = (point: PlanePoint, heading: number): boolean => quarter.remoteness(point) < 1 && !isWet(point) && !runsBeside(field, point, heading);
      for (const part of freeParts(dense, isFree, field)) {
        if (courseLengthM(part) > SHORTEST_M) laid.push({ ...street, course: thin(part, 1.2) });
      }
    }
    for (const { course } of laid) field.addCourse(course, 0);
    streets.push(...laid);
  }
  return streets;
}

/** Whether a road lies near that runs the same way, within about 30°. */
function runsBeside(field: SegmentField, point: PlanePoint, heading: number): boolean {
  return field.nearest(point, PARALLEL_M, ({ a, b }) => Math.abs(Math.sin(angleOf(a, b) - heading)) < 0.5) !== undefined;
}

/** The ideal grid: two bundles of lines at uneven distances; side streets leave out a block here and there. */
function planStreets({ seed, centre, tilt }: Quarter, random: Random): RoadCourse[] {
  const [alongM, acrossM] = seed.blockM;
  const names = [...seed.sideStreets];
  const rows = unevenOffsets(random, seed.radiusM * 1.25, acrossM);
  const columns = unevenOffsets(random, seed.radiusM * 1.25, alongM);
  const at = (column: number, row: number): PlanePoint => offset(offset(centre, tilt, column), tilt + Math.PI / 2, row);
  const streets: RoadCourse[] = [];
  const addLine = (crossings: readonly PlanePoint[], isMain: boolean, mainName: string): void => {
    const name = isMain ? mainName : names.shift();
    const roadClass = isMain ? 2 : 3;
    for (const course of isMain ? [crossings] : withGaps(crossings, random)) streets.push({ course, roadClass, ...(name !== undefined && { name }) });
  };
  for (const row of rows) addLine(columns.map((column) => at(column, row)), row === 0, seed.mainStreets[0]);
  for (const column of columns) addLine(rows.map((row) => at(column, row)), column === 0, seed.mainStreets[1]);
  return streets;
}

function unevenOffsets(random: Random, reachM: number, stepM: number): number[] {
  const walk = (side: 1 | -1): number[] => {
    const offsets: number[] = [];
    for (let at = stepM * random.between(0.75, 1.2); at < reachM; at += stepM * random.between(0.72, 1.3)) offsets.push(side * at);
    return offsets;
  };
  return [...walk(-1).reverse(), 0, ...walk(1)];
}

function withGaps(crossings: readonly PlanePoint[], random: Random): Course[] {
  const parts: PlanePoint[][] = [[]];
  for (const [i, crossing] of crossings.entries()) {
    parts[parts.length - 1]?.push(crossing);
    if (i > 0 && random.next() < 0.17) parts.push(random.next() < 0.5 ? [crossing] : []);
  }
  return parts.filter((part) => part.length > 1);
}

/** Runs of points that are free, each led on to the first taken point so that it ends on the road there; short interruptions are crossed. */
function freeParts(course: Course, isFree: (point: PlanePoint, heading: number) => boolean, field: SegmentField): PlanePoint[][] {
  const free = course.map((point, i) => isFree(point, angleOf(itemAt(course, Math.max(0, i - 1)), itemAt(course, Math.max(1, i)))));
  const bridgeable = Math.ceil((2.4 * PARALLEL_M) / SAMPLE_M);
  const parts: PlanePoint[][] = [];
  let part: PlanePoint[] = [];
  let gap: PlanePoint[] = [];
  const close = (): void => {
    if (part.length > 1) parts.push(part);
    part = [];
    gap = [];
  };
  for (const [i, point] of course.entries()) {
    if (free[i] === true) {
      if (part.length > 0) part.push(...gap);
      part.push(point);
      gap = [];
    } else if (part.length > 0) {
      gap.push(point);
      if (gap.length > bridgeable) close();
    }
  }
  close();
  return parts.map((run) => [...landing(itemAt(run, 0), field), ...run, ...landing(itemAt(run, run.length - 1), field)]);
}

function landing(end: PlanePoint, field: SegmentField): PlanePoint[] {
  const hit = field.nearest(end, PARALLEL_M * 1.6);
  return hit === undefined ? [] : [hit.point];
}

/** A short alley through each sizeable hamlet of the township, square to its house rows. */
export function layAlleys(seed: number, settlements: readonly Settlement[], quarters: readonly Quarter[]): RoadCourse[] {
  const random = createRandom(seed, 'alleys');
  const warp = createWarp(seed, 'alleys', { wavelengthM: 230, reachM: 12 });
  const rural = settlements.filter(({ point, isInside, radiusM }) => isInside && radiusM > 95 && !quarters.some((quarter) => quarter.remoteness(point) < 1));
  return rural.flatMap(({ point, tilt, radiusM }) => [-0.45, 0.5].flatMap((shift): RoadCourse[] => {
    if (random.next() < 0.3) return [];
    const middle = offset(point, tilt, radiusM * shift * random.between(0.6, 1.2));
    const reachM = radiusM * random.between(0.55, 0.85);
    const ends = [offset(middle, tilt + Math.PI / 2, reachM), offset(middle, tilt + Math.PI / 2, -reachM)];
    return [{ roadClass: 3, course: thin(densify(ends, 30).map(warp), 1) }];
  }));
}
