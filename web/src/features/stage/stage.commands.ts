import type { Direction, Scene, SceneEdition, SceneSet, WallNow } from '@wangge/shared/stage';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Tells a wall what to show (导播). */
export function directWall(wallId: string, wish: Direction): Promise<RestAnswer<WallNow>> {
  return callRest('POST', `/api/v1/walls/${encodeURIComponent(wallId)}/commands`, wish);
}

/** Makes the next edition of the scenes with this one in it; refused when another edition than `expectedVersion` is the newest. */
export function saveScene(scene: Scene, expectedVersion: number): Promise<RestAnswer<SceneSet>> {
  return callRest('PUT', `/api/v1/scenes/${encodeURIComponent(scene.id)}`, { expectedVersion, scene });
}

export function removeScene(id: string, expectedVersion: number): Promise<RestAnswer<SceneSet>> {
  return callRest('DELETE', `/api/v1/scenes/${encodeURIComponent(id)}?expectedVersion=${expectedVersion}`);
}

export function readSceneEditions(): Promise<RestAnswer<{ readonly editions: readonly SceneEdition[] }>> {
  return callRest('GET', '/api/v1/scenes/editions');
}

export function readSceneEdition(version: number): Promise<RestAnswer<SceneSet>> {
  return callRest('GET', `/api/v1/scenes/editions/${version}`);
}

/** Turns to a page of the presentation (from 0) at the wall's own keys; null ends it. */
export function turnWallPage(wallId: string, page: number | null): Promise<RestAnswer<WallNow>> {
  return callRest('POST', `/api/v1/walls/${encodeURIComponent(wallId)}/page`, { page });
}
