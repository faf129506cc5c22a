import type { LngLat } from '@wangge/shared/geo';

/** A point in spherical Mercator (EPSG:3857) as MapLibre counts it: 0–1 eastwards, 0–1 southwards. */
export type MercatorPoint = readonly [x: number, y: number];

/** A point on the map's canvas, CSS px from its top left corner. */
export type ScreenPoint = readonly [xPx: number, yPx: number];

/**
 * What the camera sees. The map is never turned. Seen from straight above a place falls on the screen by one scale and one shift; tilted, what lies
 * farther north is farther from the eye.
 */
export interface Viewport {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly zoom: number;
  readonly center: MercatorPoint;
  /** Width of the whole world at this zoom, CSS px. */
  readonly worldPx: number;
  /** How far the camera leans back from straight above (倾角), radians. */
  readonly pitch: number;
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

/** A viewport from a camera as MapLibre reports it, `pitchDeg` in degrees. */
export function viewportOf(camera: { center: LngLat; zoom: number; pitchDeg: number; widthPx: number; heightPx: number }): Viewport {
  const { center, zoom, pitchDeg, widthPx, heightPx } = camera;
  return { widthPx, heightPx, zoom, center: mercatorOf(center), worldPx: worldPxAt(zoom), pitch: (pitchDeg * Math.PI) / 180 };
}

/** MapLibre's eye stands one and a half canvas heights away from the middle of the picture (a field of view of 2 atan ⅓). */
const EYE_HEIGHTS = 1.5;

/** How far the eye is from the middle of the picture, CSS px. */
export function eyeDistancePx({ heightPx }: Pick<Viewport, 'heightPx'>): number {
  return heightPx * EYE_HEIGHTS;
}

/** Where a Mercator point falls on the canvas; far outside it for a point behind the eye. */
export function toScreen(view: Viewport, [x, y]: MercatorPoint): ScreenPoint {
  const east = (x - view.center[0]) * view.worldPx;
  const south = (y - view.center[1]) * view.worldPx;
  if (view.pitch === 0) return [east + view.widthPx / 2, south + view.heightPx / 2];
  const eye = eyeDistancePx(view);
  const scale = eye / Math.max(1, eye - south * Math.sin(view.pitch));
  return [east * scale + view.widthPx / 2, south * Math.cos(view.pitch) * scale + view.heightPx / 2];
}

/** The Mercator point under a point of the canvas below the horizon. */
export function mercatorAt(view: Viewport, [xPx, yPx]: ScreenPoint): MercatorPoint {
  const [right, down] = [xPx - view.widthPx / 2, yPx - view.heightPx / 2];
  const eye = eyeDistancePx(view);
  const south = (down * eye) / (eye * Math.cos(view.pitch) + down * Math.sin(view.pitch));
  const east = (right * (eye - south * Math.sin(view.pitch))) / eye;
  return [east / view.worldPx + view.center[0], south / view.worldPx + view.center[1]];
}

/** The place under a point of the canvas. */
export function fromScreen(view: Viewport, point: ScreenPoint): LngLat {
  return lngLatOf(mercatorAt(view, point));
}

/** Ground length that one CSS px covers at a latitude, metres. */
export function metresPerPx(view: Pick<Viewport, 'worldPx'>, lat: number): number {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / view.worldPx;
}
