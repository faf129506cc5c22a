import { SECOND_MS } from '@wangge/shared/base';
import type { SceneSet, StageBoard } from '@wangge/shared/stage';
import type { Feature } from '../../platform/feature.ts';
import { openScenes } from './scenes.api.ts';
import { openScreens } from './screens.api.ts';
import { screenRoutes } from './screens.routes.ts';
import { openWalls, type WallsApi, type WallsNeeds } from './walls.api.ts';
import { wallRoutes } from './walls.routes.ts';

/** Walls, their scenes and their director, as the rest of the server meets them. */
export interface WallsFeature extends Feature {
  readonly api: WallsApi;
  /** Tells when a wall begins or ceases to be masked, by a direction or by time alone, until the answer is called. Every process looks for itself. */
  watchMasks(tell: () => void): () => void;
  onWritten(listener: () => void): void;
  /** Told when a screen was unpaired, so that what it watches is taken away. */
  onUnpaired(listener: () => void): void;
  reread(): Promise<void>;
}

/** 大屏与导播: the boards `stage` (what each wall is told) and `scenes` (what can be shown), told at once when they change. */
export async function createWalls(needs: WallsNeeds): Promise<WallsFeature> {
  const { clock } = needs;
  const scenes = await openScenes(needs.documents, (sceneId) => walls.uses(sceneId));
  const walls = await openWalls(needs, scenes);
  const screens = openScreens({ documents: needs.documents, clock, walls });
  const everybody = { id: '', name: '', role: 'system', unitId: null, parentUnitId: null, areaCode: '' } as const;
  let tellMasks: () => void = () => {};
  let version = 0;
  let masked = maskedWalls();

  function maskedWalls(): string {
    return walls.seenBy(everybody).filter(({ wall }) => walls.isMasked(wall.id)).map(({ wall }) => wall.id).join(' ');
  }

  function lookAtMasks(): void {
    const next = maskedWalls();
    if (next === masked) return;
    masked = next;
    tellMasks();
  }

  for (const api of [scenes, walls]) {
    api.onChange(() => {
      version += 1;
      lookAtMasks();
    });
  }

  return {
    api: walls,
    boards: [
      {
        name: 'stage', access: 'stage.view', version: () => version, onUrgent: (tell) => walls.onChange(tell),
        read: (actor): StageBoard => ({ mine: actor.role === 'wall' ? actor.unitId : null, walls: walls.seenBy(actor) }),
      },
      { name: 'scenes', access: 'stage.view', version: () => scenes.current().version, onUrgent: (tell) => scenes.onChange(tell), read: (): SceneSet => scenes.current() },
    ],
    routes(http) {
      wallRoutes(http, { walls, scenes, clock });
      screenRoutes(http, screens, walls, clock);
    },
    onUnpaired: screens.onUnpaired,
    watchMasks(tell) {
      tellMasks = tell;
      return clock.every(SECOND_MS, lookAtMasks);
    },
    onWritten(listener) {
      scenes.onWritten(listener);
      walls.onWritten(listener);
    },
    async reread() {
      await scenes.reread();
      await walls.reread();
    },
  };
}
