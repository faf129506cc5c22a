import type { Composition, Scene, WallShape } from '@wangge/shared/stage';

/** A scene in the making: what it began from, how it stands, and the steps that can be taken back. */
export interface SceneDraft {
  /** The edition it was taken from, which a save expects to be the newest still. */
  readonly version: number;
  /** As that edition has it; null for a new scene. */
  readonly before: Scene | null;
  readonly scene: Scene;
  readonly steps: readonly Scene[];
}

const MOST_STEPS = 50;

export function draftOf(scene: Scene, version: number, isNew = false): SceneDraft {
  return { version, before: isNew ? null : scene, scene, steps: [] };
}

/** The draft after a change, which `undone` takes back. Unchanged by a change that changes nothing. */
export function edited(draft: SceneDraft, change: Partial<Scene>): SceneDraft {
  const scene = { ...draft.scene, ...change };
  if (JSON.stringify(scene) === JSON.stringify(draft.scene)) return draft;
  return { ...draft, scene, steps: [...draft.steps, draft.scene].slice(-MOST_STEPS) };
}

export function arranged(draft: SceneDraft, shape: WallShape, composition: Composition): SceneDraft {
  return edited(draft, { shapes: { ...draft.scene.shapes, [shape]: composition } });
}

export function undone(draft: SceneDraft): SceneDraft {
  const former = draft.steps.at(-1);
  return former === undefined ? draft : { ...draft, scene: former, steps: draft.steps.slice(0, -1) };
}

/** Whether a save would change anything. */
export function isChanged({ before, scene }: SceneDraft): boolean {
  return JSON.stringify(before) !== JSON.stringify(scene);
}

/** A new scene like another one, under an id that none has. It is in no playlist until somebody puts it there. */
export function copyOf(scene: Scene, name: string, ids: readonly string[]): Scene {
  const stem = scene.id.replace(/-\d+$/, '').slice(0, 34);
  let n = 2;
  while (ids.includes(`${stem}-${n}`)) n += 1;
  return { ...scene, id: `${stem}-${n}`, name: name.slice(0, 20), isInPlaylist: false };
}
