import type { Direction, WallNow } from '@wangge/shared/stage';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Tells a wall what to show (导播). */
export function directWall(wallId: string, wish: Direction): Promise<RestAnswer<WallNow>> {
  return callRest('POST', `/api/v1/walls/${encodeURIComponent(wallId)}/commands`, wish);
}
