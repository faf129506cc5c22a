import { itemAt, planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { cutCorners, smoothCurve, thin } from './curve.ts';
import { latticeEdgeKey, latticeNodeAt, layLattice } from './lattice.ts';
import type { Lattice } from './lattice.ts';
import { TRUNK_SEEDS } from './line-data.ts';
import { createWarp } from './noise.ts';
import { PathFinder, layPath } from './path-finder.ts';
import type { LaidEdge, LaidRoads } from './path-finder.ts';
import type { RoadCourse } from './road-course.ts';
import { SegmentField } from './segment-field.ts';
import type { Settlement } from './settlements.ts';
import { neighbourPairs } from './sites.ts';
import { toCourse } from './waters.ts';
import type { Waters } from './waters.ts';

/** Trunk roads, with the slight sway of real ones. */
export function generateTrunks(seed: number): RoadCourse[] {
  const sway = createWarp(seed, 'trunk sway', { wavelengthM: 3_600, reachM: 90 });
  return TRUNK_SEEDS.map(({ name, isGradeSeparated, controls }) => ({
    name, isGradeSeparated, roadClass: 1, course: thin(smoothCurve(toCourse(controls), 80).map(sway), 1.5),
  }));
}

/** Connectors between village centres and lanes between hamlets, laid on one lattice so that they merge like grown roads. */
export function layCountryRoads({ seed, sites, waters, trunks }: {
  seed: number;
  sites: readonly Settlement[];
  waters: Waters;
  trunks: readonly RoadCourse[];
}): RoadCourse[] {
  const trunkField = new SegmentField(200);
  for (const trunk of trunks) trunkField.addCourse(trunk.course, 0);
  const lattice = layLattice(seed, (point) => groundCost(waters, trunkField, point));
  const laid: LaidRoads = new Map();
  const paths = new PathFinder(lattice, laid);
  const nodes = sites.map((site) => latticeNodeAt(lattice, site.point));

  const centres = sites.flatMap((site, index) => (site.isCentre ? [index] : []));
  const centrePairs = neighbourPairs(centres.map((site) => itemAt(sites, site).point), 1, 6_500)
    .map(([a, b]): [number, number] => [itemAt(centres, a), itemAt(centres, b)])
    .filter(([a, b]) => isWanted(sites, a, b));
  for (const [a, b] of shortestFirst(sites, centrePairs)) {
    const name = connectorName(itemAt(sites, a), itemAt(sites, b));
    layPath(laid, paths.find(itemAt(nodes, a), itemAt(nodes, b)), { roadClass: 2, ...(name && { name }) });
  }
  const inner = neighbourPairs(sites.map((site) => site.point), 1, 2_600).filter(([a, b]) => itemAt(sites, a).isInside && itemAt(sites, b).isInside);
  const outer = neighbourPairs(sites.map((site) => site.point), 2, 5_000);
  for (const [a, b] of shortestFirst(sites, [...inner, ...outer])) {
    layPath(laid, paths.find(itemAt(nodes, a), itemAt(nodes, b)), { roadClass: 3 });
  }
  return chainRoads(lattice, laid);
}

/** Water is crossed where it is narrow; nobody builds along a trunk road's edge. */
function groundCost(waters: Waters, trunks: SegmentField, point: PlanePoint): number {
  const waterM = waters.field.distanceM(point, 60);
  const trunkM = trunks.distanceM(point, 110);
  return 1 + (waterM < 14 ? 7 : waterM < 45 ? 0.6 : 0) + (trunkM < 100 ? 2.6 : 0) + (waters.isInPond(point) ? 12 : 0);
}

/** Outside, only every other link is a connector. */
function isWanted(sites: readonly Settlement[], a: number, b: number): boolean {
  return itemAt(sites, a).isInside || itemAt(sites, b).isInside || (a * 7 + b * 13) % 5 < 3;
}

function shortestFirst(sites: readonly Settlement[], pairs: readonly [number, number][]): [number, number][] {
  const lengthM = ([a, b]: readonly [number, number]): number => planeDistanceM(itemAt(sites, a).point, itemAt(sites, b).point);
  return [...pairs].sort((a, b) => lengthM(a) - lengthM(b));
}

/** The custom of naming a connector after both its ends: 峭岐 and 阳庄 give 峭阳路. */
function connectorName(a: Settlement, b: Settlement): string | undefined {
  if (!a.village || !b.village) return undefined;
  const [from, to] = [a.village.shortName, b.village.shortName];
  return from === '新街' || to === '新街' ? '新街路' : `${spoken(from)}${spoken(to)}路`;
}

function spoken(shortName: string): string {
  return { 徐霞客: '霞', 新须毛: '须', 东宏: '东', 璜东: '东', 上东: '上', 璜塘: '璜' }[shortName] ?? shortName.slice(0, 1);
}

/** Cuts the laid edges into roads from junction to junction and takes off the lattice's angularity. */
function chainRoads(lattice: Lattice, laid: LaidRoads): RoadCourse[] {
  const edgesAt = new Map<number, LaidEdge[]>();
  for (const edge of laid.values()) {
    for (const node of [edge.a, edge.b]) edgesAt.set(node, [...(edgesAt.get(node) ?? []), edge]);
  }
  const points = relaxNodes(lattice, edgesAt);
  const used = new Set<number>();
  const roads: RoadCourse[] = [];
  const goesOn = (node: number, edge: LaidEdge): LaidEdge | undefined => {
    const edges = edgesAt.get(node) ?? [];
    const onward = edges.length === 2 ? edges.find((other) => other !== edge) : undefined;
    return onward?.roadClass === edge.roadClass && onward.name === edge.name ? onward : undefined;
  };
  const follow = (start: number, first: LaidEdge): void => {
    if (used.has(latticeEdgeKey(first.a, first.b))) return;
    const nodes = [start];
    let edge: LaidEdge | undefined = first;
    while (edge !== undefined && !used.has(latticeEdgeKey(edge.a, edge.b))) {
      used.add(latticeEdgeKey(edge.a, edge.b));
      const at = itemAt(nodes, nodes.length - 1);
      const next: number = edge.a === at ? edge.b : edge.a;
      nodes.push(next);
      edge = goesOn(next, edge);
    }
    const rough = nodes.map((node) => points.get(node) ?? itemAt(lattice.points, node));
    const course = thin(cutCorners(cutCorners(rough)), first.roadClass === 2 ? 1.5 : 2.2);
    roads.push({ course, roadClass: first.roadClass, ...(first.name !== undefined && { name: first.name }) });
  };
  for (const [node, edges] of edgesAt) for (const edge of edges) if (goesOn(node, edge) === undefined) follow(node, edge);
  for (const [node, edges] of edgesAt) for (const edge of edges) follow(node, edge);
  return roads;
}

/** Where nodes come to lie once each has thrice moved towards the middle of its road neighbours; dead ends stay. */
function relaxNodes(lattice: Lattice, edgesAt: ReadonlyMap<number, readonly LaidEdge[]>): Map<number, PlanePoint> {
  let points = new Map([...edgesAt.keys()].map((node) => [node, itemAt(lattice.points, node)]));
  for (let round = 0; round < 3; round += 1) {
    const moved = new Map<number, PlanePoint>();
    for (const [node, edges] of edgesAt) {
      const here = points.get(node) ?? itemAt(lattice.points, node);
      const others = edges.map((edge) => points.get(edge.a === node ? edge.b : edge.a) ?? here);
      const mean = (axis: 0 | 1): number => others.reduce((sum, other) => sum + other[axis], 0) / others.length;
      moved.set(node, others.length < 2 ? here : [(here[0] + mean(0)) / 2, (here[1] + mean(1)) / 2]);
    }
    points = moved;
  }
  return points;
}
