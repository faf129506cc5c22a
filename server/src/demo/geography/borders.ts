import { itemAt } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import type { Triangle } from './delaunay.ts';

/** A stretch of border between two regions, from junction to junction; `left` and `right` are the regions seen along it. */
export interface BorderArc {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly points: readonly PlanePoint[];
}

interface BorderStep {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The borders between regions of Voronoi cells as arcs between the points where three regions meet. Every arc is shared by
 * its two regions, so shapes built from arcs fit together without gap or overlap.
 */
export function traceArcs(triangles: readonly Triangle[], regionOf: (site: number) => number): BorderArc[] {
  const stepsFrom = new Map<number, BorderStep[]>();
  for (const step of borderSteps(triangles, regionOf)) {
    for (const directed of [step, { from: step.to, to: step.from, left: step.right, right: step.left }]) {
      const known = stepsFrom.get(directed.from);
      if (known === undefined) stepsFrom.set(directed.from, [directed]);
      else known.push(directed);
    }
  }
  const arcs: BorderArc[] = [];
  const used = new Set<string>();
  const isJunction = (node: number): boolean => stepsFrom.get(node)?.length !== 2;
  const walk = (first: BorderStep): void => {
    if (used.has(`${first.from},${first.to}`)) return;
    const nodes = [first.from];
    let step = first;
    for (;;) {
      used.add(`${step.from},${step.to}`).add(`${step.to},${step.from}`);
      nodes.push(step.to);
      if (isJunction(step.to) || step.to === first.from) break;
      const cameFrom = step.from;
      const onward = stepsFrom.get(step.to)?.find(({ to }) => to !== cameFrom);
      if (onward === undefined) break;
      step = onward;
    }
    const points = nodes.map((node) => itemAt(triangles, node).centre);
    arcs.push({ left: first.left, right: first.right, from: first.from, to: step.to, points });
  };
  for (const [node, steps] of stepsFrom) if (isJunction(node)) steps.forEach(walk);
  for (const steps of stepsFrom.values()) steps.forEach(walk);
  return arcs;
}

/** One step for each pair of adjoining triangles whose shared side parts two regions; corners run anticlockwise, so b lies on the left of the way out. */
function* borderSteps(triangles: readonly Triangle[], regionOf: (site: number) => number): Generator<BorderStep> {
  const firstOfSide = new Map<string, { triangle: number; a: number; b: number }>();
  for (const [triangle, { corners }] of triangles.entries()) {
    for (let i = 0; i < 3; i += 1) {
      const a = itemAt(corners, i);
      const b = itemAt(corners, (i + 1) % 3);
      if (regionOf(a) === regionOf(b)) continue;
      const key = a < b ? `${a},${b}` : `${b},${a}`;
      const other = firstOfSide.get(key);
      if (other === undefined) firstOfSide.set(key, { triangle, a, b });
      else yield { from: other.triangle, to: triangle, left: regionOf(other.b), right: regionOf(other.a) };
    }
  }
}

/** The closed rings around one region, put together from its arcs: outer rings anticlockwise, holes clockwise. */
export function ringsOf(arcs: readonly BorderArc[], isWithin: (region: number) => boolean): PlanePoint[][] {
  const outgoing = new Map<number, { to: number; points: readonly PlanePoint[] }[]>();
  for (const arc of arcs) {
    if (isWithin(arc.left) === isWithin(arc.right)) continue;
    const isForward = isWithin(arc.left);
    const from = isForward ? arc.from : arc.to;
    const piece = { to: isForward ? arc.to : arc.from, points: isForward ? arc.points : [...arc.points].reverse() };
    const known = outgoing.get(from);
    if (known === undefined) outgoing.set(from, [piece]);
    else known.push(piece);
  }
  const rings: PlanePoint[][] = [];
  for (const [start, pieces] of outgoing) {
    for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
      const ring = [...piece.points];
      for (let at = piece.to; at !== start;) {
        const next = outgoing.get(at)?.pop();
        if (next === undefined) throw new Error('a border does not close');
        ring.push(...next.points.slice(1));
        at = next.to;
      }
      rings.push(ring);
    }
  }
  return rings;
}
