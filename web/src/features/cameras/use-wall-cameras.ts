import { computed, type ComputedRef, type Ref } from 'vue';
import type { CameraRow, CamerasBoard } from '@wangge/shared/camera';
import { openedAt, type WallState } from '@wangge/shared/stage';
import { useClock } from '../../ui/use-now.ts';
import { useLiveBoard } from '../boards/boards.store.ts';
import { pressCameras } from './cameras.commands.ts';

/** 视频 as a wall shows it: what the director or somebody at its own map opened; every browser of the wall follows. */
export interface WallCameras {
  readonly cameras: ComputedRef<readonly CameraRow[]>;
  readonly until: ComputedRef<number>;
  /** Opens a camera, or closes it where it is open. */
  press(id: string): void;
  closeAll(): void;
}

/** `isHidden`: the wall shows another time, a held picture or visitors, and cameras show the present alone. */
export function useWallCameras(state: Readonly<Ref<WallState | null>>, isHidden: () => boolean): WallCameras {
  const board = useLiveBoard<CamerasBoard>('cameras');
  const now = useClock();
  const ids = computed((before?: readonly string[]) => {
    const next = isHidden() ? [] : openedAt(state.value?.cameras ?? null, now.value);
    return before !== undefined && before.join() === next.join() ? before : next;
  });
  const cameras = computed(() => ids.value.flatMap((id) => board.value?.cameras.find((camera) => camera.id === id) ?? []));

  function tell(action: 'open-cameras' | 'close-cameras', named: readonly string[]): void {
    if (state.value !== null && !isHidden()) void pressCameras(state.value.wallId, { action, ids: named });
  }

  return {
    cameras, until: computed(() => state.value?.cameras?.until ?? 0),
    press: (id) => tell(ids.value.includes(id) ? 'close-cameras' : 'open-cameras', [id]),
    closeAll: () => tell('close-cameras', []),
  };
}
