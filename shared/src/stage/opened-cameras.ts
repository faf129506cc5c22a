/** 视频: so many pictures a wall opens at once at most. */
export const MOST_CAMERAS = 9;

/** The cameras a wall shows, in the order in which they were asked for, and until when (server time). */
export interface OpenedCameras {
  readonly ids: readonly string[];
  readonly until: number;
}

/** Those a wall shows at `now`; none once their time is over. */
export function openedAt(cameras: OpenedCameras | null, now: number): readonly string[] {
  return cameras === null || now >= cameras.until ? [] : cameras.ids;
}

/** Asks for more: one that is open already counts as asked for just now, and beyond nine the one asked for longest ago gives way. */
export function withOpened(ids: readonly string[], more: readonly string[]): readonly string[] {
  const asked = [...new Set(more)];
  return [...ids.filter((id) => !asked.includes(id)), ...asked].slice(-MOST_CAMERAS);
}
