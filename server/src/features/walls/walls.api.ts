import { isInArea, type Actor } from '@wangge/shared/access';
import { ok, refuse, type Result } from '@wangge/shared/base';
import { STEP_LEAD_MS, direct, dueScene, pressCameras, turnPage, type CameraContext, type Direction, type Wall, type WallNow, type WallReplay, type WallState } from '@wangge/shared/stage';
import type { Clock } from '../../platform/clock.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { WallKey } from '../access/access.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ScenesApi } from './scenes.api.ts';

/** 汇报: what walls can present. */
export interface Presentable {
  /** How many pages a briefing has for a wall of an area; 0 for one that it may not show. */
  pagesOf(briefingId: string, areaCode: string): number;
  onChanges(listener: () => void): void;
}

/** 视频: what walls can open. */
export interface Openable {
  /** Whether the register lets a wall of an area show a camera. */
  mayShow(id: string, areaCode: string): boolean;
  /** How long opened cameras stay. */
  forMs(): number;
  onChanges(listener: () => void): void;
}

/** 大屏: which walls there are, what each is told to show, and by whom. */
export interface WallsApi {
  /** The walls of an actor's area; a wall sees itself. */
  seenBy(actor: Actor): readonly WallNow[];
  find(id: string, actor: Actor): WallNow | null;
  save(wall: Wall): Promise<WallNow>;
  /** Directions follow each other: none is told to a state that is gone. `WALL_UNKNOWN`, or what the rules of directing refuse. */
  direct(id: string, wish: Direction, actor: Actor): Promise<Result<WallNow>>;
  /** Whether a playlist has a scene, or a wall is pinned to it. */
  uses(sceneId: string): boolean;
  /** Turns a page of the presentation at the wall's own keys; null ends it. */
  turnPage(id: string, page: number | null, actor: Actor): Promise<Result<WallNow>>;
  /** Opens or closes cameras at the wall's own map. */
  pressCameras(id: string, wish: CameraWish, actor: Actor): Promise<Result<WallNow>>;
  /** 回放: a wall says which moment of the past it shows; null when it shows the present again. */
  sayReplay(id: string, at: number | null): Promise<void>;
  /** Told once, where briefings are made. Before it nothing can be presented. */
  present(source: Presentable): void;
  /** Told once, where cameras are registered. Before it none can be opened. */
  open(source: Openable): void;
  /** Whether a wall shows a masked scene now, so that the server leaves out what no visitor may see. */
  isMasked(wallId: string | null): boolean;
  onChange(listener: () => void): void;
  /** Told when this process itself wrote something that others must read. */
  onWritten(listener: () => void): void;
  reread(): Promise<void>;
}

/** What is told of cameras. */
export type CameraWish = Extract<Direction, { ids: readonly string[] }>;

