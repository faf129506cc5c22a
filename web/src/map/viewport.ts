import type { LngLat } from '@wangge/shared/geo';

/** A point in spherical Mercator (EPSG:3857) as MapLibre counts it: 0–1 eastwards, 0–1 southwards. */
export type MercatorPoint = readonly [x: number, y: number];

/** A point on the map's canvas, CSS px from its top left corner. */
export type ScreenPoint = readonly [xPx: number, yPx: number];

/** What the camera sees. The map is never turned nor tilted, so a place falls on the screen by one scale and one shift. */
export interface Viewport {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly zoom: number;
  readonly center: MercatorPoint;
  /** Width of the whole world at this zoom, CSS px. */
  readonly worldPx: number;
}

const TILE_PX = 512;

/** Width of the world at a zoom, CSS px. */
export function worldPxAt(zoom: number): number {
  return TILE_PX * 2 ** zoom;
}

/** Where a place lies in Mercator. */
export function mercatorOf([lng, lat]: LngLat): MercatorPoint {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** The place a Mercator point stands for. */
export function lngLatOf([x, y]: MercatorPoint): LngLat {
  return [(x - 0.5) * 360, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** A viewport from a camera as MapLibre reports it. */
export function viewportOf(camera: { center: LngLat; zoom: number; widthPx: number; heightPx: number }): Viewport {
  const { center, zoom, widthPx, heightPx } = camera;
  return { widthPx, heightPx, zoom, center: mercatorOf(center), worldPx: worldPxAt(zoom) };
}

/** Where a Mercator point falls on the canvas. */
export function toScreen(view: Viewport, [x, y]: MercatorPoint): ScreenPoint {
  return [
    (x - view.center[0]) * view.worldPx + view.widthPx / 2,
    (y - view.center[1]) * view.worldPx + view.heightPx / 2,
  ];
}

/** The place under a point of the canvas. */
export function fromScreen(view: Viewport, [xPx, yPx]: ScreenPoint): LngLat {
  return lngLatOf([
    (xPx - view.widthPx / 2) / view.worldPx + view.center[0],
    (yPx - view.heightPx / 2) / view.worldPx + view.center[1],
  ]);
}

/** Ground length that one CSS px covers at a latitude, metres. */
export function metresPerPx(view: Pick<Viewport, 'worldPx'>, lat: number): number {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / view.worldPx;
}
