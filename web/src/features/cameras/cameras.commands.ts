import type { CameraOpening } from '@wangge/shared/camera';
import type { Direction, WallNow } from '@wangge/shared/stage';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Asks for the address of a camera; who opened which and when is taken down by the server. */
export function openCamera(id: string): Promise<RestAnswer<CameraOpening>> {
  return callRest('POST', `/api/v1/cameras/${encodeURIComponent(id)}/openings`);
}

/** Opens or closes cameras from the wall's own map, on all its displays. */
export function pressCameras(wallId: string, wish: Extract<Direction, { ids: readonly string[] }>): Promise<RestAnswer<WallNow>> {
  return callRest('POST', `/api/v1/walls/${encodeURIComponent(wallId)}/cameras`, wish);
}
