import { MINUTE_MS, ok, refuse, type Result } from '../base/index.ts';
import { openedAt, withOpened } from './opened-cameras.ts';
import { FREEZE_MOST_MS, dueScene, frozenSince, stoodAt, type Driver, type Highlight, type PlaylistEntry, type StageFilter, type WallState } from './wall.ts';

/** What a director can tell a wall. `take` is the only thing somebody else may do while a wall is driven. */
export type Direction =
  | { readonly action: 'take' | 'hand-over' | 'pause' | 'play' | 'next' | 'previous' | 'unpin' | 'home' | 'calm' | 'freeze' | 'thaw' | 'end-present' }
  | { readonly action: 'pin'; readonly sceneId: string }
  | { readonly action: 'playlist'; readonly playlist: readonly PlaylistEntry[] }
  | { readonly action: 'fly'; readonly lngLat: readonly [number, number]; readonly zoom: number }
  | { readonly action: 'highlight'; readonly highlight: Highlight | null }
  | { readonly action: 'filter'; readonly filter: StageFilter }
  | { readonly action: 'attention'; readonly text: string }
  | { readonly action: 'card'; readonly isOn: boolean }
  /** Begins a presentation, or turns to another of its pages (from 0). */
  | { readonly action: 'present'; readonly briefingId: string; readonly page: number }
  /** Opens cameras beside those that are open, or closes some; all with none named. */
  | { readonly action: 'open-cameras' | 'close-cameras'; readonly ids: readonly string[] };

export interface DirectionContext {
  readonly who: { readonly id: string; readonly name: string };
  readonly now: number;
  /** How long after it was said a word is shown, so that every display has heard it. */
  readonly leadMs: number;
  readonly sceneIds: readonly string[];
  /** How many pages a briefing has on this wall; 0 for one that it may not show. */
  pagesOf(briefingId: string): number;
  /** Which cameras may be opened on this wall, and for how long. */
  readonly cameras: CameraContext;
}

export interface CameraContext {
  readonly forMs: number;
  mayShow(id: string): boolean;
}

/** From a word to its being shown on a wall of several displays: long enough to reach all of them, and too short to be waited for. */
export const STEP_LEAD_MS = 150;

/** Somebody who told a wall nothing for this long no longer drives it. */
export const DRIVER_IDLE_MS = 10 * MINUTE_MS;

/** Who drives a wall at `now`; null when nobody does, or has not for long. */
export function driverAt({ driver }: Pick<WallState, 'driver'>, now: number): Driver | null {
  return driver !== null && now - driver.seenAt < DRIVER_IDLE_MS ? driver : null;
}

/** A wall whose freeze ended by time alone: its playlist goes on where it stood. */
function thawed(state: WallState, frozenMs: number): WallState {
  const { frozenAt, pausedAt, present, startedAt } = state;
  if (frozenAt === null) return state;
  if (pausedAt !== null) return { ...state, frozenAt: null };
  return { ...state, frozenAt: null, startedAt: startedAt + frozenMs, present: present && { ...present, since: present.since + frozenMs } };
}

/** `now` is the moment at which the playlist stands: that of the freeze while the wall is frozen. */
function stepped(state: WallState, by: 1 | -1, now: number): Partial<WallState> {
  const { playlist } = state;
  if (playlist.length === 0) return {};
  const shown = dueScene(state, now).sceneId;
  const at = playlist.findIndex(({ sceneId }) => sceneId === shown);
  const to = at < 0 ? 0 : (at + by + playlist.length) % playlist.length;
  const before = playlist.slice(0, to).reduce((sum, { dwellMs }) => sum + dwellMs, 0);
  return { pin: null, startedAt: now - before, pausedAt: state.pausedAt === null ? null : now };
}

/** The wall after its presentation: where its playlist stood, it goes on. */
function unpresented(state: WallState, now: number): WallState {
  const { present, pausedAt, startedAt } = state;
  if (present === null) return state;
  return { ...state, present: null, pausedAt: pausedAt === null ? null : stoodAt(state), startedAt: pausedAt === null ? startedAt + now - present.since : startedAt };
}

/** Their time begins anew with each that is asked for. */
function opened({ cameras }: WallState, ids: readonly string[], now: number, forMs: number): Partial<WallState> {
  return { cameras: { ids: withOpened(openedAt(cameras, now), ids), until: now + forMs } };
}

function closed({ cameras }: WallState, ids: readonly string[], now: number): Partial<WallState> {
  const left = ids.length === 0 ? [] : openedAt(cameras, now).filter((id) => !ids.includes(id));
  return { cameras: cameras === null || left.length === 0 ? null : { ...cameras, ids: left } };
}

