import type { ExpressionSpecification } from 'maplibre-gl';

/** What widths are measured by: px of one design unit, and the zoom at which the town fits its frame (z0). */
export interface MapScale {
  readonly uPx: number;
  readonly fitZoom: number;
}

/**
 * A width that is `widthU` units at z0 and `perZoom` times as much a zoom nearer; it stays as thin as at z0 farther out.
 */
export function widthByZoom(scale: MapScale, widthU: number | ExpressionSpecification, perZoom: number): ExpressionSpecification {
  const at = (zooms: number): ExpressionSpecification => ['*', widthU, scale.uPx * perZoom ** zooms];
  return ['interpolate', ['exponential', perZoom], ['zoom'], scale.fitZoom, at(0), scale.fitZoom + 5, at(5)];
}

/** The value `near` up close and `far` from `toZooms` zooms above z0 on, changing evenly between. */
export function fadeByZoom(scale: MapScale, from: readonly [zooms: number, value: number], to: readonly [zooms: number, value: number]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], scale.fitZoom + from[0], from[1], scale.fitZoom + to[0], to[1]];
}
