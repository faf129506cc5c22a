import { contourAreas, createPlane, type Feature, type FeatureCollection, type LngLat, type Polygon } from '@wangge/shared/geo';
import { densityGrid } from './density-grid.ts';

/** One warm place: where, and how much it counts (红 1.5, others 1). */
export interface HeatPoint {
  readonly lngLat: LngLat;
  readonly weight: number;
}

/** Number of its band, 0 the widest; everything inside reaches the band's level. */
export interface IsobandProperties {
  readonly band: number;
}

const BANDS = 4;

/** A peak lower than this many sources of weight 1 in one spot does not fill the scale, so that a lone case stays faint. */
const LEAST_PEAK = 3;

/**
 * Areas of equal heat (热力) as four nested bands: a weighted kernel of `radiusM` cut at even shares of its highest value. The bands overlap:
 * drawn over one another with one faint colour they add up. Nothing to draw without points.
 */
export function isobands(points: readonly HeatPoint[], radiusM: number): FeatureCollection<Polygon, IsobandProperties> {
  const origin = points[0]?.lngLat;
  if (origin === undefined) return { type: 'FeatureCollection', features: [] };
  const plane = createPlane(origin);
  const grid = densityGrid(points.map(({ lngLat, weight }) => ({ point: plane.toPlane(lngLat), weight })), radiusM);
  const peak = grid.values.reduce((highest, value) => Math.max(highest, value), LEAST_PEAK);
  const features: Feature<Polygon, IsobandProperties>[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    for (const rings of contourAreas(grid, (peak * (band + 0.6)) / BANDS)) {
      const coordinates = rings.map((ring) => ring.map(plane.toLngLat));
      features.push({ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: { band } });
    }
  }
  return { type: 'FeatureCollection', features };
}
