import { isCalm } from '../../ui/motion.ts';

/** The time a camera flight may take, ms: none where the viewer asked for less motion. */
export function flightMs(wantedMs: number): number {
  return isCalm() ? 0 : wantedMs;
}

/** How long the camera flies (镜头飞行), ms. */
export const FLY_MS = 1_200;
export const TAKEOVER_FLY_MS = 800;