export interface WallsNeeds {
  readonly documents: DocumentStore;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

const WALL = 'wall';
const STATE = 'wall-state';
const REPLAY = 'wall-replay';
/** A wall as it is taken to be until somebody says more: two rows of displays of 55 inches, seen from five metres. */
const USUAL = { across: 1, down: 1, bezelMm: 0, heightMm: 2_000, distanceM: 5 };

export async function openWalls({ documents, district, clock }: WallsNeeds, scenes: ScenesApi): Promise<WallsApi> {
  const walls = new Map<string, Wall>();
  const states = new Map<string, WallState>();
  const replays = new Map<string, WallReplay>();
  const listeners: (() => void)[] = [];
  const writtenListeners: (() => void)[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());
  const tellWritten = (): void => [...listeners, ...writtenListeners].forEach((listener) => listener());
  let turn: Promise<unknown> = Promise.resolve();
  let briefings: Presentable | null = null;
  let cameras: Openable | null = null;

  /** Where a wall stands: one for everything is the county's, or the township's where there is but one. */
  function placeOf({ areaCode }: Wall): string {
    const { code, towns } = district.current();
    return areaCode === '' ? (towns.length === 1 ? towns[0]?.code ?? code : code) : areaCode;
  }

  function usualState(wallId: string): WallState {
    const playlist = scenes.current().scenes.filter(({ isInPlaylist }) => isInPlaylist).map(({ id, dwellMs }) => ({ sceneId: id, dwellMs }));
    return { wallId, revision: 0, from: 0, playlist, startedAt: 0, pausedAt: null, frozenAt: null, pin: null, flight: null, highlight: null, filter: { areaCode: null, platform: null }, attention: null, present: null, cameras: null, hasCard: false, driver: null };
  }

  const isMaskedBy = (state: WallState): boolean => scenes.byId(dueScene(state, clock.now()).sceneId)?.isMasked ?? false;

  /** A briefing that was withdrawn, a camera that left the register, and all cameras before visitors are no longer shown, whatever the wall was told. */
  function stateOf(wall: Wall): WallState {
    const state = states.get(wall.id) ?? usualState(wall.id);
    const isGone = state.present !== null && state.present.page >= (briefings?.pagesOf(state.present.briefingId, wall.areaCode) ?? 0);
    const ids = state.cameras === null || isMaskedBy(state) ? [] : state.cameras.ids.filter((id) => cameras?.mayShow(id, wall.areaCode));
    return { ...state, present: isGone ? null : state.present, cameras: state.cameras === null || ids.length === 0 ? null : { ...state.cameras, ids } };
  }

  const now = (wall: Wall): WallNow => ({ wall, state: stateOf(wall), replay: replays.get(wall.id) ?? null });
  const isMasked = (wall: Wall): boolean => isMaskedBy(now(wall).state);
  const camerasOn = (wall: Wall): CameraContext => ({ forMs: cameras?.forMs() ?? 0, mayShow: (id) => !isMasked(wall) && cameras?.mayShow(id, wall.areaCode) === true });
  const leadMs = (wall: Wall): number => (wall.across * wall.down > 1 ? STEP_LEAD_MS : 0);
  const pagesOn = (wall: Wall) => (briefingId: string): number => (isMasked(wall) ? 0 : briefings?.pagesOf(briefingId, wall.areaCode) ?? 0);
  const sees = (actor: Actor, wall: Wall): boolean => (actor.role === 'wall' ? actor.unitId === wall.id : isInArea(placeOf(wall), actor.areaCode));

  async function reread(): Promise<void> {
    const all = (): string => JSON.stringify([[...walls.values()], [...states.values()], [...replays]]);
    const before = all();
    const { town, towns } = district.current();
    for (const { id, value } of await documents.list<WallKey>('wall-key')) {
      walls.set(id, { id, name: towns.find(({ code }) => code === value.areaCode)?.name ?? town, areaCode: value.areaCode, ...USUAL });
    }
    for (const { id, value } of await documents.list<Wall>(WALL)) walls.set(id, value);
    // A state written by an earlier version says nothing of what was added since.
    for (const { id, value } of await documents.list<WallState>(STATE)) states.set(id, { ...usualState(id), ...value });
    replays.clear();
    for (const { id, value } of await documents.list<WallReplay>(REPLAY)) replays.set(id, value);
    if (all() !== before) tell();
  }

  async function changeNow(id: string, actor: Actor, change: (state: WallState, wall: Wall) => Result<WallState>): Promise<Result<WallNow>> {
    const wall = walls.get(id);
    if (!wall || !sees(actor, wall)) return refuse('WALL_UNKNOWN');
    const next = change(now(wall).state, wall);
    if (!next.ok) return next;
    await documents.put(STATE, id, next.value);
    states.set(id, next.value);
    tellWritten();
    return ok(now(wall));
  }

  function inTurn(act: () => Promise<Result<WallNow>>): Promise<Result<WallNow>> {
    const answer = turn.then(act);
    turn = answer.catch(() => undefined);
    return answer;
  }

  await reread();
  return {
    seenBy: (actor) => [...walls.values()].filter((wall) => sees(actor, wall)).map(now),
    find(id, actor) {
      const wall = walls.get(id);
      return wall && sees(actor, wall) ? now(wall) : null;
    },
    async save(wall) {
      await documents.put(WALL, wall.id, wall);
      walls.set(wall.id, wall);
      tellWritten();
      return now(wall);
    },
    direct: (id, wish, actor) => inTurn(() => changeNow(id, actor, (state, wall) => direct(state, wish, {
      who: { id: actor.id, name: actor.name }, now: clock.now(), leadMs: leadMs(wall), sceneIds: scenes.current().scenes.map((scene) => scene.id), pagesOf: pagesOn(wall), cameras: camerasOn(wall),
    }))),
    turnPage: (id, page, actor) => inTurn(() => changeNow(id, actor, (state, wall) => turnPage(state, page, { now: clock.now(), pagesOf: pagesOn(wall) }))),
    pressCameras: (id, wish, actor) => inTurn(() => changeNow(id, actor, (state, wall) => pressCameras(state, wish, { now: clock.now(), leadMs: leadMs(wall), cameras: camerasOn(wall) }))),
    async sayReplay(id, at) {
      if (!walls.has(id) || (at === null && !replays.has(id))) return;
      const replay = at === null ? null : { at, saidAt: clock.now() };
      if (replay === null) {
        await documents.remove(REPLAY, id);
        replays.delete(id);
      } else {
        await documents.put(REPLAY, id, replay);
        replays.set(id, replay);
      }
      tellWritten();
    },
    present(source) {
      briefings = source;
      source.onChanges(() => { if ([...states.values()].some(({ present }) => present !== null)) tell(); });
    },
    open(source) {
      cameras = source;
      source.onChanges(() => { if ([...states.values()].some((state) => state.cameras !== null)) tell(); });
    },
    uses: (sceneId) => [...states.values()].some(({ pin, playlist }) => pin === sceneId || playlist.some((entry) => entry.sceneId === sceneId)),
    isMasked(wallId) {
      const wall = wallId === null ? undefined : walls.get(wallId);
      return wall !== undefined && isMasked(wall);
    },
    onChange: (listener) => void listeners.push(listener),
    onWritten: (listener) => void writtenListeners.push(listener),
    reread,
  };
}
