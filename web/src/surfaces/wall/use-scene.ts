import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Scene, SceneSet, StageBoard, WallState } from '@wangge/shared/stage';
import { useBoard } from '../../features/boards/boards.store.ts';
import { useStageStore } from '../../features/stage/stage.store.ts';
import { useAgreedState } from '../../features/stage/use-agreed-state.ts';
import { useDueScene } from '../../features/stage/use-due-scene.ts';
import { isMaskedBy, openScenes } from './open-scenes.ts';

/** Which scene the wall shows, why, and how somebody at its keys changes it. */
export interface SceneChoice {
  /** Null until the scenes were read. */
  readonly scene: ComputedRef<Scene | null>;
  readonly scenes: ComputedRef<readonly Scene[]>;
  /** Whether the server leaves personal matters out for this wall. */
  readonly isMasked: ComputedRef<boolean>;
  /** Whether the director was heard and the scenes were read: before that nobody knows whether it is masked. */
  readonly isTold: ComputedRef<boolean>;
  /** What the director told this wall; null until it is known which wall this is. */
  readonly state: Readonly<Ref<WallState | null>>;
  /** When the next scene comes, server time; null while nothing turns. */
  readonly until: ComputedRef<number | null>;
  /** Null gives the choice back to the director and the playlist. */
  show(sceneId: string | null): void;
  step(by: 1 | -1): void;
}

/**
 * What the director or the playlist asks for. A scene named in the address or chosen at the wall itself stays until the director says
 * something new; the address keeps it, so that a reload comes back to it. `isPaused` and whoever holds the stage keep what is shown.
 */
export function useScene({ asked, wall: askedWall, isPaused }: { asked: string | null; wall: string | null; isPaused: Readonly<Ref<boolean>> }): SceneChoice {
  const router = useRouter();
  const route = useRoute();
  const stage = useStageStore();
  const { board: told } = useBoard<StageBoard>('stage');
  const { board: set } = useBoard<SceneSet>('scenes');
  const state = useAgreedState(computed(() => told.value?.walls.find(({ wall }) => wall.id === (told.value?.mine ?? askedWall))?.state ?? null));
  const due = useDueScene(state);
  const chosen = shallowRef<string | null>(asked);
  const kept: ShallowRef<string | null> = shallowRef(null);
  const scenes = computed(() => openScenes(set.value?.scenes ?? [], due.value.sceneId));
  const isMasked = computed(() => isMaskedBy(scenes.value, due.value.sceneId));
  const isHeld = computed(() => stage.isHeld || isPaused.value);
  const wished = computed(() => chosen.value ?? due.value.sceneId);

  /** What was held stays when the hold ends; the next turn of the playlist takes it away. */
  watch([isHeld, wished], ([held], [, before]) => { kept.value = held ? kept.value ?? before : null; }, { flush: 'sync' });
  watch(state, (next, before) => {
    // Opening a camera says nothing of the scene.
    const isOfCameras = JSON.stringify(next?.cameras ?? null) !== JSON.stringify(before?.cameras ?? null);
    if (before && next?.revision !== before.revision && !isOfCameras) choose(null);
  });

  const scene = computed(() => {
    const id = kept.value ?? wished.value;
    return scenes.value.find((one) => one.id === id) ?? scenes.value[0] ?? null;
  });

  function choose(next: string | null): void {
    if (chosen.value === next) return;
    chosen.value = next;
    void router.replace({ query: { ...route.query, scene: next ?? undefined } });
  }

  function step(by: 1 | -1): void {
    const at = scenes.value.findIndex(({ id }) => id === scene.value?.id);
    const next = scenes.value[(at + by + scenes.value.length) % scenes.value.length];
    if (next !== undefined) choose(next.id);
  }

  return { scene, scenes, isMasked, isTold: computed(() => told.value !== null && set.value !== null), state, until: computed(() => (chosen.value === null && !isHeld.value ? due.value.until : null)), show: choose, step };
}
