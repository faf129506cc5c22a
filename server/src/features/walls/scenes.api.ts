import { readFileSync } from 'node:fs';
import { ok, refuse, type Result } from '@wangge/shared/base';
import { layerFaults, sceneFaults, type Scene, type SceneEdition, type SceneSet } from '@wangge/shared/stage';
import type { DocumentStore } from '../../store/document-store.ts';
import { layersShape, sceneShape } from './scene.schema.ts';

const KIND = 'scene-set';
const idOf = (version: number): string => `v${String(version).padStart(6, '0')}`;

/** An edition as it is kept. Those of an earlier release of the product do not tell who made them. */
interface KeptSet extends SceneSet, Partial<Omit<SceneEdition, 'version'>> {}

/** Who makes an edition, and when. */
export interface SceneMaker {
  readonly name: string;
  readonly now: number;
}

/** Scenes (场景) of all walls, in editions that are never changed: each save makes the next one. */
export interface ScenesApi {
  current(): SceneSet;
  byId(id: string | null): Scene | null;
  /**
   * Puts a scene in the place of the one of its id, or at the end. `SCENE_INVALID` names shape, rule and tile; `OBJECT_REVISION_CONFLICT`
   * when another edition came meanwhile.
   */
  save(scene: Scene, expectedVersion: number, maker: SceneMaker): Promise<Result<SceneSet>>;
  /** Takes a scene out. `SCENE_UNKNOWN`; `SCENE_IN_USE` while a playlist has it or a wall is pinned to it. */
  remove(id: string, expectedVersion: number, maker: SceneMaker): Promise<Result<SceneSet>>;
  /** All editions, the newest first. */
  editions(): Promise<readonly SceneEdition[]>;
  edition(version: number): Promise<SceneSet | null>;
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
    const [layer] = layerFaults(scene.layers);
    if (layer) throw new Error(`scene ${scene.id}: ${layer}`);
  }
  return { version: 1, scenes };
}

/** `isUsed`: whether some wall is told to show a scene. */
/** An edition with the layers that came after it as they were drawn then. */
function upgraded({ version, scenes }: SceneSet): SceneSet {
  return { version, scenes: scenes.map((scene) => ({ ...scene, layers: layersShape.parse(scene.layers) })) };
}

export async function openScenes(documents: DocumentStore, isUsed: (sceneId: string) => boolean): Promise<ScenesApi> {
  const shipped = defaultScenes();
  let set = shipped;
  const listeners: (() => void)[] = [];
  const writtenListeners: (() => void)[] = [];

  async function reread(): Promise<void> {
    const kept = await documents.list<SceneSet>(KIND);
    const newest = kept.reduce<SceneSet>((best, { value }) => (value.version > best.version ? value : best), shipped);
    if (newest.version === set.version) return;
    set = upgraded(newest);
    listeners.forEach((tell) => tell());
  }

  async function keep(scenes: readonly Scene[], edition: Omit<SceneEdition, 'version'>): Promise<Result<SceneSet>> {
    const next: KeptSet = { version: set.version + 1, scenes, ...edition };
    await documents.put(KIND, idOf(next.version), next);
    set = { version: next.version, scenes };
    [...listeners, ...writtenListeners].forEach((tell) => tell());
    return ok(set);
  }

  await reread();
  return {
    current: () => set,
    byId: (id) => set.scenes.find((scene) => scene.id === id) ?? null,
    async save(scene, expectedVersion, { name, now }) {
      if (expectedVersion !== set.version) return refuse('OBJECT_REVISION_CONFLICT', { field: 'expectedVersion' });
      const [fault] = sceneFaults(scene);
      if (fault) return refuse('SCENE_INVALID', { field: `shapes.${fault.shape}`, rule: `${fault.rule} ${fault.row}` });
      const [layer] = layerFaults(scene.layers);
      if (layer) return refuse('SCENE_INVALID', { field: 'layers', rule: layer });
      const isKnown = set.scenes.some(({ id }) => id === scene.id);
      const scenes = isKnown ? set.scenes.map((known) => (known.id === scene.id ? scene : known)) : [...set.scenes, scene];
      return keep(scenes, { savedAt: now, savedBy: name, sceneId: scene.id, sceneName: scene.name, what: isKnown ? 'changed' : 'added' });
    },
    async remove(id, expectedVersion, { name, now }) {
      if (expectedVersion !== set.version) return refuse('OBJECT_REVISION_CONFLICT', { field: 'expectedVersion' });
      const scene = set.scenes.find((one) => one.id === id);
      if (!scene) return refuse('SCENE_UNKNOWN', { field: 'id' });
      if (scene.isInPlaylist || isUsed(id)) return refuse('SCENE_IN_USE', { field: 'id' });
      return keep(set.scenes.filter((one) => one !== scene), { savedAt: now, savedBy: name, sceneId: id, sceneName: scene.name, what: 'removed' });
    },
    async editions() {
      const kept = (await documents.list<KeptSet>(KIND)).map(({ value }): SceneEdition => ({
        version: value.version, savedAt: value.savedAt ?? null, savedBy: value.savedBy ?? null, sceneId: value.sceneId ?? null, sceneName: value.sceneName ?? null, what: value.what ?? 'changed',
      }));
      const first: SceneEdition = { version: shipped.version, savedAt: null, savedBy: null, sceneId: null, sceneName: null, what: 'shipped' };
      return [first, ...kept].toSorted((a, b) => b.version - a.version);
    },
    async edition(version) {
      if (version === shipped.version) return shipped;
      const kept = await documents.get<KeptSet>(KIND, idOf(version));
      return kept && upgraded(kept);
    },
    onChange: (listener) => void listeners.push(listener),
    onWritten: (listener) => void writtenListeners.push(listener),
    reread,
  };
}
