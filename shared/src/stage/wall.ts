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

/**
 * What a wall is told to show. Its scene follows from the playlist and the server's clock alone, so that every browser of a wall
 * changes at the same moment: `startedAt` is when the playlist's first entry began, `pausedAt` halts it, `pin` overrides it.
 */
export interface WallState {
  readonly wallId: string;
  readonly revision: number;
  readonly playlist: readonly PlaylistEntry[];
  readonly startedAt: number;
  readonly pausedAt: number | null;
  readonly pin: string | null;
  readonly flight: { readonly lngLat: readonly [number, number]; readonly zoom: number } | null;
  readonly highlight: Highlight | null;
  readonly filter: StageFilter;
  /** 请看: a few words over the map, until taken away. */
  readonly attention: { readonly text: string; readonly at: number } | null;
  readonly driver: Driver | null;
}

/** The scene due at a moment and when the next one comes; `until` is null while nothing turns. */
export interface DueScene {
  readonly sceneId: string | null;
  readonly until: number | null;
}

/** Which scene a wall shows at `now` (server time). Without a playlist and a pin: none. */
export function dueScene({ playlist, startedAt, pausedAt, pin }: Pick<WallState, 'playlist' | 'startedAt' | 'pausedAt' | 'pin'>, now: number): DueScene {
  if (pin !== null) return { sceneId: pin, until: null };
  const roundMs = playlist.reduce((sum, { dwellMs }) => sum + dwellMs, 0);
  if (roundMs <= 0) return { sceneId: null, until: null };
  const at = pausedAt ?? now;
  let left = (((at - startedAt) % roundMs) + roundMs) % roundMs;
  for (const { sceneId, dwellMs } of playlist) {
    if (left < dwellMs) return { sceneId, until: pausedAt === null && playlist.length > 1 ? at + dwellMs - left : null };
    left -= dwellMs;
  }
  return { sceneId: playlist[0]?.sceneId ?? null, until: null };
}

/** A wall and what it is told to show. */
export interface WallNow {
  readonly wall: Wall;
  readonly state: WallState;
}

/** The board `stage`: the walls one may see; `mine` names the wall that asks, null for people. */
export interface StageBoard {
  readonly mine: string | null;
  readonly walls: readonly WallNow[];
}
