import { MINUTE_MS, SECOND_MS } from '@wangge/shared/base';
import { addressFault, maySeeCamera, type Camera, type CameraRow, type CamerasBoard } from '@wangge/shared/camera';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import { createPinnedGlance } from '../../platform/pinned-request.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { WallsApi } from '../walls/walls.api.ts';
import { createAskCamera } from './ask-camera.ts';
import { cameraKinds, cameraRulesKind, camerasKind } from './camera-kinds.api.ts';
import { createCameraWatch } from './camera-watch.ts';
import { cameraRoutes } from './cameras.routes.ts';

export interface CamerasFeature extends Feature {
  /** Asks the cameras whether they are there until the answer is called. Every process looks for itself. */
  watch(): () => void;
}

export interface CamerasNeeds {
  readonly lists: ListsApi;
  readonly walls: Pick<WallsApi, 'open'>;
  readonly cameraHosts: readonly string[];
  readonly clock: Clock;
}

/** 视频: the board `cameras` says which one may open and whether it is there; an address is told to nobody but who opens one. */
export function createCameras({ lists, walls, cameraHosts, clock }: CamerasNeeds): CamerasFeature {
  const register = (now: number): readonly Camera[] => lists.inForce(camerasKind, now).content;
  const rules = (now: number) => lists.inForce(cameraRulesKind, now).content;
  const listeners: (() => void)[] = [];
  let version = 0;
  const tell = (): void => {
    version += 1;
    listeners.forEach((listener) => listener());
  };
  const watch = createCameraWatch({
    cameras: () => register(clock.now()), everyMs: () => rules(clock.now()).askEveryS * SECOND_MS, ask: createAskCamera(createPinnedGlance(cameraHosts)), clock, onRound: () => { version += 1; },
  });
  lists.onPublished((kind) => { if (cameraKinds.some((one) => one.kind === kind)) tell(); });
  walls.open({
    mayShow: (id, areaCode) => register(clock.now()).some((camera) => camera.id === id && maySeeCamera(camera, { role: 'wall', areaCode })),
    forMs: () => rules(clock.now()).openMinutes * MINUTE_MS,
    onChanges: (listener) => void listeners.push(listener),
  });
  const rowOf = ({ url: _url, roles: _roles, ...camera }: Camera): CameraRow => ({ ...camera, health: watch.healthOf(camera.id) });

  return {
    boards: [{
      name: 'cameras', access: 'camera.view', version: () => version,
      read: (actor, now): CamerasBoard => ({ rules: rules(now), cameras: register(now).filter((camera) => maySeeCamera(camera, actor)).map(rowOf) }),
    }],
    routes: (http) => cameraRoutes(http, {
      find: (id, actor) => register(clock.now()).find((camera) => camera.id === id && maySeeCamera(camera, actor)),
      isAllowed: ({ url }) => addressFault(url, (host) => cameraHosts.includes(host)) === null,
    }),
    watch: () => watch.start(),
  };
}
