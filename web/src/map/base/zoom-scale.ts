import type { ExpressionSpecification } from 'maplibre-gl';

/** What widths are measured by: px of one design unit, and the zoom at which the town fits its frame (z0). */
export interface MapScale {
  readonly uPx: number;
  readonly fitZoom: number;
  /** Ground length of one px at that zoom, metres. */
  readonly fitMetresPerPx: number;
}

/**
 * A width that is `widthU` units at z0 and `perZoom` times as much a zoom nearer; it stays as thin as at z0 farther out.
 */
export function widthByZoom(scale: MapScale, widthU: number | ExpressionSpecification, perZoom: number): ExpressionSpecification {
  const at = (zooms: number): ExpressionSpecification => ['*', widthU, scale.uPx * perZoom ** zooms];
  return ['interpolate', ['exponential', perZoom], ['zoom'], scale.fitZoom, at(0), scale.fitZoom + 5, at(5)];
}

/**
 * The width of something `widthM` wide on the ground: at z0 between `leastU` and `mostU` units, so that it can be seen and does not drown the map;
 * from there it grows towards its true width.
 */
export function groundWidth(scale: MapScale, widthM: ExpressionSpecification, [leastU, mostU]: readonly [number, number]): ExpressionSpecification {
  const truePx = (zooms: number): ExpressionSpecification => ['*', widthM, 2 ** zooms / scale.fitMetresPerPx];
  const least = leastU * scale.uPx;
  return [
    'interpolate', ['exponential', 2], ['zoom'],
    scale.fitZoom, ['max', least, ['min', mostU * scale.uPx, truePx(0)]],
    scale.fitZoom + 5, ['max', least, truePx(5)],
  ];
}

/** A value that runs evenly from one zoom above z0 to another and stays what it is beyond them. */
export function fadeByZoom(scale: MapScale, from: readonly [zooms: number, value: number], to: readonly [zooms: number, value: number]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], scale.fitZoom + from[0], from[1], scale.fitZoom + to[0], to[1]];
}
