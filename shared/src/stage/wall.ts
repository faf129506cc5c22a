import { MINUTE_MS } from '../base/index.ts';
import type { OpenedCameras } from './opened-cameras.ts';

/** 大屏: one wall, made of `across × down` displays. Lengths in millimetres and metres decide how large everything is written. */
export interface Wall {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly across: number;
  readonly down: number;
  /** Width of the frame between two pictures; what lies behind it is not drawn. */
  readonly bezelMm: number;
  readonly heightMm: number;
  readonly distanceM: number;
}

/** A playlist entry: a scene and how long it stays. */
export interface PlaylistEntry {
  readonly sceneId: string;
  readonly dwellMs: number;
}

/** Who drives a wall (导播), since when, and when they last did something. */
export interface Driver {
  readonly id: string;
  readonly name: string;
  readonly since: number;
  readonly seenAt: number;
}

/** What the map of a directed wall is narrowed to; null for all. */
export interface StageFilter {
  readonly areaCode: string | null;
  readonly platform: string | null;
}

export interface Highlight {
  readonly kind: 'case' | 'unit';
  readonly id: string;
}

/** 汇报: a briefing that a wall shows instead of its scene, at which page (from 0), since when (server time). */
export interface Presentation {
  readonly briefingId: string;
  readonly page: number;
  readonly since: number;
}

/**
 * What a wall is told to show. Its scene follows from the playlist and the server's clock alone, so that every browser of a wall
 * changes at the same moment: `startedAt` is when the playlist's first entry began, `pausedAt` halts it, `pin` overrides it.
 * `frozenAt` (冻结) holds the whole picture as of that moment, see `frozenSince`.
 */
export interface WallState {
  readonly wallId: string;
  readonly revision: number;
  /** From when this is shown: the browsers of a wall of several displays wait for it, so that they change in one moment. */
  readonly from: number;
  readonly playlist: readonly PlaylistEntry[];
  readonly startedAt: number;
  readonly pausedAt: number | null;
  readonly frozenAt: number | null;
  readonly pin: string | null;
  readonly flight: { readonly lngLat: readonly [number, number]; readonly zoom: number } | null;
  readonly highlight: Highlight | null;
  readonly filter: StageFilter;
  /** 请看: a few words over the map, until taken away. */
  readonly attention: { readonly text: string; readonly at: number } | null;
  readonly present: Presentation | null;
  /** 视频: the cameras opened on it; see `openedAt`. */
  readonly cameras: OpenedCameras | null;
  /** 定位卡: whether every display shows its calibration card. */
  readonly hasCard: boolean;
  readonly driver: Driver | null;
}

/** The scene due at a moment and when the next one comes; `until` is null while nothing turns. */
export interface DueScene {
  readonly sceneId: string | null;
  readonly until: number | null;
}

/** A wall that somebody froze and forgot lives again by itself after this long: nobody must take an old picture for the present all night. */
export const FREEZE_MOST_MS = 30 * MINUTE_MS;

/** As of when a wall's picture is held (画面已冻结); null while it follows what happens. */
export function frozenSince({ frozenAt }: Pick<WallState, 'frozenAt'>, now: number): number | null {
  return frozenAt !== null && now - frozenAt < FREEZE_MOST_MS ? frozenAt : null;
}

/** When the playlist came to a stand: because somebody halted it, or because a briefing is presented; null while it turns. */
export function stoodAt({ pausedAt, present }: Pick<WallState, 'pausedAt' | 'present'>): number | null {
  if (present === null) return pausedAt;
  return pausedAt === null ? present.since : Math.min(pausedAt, present.since);
}

/**
 * Which scene a wall shows at `now` (server time). Without a playlist and a pin: none. A frozen wall stays with the scene it froze in, and one that
 * presents with the scene behind; both go on where they stood.
 */
export function dueScene({ playlist, startedAt, frozenAt, pin, ...halts }: Pick<WallState, 'playlist' | 'startedAt' | 'pausedAt' | 'frozenAt' | 'pin' | 'present'>, now: number): DueScene {
  const pausedAt = stoodAt(halts);
  if (pin !== null) return { sceneId: pin, until: null };
  const roundMs = playlist.reduce((sum, { dwellMs }) => sum + dwellMs, 0);
  if (roundMs <= 0) return { sceneId: null, until: null };
  const frozenMs = frozenAt === null ? 0 : Math.min(Math.max(0, now - frozenAt), FREEZE_MOST_MS);
  const stands = pausedAt !== null || (frozenAt !== null && frozenMs < FREEZE_MOST_MS);
  const at = pausedAt ?? now - frozenMs;
  let left = (((at - startedAt) % roundMs) + roundMs) % roundMs;
  for (const { sceneId, dwellMs } of playlist) {
    if (left < dwellMs) return { sceneId, until: !stands && playlist.length > 1 ? now + dwellMs - left : null };
    left -= dwellMs;
  }
  return { sceneId: playlist[0]?.sceneId ?? null, until: null };
}

/** 回放: the moment of the past that a wall last said it shows, and when it said so (server time). */
export interface WallReplay {
  readonly at: number;
  readonly saidAt: number;
}

/** A wall in replay says so again and again; one that was silent for this long does not show the past any more. */
export const REPLAY_SAID_MS = MINUTE_MS;

/** A wall, what it is told to show, and what it shows instead. */
export interface WallNow {
  readonly wall: Wall;
  readonly state: WallState;
  readonly replay: WallReplay | null;
}

/** The moment of the past that a wall shows at `now` (server time); null for one that shows the present. */
export function replayedMoment({ replay }: Pick<WallNow, 'replay'>, now: number): number | null {
  return replay !== null && now - replay.saidAt < REPLAY_SAID_MS ? replay.at : null;
}

/** The board `stage`: the walls one may see; `mine` names the wall that asks, null for people. */
export interface StageBoard {
  readonly mine: string | null;
  readonly walls: readonly WallNow[];
}
