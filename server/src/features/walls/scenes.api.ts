import { readFileSync } from 'node:fs';
import { ok, refuse, type Result } from '@wangge/shared/base';
import { sceneFaults, type Scene, type SceneSet } from '@wangge/shared/stage';
import type { DocumentStore } from '../../store/document-store.ts';
import { sceneShape } from './scene.schema.ts';

const KIND = 'scene-set';
const idOf = (version: number): string => `v${String(version).padStart(6, '0')}`;

/** Scenes (场景) of all walls, in editions that are never changed: each save makes the next one. */
export interface ScenesApi {
  current(): SceneSet;
  byId(id: string | null): Scene | null;
  /**
   * Puts a scene in the place of the one of its id, or at the end. `SCENE_INVALID` names shape, rule and tile; `OBJECT_REVISION_CONFLICT`
   * when another edition came meanwhile.
   */
  save(scene: Scene, expectedVersion: number): Promise<Result<SceneSet>>;
  onChange(listener: () => void): void;
  /** Told when this process itself saved an edition that others must read. */
  onWritten(listener: () => void): void;
  reread(): Promise<void>;
}

/** The scenes the product comes with, checked like those somebody edits. */
export function defaultScenes(): SceneSet {
  const scenes = sceneShape.array().parse(JSON.parse(readFileSync(new URL('./defaults/scenes.json', import.meta.url), 'utf8')));
  for (const scene of scenes) {
    const [fault] = sceneFaults(scene);
    if (fault) throw new Error(`scene ${scene.id} on ${fault.shape}: ${fault.rule} ${fault.row}`);
  }
  return { version: 1, scenes };
}

export async function openScenes(documents: DocumentStore): Promise<ScenesApi> {
  const shipped = defaultScenes();
  let set = shipped;
  const listeners: (() => void)[] = [];
  const writtenListeners: (() => void)[] = [];

  async function reread(): Promise<void> {
    const kept = await documents.list<SceneSet>(KIND);
    const newest = kept.reduce<SceneSet>((best, { value }) => (value.version > best.version ? value : best), shipped);
    if (newest.version === set.version) return;
    set = newest;
    listeners.forEach((tell) => tell());
  }

  await reread();
  return {
    current: () => set,
    byId: (id) => set.scenes.find((scene) => scene.id === id) ?? null,
    async save(scene, expectedVersion) {
      if (expectedVersion !== set.version) return refuse('OBJECT_REVISION_CONFLICT', { field: 'expectedVersion' });
      const [fault] = sceneFaults(scene);
      if (fault) return refuse('SCENE_INVALID', { field: `shapes.${fault.shape}`, rule: `${fault.rule} ${fault.row}` });
      const isKnown = set.scenes.some(({ id }) => id === scene.id);
      const scenes = isKnown ? set.scenes.map((known) => (known.id === scene.id ? scene : known)) : [...set.scenes, scene];
      const next: SceneSet = { version: set.version + 1, scenes };
      await documents.put(KIND, idOf(next.version), next);
      set = next;
      [...listeners, ...writtenListeners].forEach((tell) => tell());
      return ok(set);
    },
    onChange: (listener) => void listeners.push(listener),
    onWritten: (listener) => void writtenListeners.push(listener),
    reread,
  };
}
