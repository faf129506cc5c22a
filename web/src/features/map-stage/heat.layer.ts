import { areaM2, type Area, type FeatureCollection, type Polygon } from '@wangge/shared/geo';
import type { HeatKernel, HeatWindow } from '@wangge/shared/stage';
import { isobands, type IsobandProperties } from '../../map/heat/isobands.ts';
import { heatWeight, isReportedWithin, type WarmCase } from './warm-case.ts';

/** The kernel's radius as a share of the side of a square as large as the town. */
const RADIUS_SHARE = 0.1;

/** Bands of heat (热力) over the cases reported within the window, each counted alike or by how grave it is. */
export function heatScene(
  cases: Iterable<WarmCase>, { window, kernel }: { window: HeatWindow; kernel: HeatKernel }, { now, town }: { now: number; town: Area },
): FeatureCollection<Polygon, IsobandProperties> {
  const points = [...cases]
    .filter((item) => isReportedWithin(item, window, now))
    .map((item) => ({ lngLat: item.lngLat, weight: heatWeight(item, kernel, now) }));
  return isobands(points, Math.sqrt(areaM2(town)) * RADIUS_SHARE);
}
