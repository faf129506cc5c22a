import { distanceM, type LngLat } from '../geo/index.ts';
import type { CameraRow, CameraRules } from './camera.ts';

/** A camera and how far it is from what happens, metres. */
export interface NearCamera {
  readonly camera: CameraRow;
  readonly offM: number;
}

/**
 * The cameras that open by themselves around a place (就近视频): within the distance of the rules, those that answered before those nobody has asked yet,
 * the nearer first, as many as the rules say. One that is known not to show anything live is left out.
 */
export function nearestCameras(cameras: readonly CameraRow[], place: LngLat, { nearM, nearCount }: Pick<CameraRules, 'nearM' | 'nearCount'>): readonly NearCamera[] {
  const unasked = ({ camera: { health } }: NearCamera): number => (health.standing === 'unknown' ? 1 : 0);
  return cameras
    .filter(({ health: { standing } }) => standing === 'up' || standing === 'unknown')
    .map((camera): NearCamera => ({ camera, offM: distanceM(place, camera.lngLat) }))
    .filter(({ offM }) => offM <= nearM)
    .sort((a, b) => unasked(a) - unasked(b) || a.offM - b.offM)
    .slice(0, nearCount);
}
