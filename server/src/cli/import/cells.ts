import { areaBbox, areaContains, createPlane, polygonsOf, roundLngLat, type Area, type Plane, type PlanePoint, type Ring } from '@wangge/shared/geo';

const SAMPLES_PER_CELL = 60;
const MIN_SAMPLES = 600;
const ROUNDS = 24;

function squared(a: PlanePoint, b: PlanePoint): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
}

/** Points of an even lattice that lie in the area. */
function samplesIn(area: Area, plane: Plane, count: number): PlanePoint[] {
  const [west, south, east, north] = areaBbox(area);
  const [left, bottom] = plane.toPlane([west, south]);
  const [right, top] = plane.toPlane([east, north]);
  const stepM = Math.sqrt(((right - left) * (top - bottom)) / Math.max(MIN_SAMPLES, count * SAMPLES_PER_CELL) / 2);
  const points: PlanePoint[] = [];
  for (let y = bottom + stepM / 2; y < top; y += stepM) {
    for (let x = left + stepM / 2; x < right; x += stepM) if (areaContains(area, plane.toLngLat([x, y]))) points.push([x, y]);
  }
  return points;
}

/** Place on a curve that keeps neighbours near each other (Z-order), so that consecutive cells are consecutive villages. */
function alongCurve(point: PlanePoint, spanM: number): number {
  let place = 0;
  const x = Math.floor(((point[0] / spanM + 1) / 2) * 1_023);
  const y = Math.floor(((point[1] / spanM + 1) / 2) * 1_023);
  for (let bit = 9; bit >= 0; bit -= 1) place = place * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1);
  return place;
}

/** Sites that share the samples evenly (Lloyd), in order along the curve. */
function evenSites(samples: readonly PlanePoint[], count: number): PlanePoint[] {
  const spanM = Math.max(1, ...samples.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))));
  const inOrder = samples.toSorted((a, b) => alongCurve(a, spanM) - alongCurve(b, spanM));
  let sites = Array.from({ length: count }, (_, i): PlanePoint => inOrder[Math.floor(((i + 0.5) * inOrder.length) / count)] ?? [0, 0]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = sites.map(() => ({ x: 0, y: 0, n: 0 }));
    for (const sample of samples) {
      let nearest = 0;
      for (let i = 1; i < sites.length; i += 1) if (squared(sites[i]!, sample) < squared(sites[nearest]!, sample)) nearest = i;
      const sum = sums[nearest]!;
      sum.x += sample[0];
      sum.y += sample[1];
      sum.n += 1;
    }
    sites = sums.map(({ x, y, n }, i): PlanePoint => (n === 0 ? sites[i]! : [x / n, y / n]));
  }
  return sites.sort((a, b) => alongCurve(a, spanM) - alongCurve(b, spanM));
}

/** The part of a ring that lies nearer to `site` than to `other` (Sutherland–Hodgman against their bisector). */
function nearerPart(ring: readonly PlanePoint[], site: PlanePoint, other: PlanePoint): PlanePoint[] {
  const kept: PlanePoint[] = [];
  const side = (p: PlanePoint): number => squared(p, other) - squared(p, site);
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[(i + ring.length - 1) % ring.length]!;
    const b = ring[i]!;
    const [sideA, sideB] = [side(a), side(b)];
    if (sideA >= 0 !== sideB >= 0) {
      const share = sideA / (sideA - sideB);
      kept.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
    }
    if (sideB >= 0) kept.push(b);
  }
  return kept;
}

function cellOf(rings: readonly (readonly PlanePoint[][])[], site: PlanePoint, others: readonly PlanePoint[], plane: Plane): Area {
  const nearFirst = others.toSorted((a, b) => squared(a, site) - squared(b, site));
  const clip = (ring: readonly PlanePoint[]): PlanePoint[] => nearFirst.reduce<readonly PlanePoint[]>((part, other) => (part.length === 0 ? part : nearerPart(part, site, other)), ring) as PlanePoint[];
  const close = (ring: readonly PlanePoint[]): Ring => {
    const places = ring.map((point) => roundLngLat(plane.toLngLat(point)));
    return places[0] === undefined ? places : [...places, places[0]];
  };
  const parts = rings.map((polygon) => polygon.map(clip).filter((ring) => ring.length >= 3).map(close)).filter((polygon) => polygon.length > 0);
  return parts.length === 1 && parts[0] !== undefined ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
}

/**
 * Divides an area into `count` cells of about the same size (示意), always the same ones: Voronoi cells of even sites,
 * clipped by the area's own outline. Consecutive cells lie near each other.
 */
export function cellsInside(area: Area, count: number): Area[] {
  if (count === 1) return [area];
  const [west, south, east, north] = areaBbox(area);
  const plane = createPlane([(west + east) / 2, (south + north) / 2]);
  const rings = polygonsOf(area).map((polygon) => polygon.map((ring) => ring.slice(0, -1).map(plane.toPlane)));
  const sites = evenSites(samplesIn(area, plane, count), count);
  return sites.map((site) => cellOf(rings, site, sites.filter((other) => other !== site), plane));
}
