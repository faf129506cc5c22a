import { roundLngLat } from '@wangge/shared/geo';
import type { Feature, MultiPolygon, Plane, PlanePoint, Ring } from '@wangge/shared/geo';
import type { BuildingKind, BuildingProperties } from '@wangge/shared/district-map';
import { boxCorners } from './box.ts';
import type { Building } from './building-site.ts';
import { ILLUSTRATIVE } from './town-data.ts';

/** One feature for all buildings of a kind in a village, and one for each kind outside: compact to send, quick to draw. */
export function buildingFeatures(
  buildings: readonly Building[],
  plane: Plane,
  villageCodeAt: (point: PlanePoint) => string | undefined,
): Feature<MultiPolygon, BuildingProperties>[] {
  const groups = new Map<string, { kind: BuildingKind; villageCode: string | undefined; polygons: Ring[][] }>();
  for (const { box, kind } of buildings) {
    const villageCode = villageCodeAt(box.centre);
    const key = `${villageCode ?? ''} ${kind}`;
    const corners = boxCorners(box).map((corner) => roundLngLat(plane.toLngLat(corner)));
    const polygon = [[...corners, ...corners.slice(0, 1)]];
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { kind, villageCode, polygons: [polygon] });
    else group.polygons.push(polygon);
  }
  return [...groups.values()].map(({ kind, villageCode, polygons }) => ({
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: polygons },
    properties: { kind, ...(villageCode !== undefined && { villageCode }), source: ILLUSTRATIVE },
  }));
}
