import { itemAt } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';

/** A triangle of three site numbers, with its circumscribed circle. */
export interface Triangle {
  readonly corners: readonly [number, number, number];
  readonly centre: PlanePoint;
  readonly radiusSquared: number;
}

/** Delaunay triangulation by incremental insertion (Bowyer–Watson). For a few thousand sites in general position. */
export function triangulate(sites: readonly PlanePoint[]): Triangle[] {
  const count = sites.length;
  const far = 4 * Math.max(...sites.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))));
  const points: PlanePoint[] = [...sites, [-3 * far, -far], [3 * far, -far], [0, 3 * far]];
  let open: Triangle[] = [circumscribe(points, count, count + 1, count + 2)];
  const done: Triangle[] = [];
  const byEast = sites.map((_, site) => site).sort((a, b) => itemAt(sites, a)[0] - itemAt(sites, b)[0]);

  for (const site of byEast) {
    const [x, y] = itemAt(sites, site);
    const rim = new Map<string, readonly [number, number]>();
    const kept: Triangle[] = [];
    for (const triangle of open) {
      const eastM = x - triangle.centre[0];
      const squared = eastM * eastM + (y - triangle.centre[1]) ** 2;
      if (squared < triangle.radiusSquared) collectRim(rim, triangle.corners);
      else if (eastM > 0 && eastM * eastM > triangle.radiusSquared) done.push(triangle);
      else kept.push(triangle);
    }
    for (const [a, b] of rim.values()) kept.push(circumscribe(points, a, b, site));
    open = kept;
  }
  return [...done, ...open].filter(({ corners }) => corners.every((corner) => corner < count));
}

function collectRim(rim: Map<string, readonly [number, number]>, [a, b, c]: readonly [number, number, number]): void {
  for (const [from, to] of [[a, b], [b, c], [c, a]] as const) {
    const key = from < to ? `${from},${to}` : `${to},${from}`;
    if (!rim.delete(key)) rim.set(key, [from, to]);
  }
}

function circumscribe(points: readonly PlanePoint[], a: number, b: number, c: number): Triangle {
  const [ax, ay] = itemAt(points, a);
  const [bx, by] = [itemAt(points, b)[0] - ax, itemAt(points, b)[1] - ay];
  const [cx, cy] = [itemAt(points, c)[0] - ax, itemAt(points, c)[1] - ay];
  const doubled = 2 * (bx * cy - by * cx);
  const ux = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / doubled;
  const uy = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / doubled;
  return { corners: [a, b, c], centre: [ax + ux, ay + uy], radiusSquared: ux * ux + uy * uy };
}
