import { createPlane, type FeatureCollection, type LngLat, type Point, type Polygon } from '@wangge/shared/geo';
import type { Light } from '../../ui/tokens.ts';
import type { MapCamera } from '../scene.ts';
import { cameraIcon } from './camera-sprite.ts';

/** How far what a camera looks at is drawn, metres, and how wide where nobody knows, degrees. */
const REACH_M = 90;
const USUAL_FIELD_DEG = 50;
const STEP_DEG = 10;
const RADIANS = Math.PI / 180;

/** What is drawn of cameras: a mark each, and the sector one looks into where that is known. Open ones lie over the others. */
export function cameraShapes(cameras: readonly MapCamera[], { light, uPx }: { readonly light: Light; readonly uPx: number }): FeatureCollection<Point | Polygon, { readonly icon?: string; readonly rank?: number }> {
  const marks = cameras.map(({ lngLat, isUp, number }) => ({
    type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: lngLat }, properties: { icon: cameraIcon({ light, isUp, number, uPx }), rank: number === null ? (isUp ? 1 : 0) : 2 },
  }));
  const fields = cameras.flatMap((camera) => (camera.headingDeg === null ? [] : [
    { type: 'Feature' as const, geometry: sector(camera.lngLat, camera.headingDeg, camera.fieldDeg ?? USUAL_FIELD_DEG), properties: {} },
  ]));
  return { type: 'FeatureCollection', features: [...fields, ...marks] };
}

function sector(lngLat: LngLat, headingDeg: number, fieldDeg: number): Polygon {
  const plane = createPlane(lngLat);
  const steps = Math.max(2, Math.ceil(fieldDeg / STEP_DEG));
  const arc = Array.from({ length: steps + 1 }, (_, step): LngLat => {
    const angle = (headingDeg - fieldDeg / 2 + (step * fieldDeg) / steps) * RADIANS;
    return plane.toLngLat([REACH_M * Math.sin(angle), REACH_M * Math.cos(angle)]);
  });
  return { type: 'Polygon', coordinates: [[lngLat, ...arc, lngLat]] };
}
