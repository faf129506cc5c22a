import { shallowRef, type ShallowRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { GOVERNANCE_HERE } from './governance-panels.ts';
import { SCENES, type SceneName } from './wall-plan.ts';

/** A scene of its own is worth a few tiles; fewer take turns on the overview. */
const ENOUGH_TILES = 4;

/** Which scene the wall shows, and how to change it; the address keeps it, so that a reload comes back to it. */
export interface SceneChoice {
  readonly scene: ShallowRef<SceneName>;
  readonly scenes: readonly SceneName[];
  show(scene: SceneName): void;
  step(by: 1 | -1): void;
}

export function useScene(asked: SceneName): SceneChoice {
  const router = useRouter();
  const route = useRoute();
  const scenes = GOVERNANCE_HERE.length >= ENOUGH_TILES ? SCENES : SCENES.slice(0, 1);
  const scene = shallowRef<SceneName>(scenes.includes(asked) ? asked : 'overview');

  function show(next: SceneName): void {
    scene.value = next;
    void router.replace({ query: { ...route.query, scene: next === 'overview' ? undefined : next } });
  }

  function step(by: 1 | -1): void {
    const next = scenes[(scenes.indexOf(scene.value) + by + scenes.length) % scenes.length];
    if (next !== undefined && next !== scene.value) show(next);
  }

  return { scene, scenes, show, step };
}
