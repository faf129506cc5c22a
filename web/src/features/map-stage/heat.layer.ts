import { DAY_MS, HOUR_MS } from '@wangge/shared/base';
import { areaM2, type Area, type FeatureCollection, type Polygon } from '@wangge/shared/geo';
import type { CaseRow } from '@wangge/shared/wire';
import { isobands, type IsobandProperties } from '../../map/heat/isobands.ts';
import { lampOf } from './cases.layer.ts';

/** Time windows of the heat (热力时段). */
export const HEAT_WINDOWS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const;
export type HeatWindow = keyof typeof HEAT_WINDOWS;

const RED_WEIGHT = 1.5;
/** The kernel's radius as a share of the side of a square as large as the town. */
const RADIUS_SHARE = 0.1;

/** Bands of heat over the cases reported within the window; a red case counts half as much again. */
export function heatScene(rows: Iterable<CaseRow>, window: HeatWindow, { now, town }: { now: number; town: Area }): FeatureCollection<Polygon, IsobandProperties> {
  const points = [...rows]
    .filter(({ reportedAt }) => now - reportedAt < HEAT_WINDOWS[window])
    .map((row) => ({ lngLat: row.lngLat, weight: lampOf(row, now) === 'red' ? RED_WEIGHT : 1 }));
  return isobands(points, Math.sqrt(areaM2(town)) * RADIUS_SHARE);
}