/** Who asks for a scene has done with presenting. */
const ENDS_PRESENTING: readonly Direction['action'][] = ['end-present', 'play', 'next', 'previous', 'pin', 'playlist'];

function changed(state: WallState, wish: Direction, realNow: number, { forMs }: CameraContext): Partial<WallState> {
  const now = state.frozenAt ?? realNow;
  switch (wish.action) {
    case 'take': case 'hand-over': case 'end-present': return {};
    case 'pause': return { pausedAt: state.pausedAt ?? now };
    case 'play': return state.pausedAt === null ? { pin: null } : { pin: null, pausedAt: null, startedAt: state.startedAt + now - state.pausedAt };
    case 'next': return stepped(state, 1, now);
    case 'previous': return stepped(state, -1, now);
    case 'pin': return { pin: wish.sceneId, flight: null };
    case 'unpin': return { pin: null };
    case 'home': return { flight: null, highlight: null };
    case 'calm': return { attention: null };
    case 'playlist': return { playlist: wish.playlist, startedAt: now, pausedAt: null, pin: null };
    case 'fly': return { flight: { lngLat: wish.lngLat, zoom: wish.zoom } };
    case 'highlight': return { highlight: wish.highlight };
    case 'filter': return { filter: wish.filter };
    case 'present': return { present: { briefingId: wish.briefingId, page: wish.page, since: state.present?.since ?? now } };
    case 'attention': return { attention: { text: wish.text, at: realNow } };
    case 'freeze': return { frozenAt: now };
    case 'thaw': return thawed(state, realNow - now);
    case 'card': return { hasCard: wish.isOn };
    case 'open-cameras': return opened(state, wish.ids, realNow, forMs);
    case 'close-cameras': return closed(state, wish.ids, realNow);
  }
}

/**
 * The wall after a direction. Whoever directs a wall that nobody drives begins to drive it; one that somebody else drives has to be
 * taken first, so that both see the hand-over. A scene that does not exist, or a briefing or camera that the wall may not show, is refused.
 */
export function direct(kept: WallState, wish: Direction, { who, now, leadMs, sceneIds, pagesOf, cameras }: DirectionContext): Result<WallState> {
  const state = frozenSince(kept, now) === null ? thawed(kept, FREEZE_MOST_MS) : kept;
  const driver = driverAt(state, now);
  if (wish.action !== 'take' && driver !== null && driver.id !== who.id) return refuse('WALL_DRIVEN_BY_OTHER');
  const asked = wish.action === 'pin' ? [wish.sceneId] : wish.action === 'playlist' ? wish.playlist.map(({ sceneId }) => sceneId) : [];
  if (asked.some((id) => !sceneIds.includes(id))) return refuse('SCENE_UNKNOWN');
  if (wish.action === 'present' && wish.page >= pagesOf(wish.briefingId)) return refuse('BRIEFING_NOT_FOR_WALL');
  if (wish.action === 'open-cameras' && !wish.ids.every((id) => cameras.mayShow(id))) return refuse('CAMERA_NOT_FOR_WALL');
  const before = ENDS_PRESENTING.includes(wish.action) ? unpresented(state, state.frozenAt ?? now) : state;
  const since = driver?.id === who.id ? driver.since : now;
  return ok({
    ...before, ...changed(before, wish, now + leadMs, cameras), from: now + leadMs, revision: state.revision + 1,
    driver: wish.action === 'hand-over' ? null : { id: who.id, name: who.name, since, seenAt: now },
  });
}

/** The wall after somebody at its own keys turned a page of its presentation, or ended it (null). Who drives it stays as it is. */
export function turnPage(state: WallState, page: number | null, { now, pagesOf }: Pick<DirectionContext, 'now' | 'pagesOf'>): Result<WallState> {
  if (state.present === null) return refuse('BRIEFING_NOT_FOR_WALL');
  if (page === null) return ok({ ...unpresented(state, state.frozenAt ?? now), revision: state.revision + 1 });
  if (page >= pagesOf(state.present.briefingId)) return refuse('BRIEFING_NOT_FOR_WALL');
  return ok({ ...state, present: { ...state.present, page }, revision: state.revision + 1 });
}

/** The wall after somebody at its own map pressed a camera (`open`), or closed one or all (`close`). Who drives it stays as it is. */
export function pressCameras(state: WallState, wish: Extract<Direction, { ids: readonly string[] }>, { now, leadMs, cameras }: Pick<DirectionContext, 'now' | 'leadMs' | 'cameras'>): Result<WallState> {
  if (wish.action === 'open-cameras' && !wish.ids.every((id) => cameras.mayShow(id))) return refuse('CAMERA_NOT_FOR_WALL');
  return ok({ ...state, ...changed(state, wish, now + leadMs, cameras), from: now + leadMs, revision: state.revision + 1 });
}
