import { createPlane, type Feature, type FeatureCollection, type LngLat, type PlanePoint, type Polygon } from '@wangge/shared/geo';

/** A hexagon with at least one place in it. `key` names its cell of the lattice. */
export interface HexBin {
  readonly key: string;
  readonly centre: PlanePoint;
  readonly count: number;
}

/** What a drawn hexagon knows of itself. */
export interface HexProperties {
  readonly code: string;
  readonly count: number;
}

const ROOT3 = Math.sqrt(3);

/**
 * Counts points into a lattice of upright hexagons (六角格) with sides of `sideM` around the plane's origin. Each point falls into exactly one, so
 * the counts add up to the number of points; on an edge the lattice decides, the same each time.
 */
export function hexBins(points: readonly PlanePoint[], sideM: number): HexBin[] {
  const bins = new Map<string, { key: string; centre: PlanePoint; count: number }>();
  for (const point of points) {
    const [q, r] = cellOf(point, sideM);
    const key = `${q},${r}`;
    const bin = bins.get(key);
    if (bin === undefined) bins.set(key, { key, centre: [sideM * ROOT3 * (q + r / 2), sideM * 1.5 * r], count: 1 });
    else bin.count += 1;
  }
  return [...bins.values()];
}

/** The corners of a hexagon, counter-clockwise, the first repeated at the end. */
export function hexRing([east, north]: PlanePoint, sideM: number): PlanePoint[] {
  return Array.from({ length: 7 }, (_, corner) => {
    const angle = (Math.PI / 180) * (60 * (corner % 6) - 30);
    return [east + sideM * Math.cos(angle), north + sideM * Math.sin(angle)];
  });
}

/** Places counted into hexagons, as areas to draw and to write on. `origin` pins the lattice to the ground, so that it stays where it is. */
export function hexAreas(places: readonly LngLat[], origin: LngLat, sideM: number): FeatureCollection<Polygon, HexProperties & { readonly label: LngLat }> {
  const plane = createPlane(origin);
  const features = hexBins(places.map(plane.toPlane), sideM).map(({ key, centre, count }): Feature<Polygon, HexProperties & { readonly label: LngLat }> => ({
    type: 'Feature', properties: { code: key, count, label: plane.toLngLat(centre) },
    geometry: { type: 'Polygon', coordinates: [hexRing(centre, sideM).map(plane.toLngLat)] },
  }));
  return { type: 'FeatureCollection', features };
}

/** Axial coordinates of the cell that holds a point: rounded in three axes, the worst rounding taken back. */
function cellOf([east, north]: PlanePoint, sideM: number): [q: number, r: number] {
  const exactR = ((2 / 3) * north) / sideM;
  const exactQ = ((ROOT3 / 3) * east - north / 3) / sideM;
  const exactS = -exactQ - exactR;
  const [q, r, s] = [Math.round(exactQ), Math.round(exactR), Math.round(exactS)];
  const [offQ, offR, offS] = [Math.abs(q - exactQ), Math.abs(r - exactR), Math.abs(s - exactS)];
  if (offQ > offR && offQ > offS) return [-r - s + 0, r + 0];
  if (offR > offS) return [q + 0, -q - s + 0];
  return [q + 0, r + 0];
}
