import type { Camera, CameraStanding } from '@wangge/shared/camera';
import type { createPinnedGlance } from '../../platform/pinned-request.ts';

/** What a camera answered; `picture` tells a live playlist from the one before, null where that can't be told. */
export interface CameraAnswer {
  readonly standing: CameraStanding;
  readonly picture: string | null;
}

export type AskCamera = (camera: Pick<Camera, 'kind' | 'url'>) => Promise<CameraAnswer>;

/** Of a playlist all, of a stream its signature. */
const MOST_BYTES = { hls: 65_536, flv: 64, whep: 64 };

const standing = (is: CameraStanding): CameraAnswer => ({ standing: is, picture: null });

/** 在线检查: asks a camera what it is, by the rules of every message out; the picture itself is nowhere looked at. */
export function createAskCamera(glance: ReturnType<typeof createPinnedGlance>): AskCamera {
  return async ({ kind, url }) => {
    const seen = await glance(url, { method: kind === 'whep' ? 'OPTIONS' : 'GET', mostBytes: MOST_BYTES[kind] });
    if (seen.kind === 'waits') return standing(seen.code === 'CONNECTOR_TARGET_FORBIDDEN' ? 'forbidden' : 'away');
    // A WHEP endpoint answers OPTIONS before anybody offers; that one allows no OPTIONS says that it is there.
    if (kind === 'whep') return standing(seen.status < 300 || seen.status === 405 ? 'up' : 'away');
    if (seen.status < 200 || seen.status >= 300) return standing('away');
    if (kind === 'flv') return standing(seen.first.toString('latin1', 0, 3) === 'FLV' ? 'up' : 'odd');
    return judgePlaylist(seen.first.toString());
  };
}

/** RFC 8216: a media playlist names segments; one with an end is a recording, a master playlist names others. */
function judgePlaylist(text: string): CameraAnswer {
  if (!text.startsWith('#EXTM3U')) return standing('odd');
  if (text.includes('#EXT-X-ENDLIST')) return standing('recorded');
  return { standing: 'up', picture: text.includes('#EXTINF') ? text : null };
}
