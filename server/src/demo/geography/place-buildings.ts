import { itemAt, planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import type { BuildingKind } from '@wangge/shared/district-map';
import { BuildingSite } from './building-site.ts';
import type { Building } from './building-site.ts';
import { angleOf, offset, towards } from './curve.ts';
import { createNoise } from './noise.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Scene } from './scene.ts';
import type { Settlement } from './settlements.ts';
import type { Quarter } from './quarter.ts';

/** How a piece of ground is built over: rows of one kind, with sizes in metres. */
interface RowPlan {
  readonly kind: BuildingKind;
  readonly centre: PlanePoint;
  readonly tilt: number;
  readonly reachM: number;
  readonly rowM: number;
  readonly depthM: readonly [number, number];
  readonly lengthM: readonly [number, number];
  readonly gapM: readonly [number, number];
  /** Share of the places taken at a point, 0 for none. */
  readonly density: (point: PlanePoint) => number;
}

/** All buildings: town quarters and works first, then hamlets, then houses along the roads. */
export function placeBuildings(seed: number, scene: Scene): Building[] {
  const random = createRandom(seed, 'buildings');
  const site = new BuildingSite(scene.roads, scene.waters);
  const patches = createNoise(seed, 'town patches', 210);
  for (const quarter of scene.quarters) {
    if (quarter.seed.kind === 'works') fillRows(site, random, worksPlan(quarter, patches));
    for (const plan of townPlans(quarter, patches)) fillRows(site, random, plan);
  }
  for (const settlement of scene.settlements) fillRows(site, random, hamletPlan(seed, settlement, random));
  lineRoads({ seed, site, random, scene });
  return site.buildings;
}

function worksPlan({ seed, centre, tilt, remoteness }: Quarter, patches: (point: PlanePoint) => number): RowPlan {
  return {
    kind: 'hall', centre, tilt, reachM: seed.radiusM * 1.3, rowM: 64, depthM: [30, 52], lengthM: [48, 150], gapM: [10, 26],
    density: (point) => (remoteness(point) < 0.98 && patches(point) > -0.55 ? 0.93 : 0),
  };
}

function townPlans({ seed, centre, tilt, remoteness }: Quarter, patches: (point: PlanePoint) => number): RowPlan[] {
  const reachM = seed.radiusM * 1.3;
  const rows = { centre, tilt, reachM };
  if (seed.kind === 'works') {
    return [{
      ...rows, kind: 'block', rowM: 30, depthM: [14, 18], lengthM: [26, 52], gapM: [9, 20],
      density: (point) => (remoteness(point) < 1 ? 0.28 : 0),
    }];
  }
  return [
    {
      ...rows, kind: 'hall', rowM: 74, depthM: [26, 40], lengthM: [36, 74], gapM: [30, 60],
      density: (point) => (remoteness(point) < 0.9 && patches(point) > 0.42 ? 0.6 : 0),
    },
    {
      ...rows, kind: 'block', rowM: 35, depthM: [16.5, 20], lengthM: [40, 84], gapM: [8, 15],
      density: (point) => (remoteness(point) < 0.95 && patches(point) > -0.06 && patches(point) < 0.5 ? 0.9 : 0),
    },
    {
      ...rows, kind: 'house', rowM: 31, depthM: [16, 19], lengthM: [20, 60], gapM: [6, 11],
      density: (point) => (remoteness(point) < 1.06 && patches(point) > -0.62 && patches(point) <= -0.02 ? 0.86 : 0),
    },
  ];
}

/** A hamlet: an elongated, frayed patch of house rows facing south; outside the township only hinted at. */
function hamletPlan(seed: number, { point: centre, radiusM, stretch, axis, tilt, isInside }: Settlement, random: Random): RowPlan {
  const fray = createNoise(seed, `fray ${Math.round(centre[0])}`, 95);
  const share = isInside ? 0.9 : 0.5;
  const density = (point: PlanePoint): number => {
    const [x, y] = [point[0] - centre[0], point[1] - centre[1]];
    const along = (x * Math.cos(axis) + y * Math.sin(axis)) / (radiusM * stretch);
    const across = (y * Math.cos(axis) - x * Math.sin(axis)) / (radiusM / stretch);
    return Math.hypot(along, across) + 0.5 * fray(point) < 0.95 ? share : 0;
  };
  return {
    kind: 'house', centre, tilt, reachM: radiusM * stretch * 1.2, rowM: random.between(32, 40) * (isInside ? 1 : 1.3),
    depthM: [15.5, 19], lengthM: [20, 62], gapM: [6, 13], density,
  };
}

/** Walks row after row and puts a building wherever one fits, a shorter one where the full length does not. */
function fillRows(site: BuildingSite, random: Random, plan: RowPlan): void {
  for (let row = -plan.reachM; row <= plan.reachM; row += plan.rowM) {
    const rowStart = offset(offset(plan.centre, plan.tilt + Math.PI / 2, row + random.bell() * 1.2), plan.tilt, -plan.reachM);
    for (let atM = random.between(0, 20); atM < plan.reachM * 2;) {
      const fullM = random.between(...plan.lengthM);
      const chance = plan.density(offset(rowStart, plan.tilt, atM + fullM / 2));
      if (random.next() >= chance) {
        atM += chance === 0 ? 12 : fullM;
        continue;
      }
      const depthM = random.between(...plan.depthM);
      const builtM = [fullM, fullM * 0.62, plan.lengthM[0]].find((lengthM) => lengthM >= depthM && site.tryBuild(plan.kind, {
        centre: offset(rowStart, plan.tilt, atM + lengthM / 2), tilt: plan.tilt, halfLongM: lengthM / 2, halfWideM: depthM / 2,
      }));
      atM += builtM === undefined ? 7 : builtM + random.between(...plan.gapM);
    }
  }
}

/** Houses and workshops strung along connectors and lanes, thick in some places and absent in others. */
function lineRoads({ seed, site, random, scene }: { seed: number; site: BuildingSite; random: Random; scene: Scene }): void {
  const thick = createNoise(seed, 'ribbon', 700);
  for (const { course, roadClass } of scene.roads) {
    if (roadClass === 1 || !course.some((point) => scene.isInside(point))) continue;
    for (let i = 0; i + 1 < course.length; i += 1) {
      const [a, b] = [itemAt(course, i), itemAt(course, i + 1)];
      const lengthM = planeDistanceM(a, b);
      for (let atM = random.between(5, 40); atM < lengthM; atM += random.between(30, 70)) {
        const at = towards(a, b, atM / lengthM);
        if (thick(at) < (roadClass === 2 ? 0.05 : 0.24)) continue;
        const isWorkshop = roadClass === 2 && random.next() < 0.16;
        const tilt = angleOf(a, b);
        const [longM, wideM] = isWorkshop ? [random.between(36, 70), random.between(20, 30)] : [random.between(20, 44), random.between(15, 18)];
        const side = random.next() < 0.5 ? 1 : -1;
        const setBackM = (roadClass === 2 ? 8 : 4.5) + 3.5 + wideM / 2 + random.between(0, 6);
        site.tryBuild(isWorkshop ? 'hall' : 'house', { centre: offset(at, tilt + (side * Math.PI) / 2, setBackM), tilt, halfLongM: longM / 2, halfWideM: wideM / 2 });
      }
    }
  }
}
