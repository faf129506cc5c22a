import type { WallShape } from '@wangge/shared/stage';
import type { JointBand } from './joints.ts';

/** How much of a flat wall the pictures take from its right edge, the rest is map; where a joint lies about there it is the border. */
const SHARE = 0.64;
const LEAST_SHARE = 0.5;
const MOST_SHARE = 0.76;

/** Width of the opened cameras (视频墙) from the wall's right edge inward, CSS px; upright they lie under the map, over the whole width. */
export function cameraRoomPx({ widthPx, edgePx, shape, joints, heightPx }: { readonly widthPx: number; readonly heightPx: number; readonly edgePx: number; readonly shape: WallShape; readonly joints: readonly JointBand[] }): number {
  if (shape === 'tall') return widthPx - 2 * edgePx;
  const shareOf = ({ right }: JointBand): number => (widthPx - right) / widthPx;
  const borders = joints.filter((joint) => joint.top <= 0 && joint.bottom >= heightPx && shareOf(joint) >= LEAST_SHARE && shareOf(joint) <= MOST_SHARE)
    .toSorted((a, b) => Math.abs(shareOf(a) - SHARE) - Math.abs(shareOf(b) - SHARE));
  const [border] = borders;
  return (border === undefined ? widthPx * SHARE : widthPx - border.right) - edgePx;
}
