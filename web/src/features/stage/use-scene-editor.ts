import { computed, shallowRef, watch } from 'vue';
import { sceneFaults, type Composition, type Scene, type SceneEdition, type SceneSet, type WallShape } from '@wangge/shared/stage';
import type { RestRefusal } from '../../link/rest.ts';
import { useBoard } from '../boards/boards.store.ts';
import { arranged, copyOf, draftOf, edited, isChanged, undone, type SceneDraft } from './scene-draft.ts';
import { readSceneEdition, readSceneEditions, removeScene, saveScene } from './stage.commands.ts';

/** 场景编辑: one scene in the making over the newest edition of all. What others save meanwhile is seen at once, and never lost by a save of one's own. */
export function useSceneEditor() {
  const { board: set } = useBoard<SceneSet>('scenes');
  const draft = shallowRef<SceneDraft | null>(null);
  const shape = shallowRef<WallShape>('wide');
  const refusal = shallowRef<RestRefusal | null>(null);
  const isSending = shallowRef(false);
  const isSaved = shallowRef(false);
  const editions = shallowRef<readonly SceneEdition[]>([]);

  const scenes = computed(() => set.value?.scenes ?? []);
  const version = computed(() => set.value?.version ?? 0);
  const scene = computed(() => draft.value?.scene ?? null);
  const composition = computed(() => scene.value?.shapes[shape.value] ?? null);
  const faults = computed(() => (scene.value === null ? [] : sceneFaults(scene.value)));
  const hasChanges = computed(() => draft.value !== null && isChanged(draft.value));
  /** Somebody saved another edition while this scene was being changed. */
  const isOutrun = computed(() => draft.value !== null && hasChanges.value && draft.value.version !== version.value);

  function open(id: string): void {
    const found = scenes.value.find((one) => one.id === id) ?? scenes.value[0];
    draft.value = found ? draftOf(found, version.value) : null;
    refusal.value = null;
    isSaved.value = false;
  }

  function change(next: SceneDraft): void {
    draft.value = next;
    refusal.value = null;
    isSaved.value = false;
  }

  const edit = (part: Partial<Scene>): void => { if (draft.value) change(edited(draft.value, part)); };
  const arrange = (next: Composition | null): void => { if (draft.value && next) change(arranged(draft.value, shape.value, next)); };
  const undo = (): void => { if (draft.value) change(undone(draft.value)); };

  const look = (next: WallShape): void => { shape.value = next; };

  function copy(name: string): void {
    if (scene.value) change(draftOf(copyOf(scene.value, name, scenes.value.map(({ id }) => id)), version.value, true));
  }

  /** What an earlier edition had of this scene becomes the draft; saving it makes the next edition. False where it had none. */
  async function takeBack(from: number): Promise<boolean> {
    const answer = await readSceneEdition(from);
    const former = answer.ok ? answer.value.scenes.find(({ id }) => id === scene.value?.id) : undefined;
    if (!answer.ok) refusal.value = answer;
    if (former) edit(former);
    return former !== undefined;
  }

  async function readEditions(): Promise<void> {
    const answer = await readSceneEditions();
    if (answer.ok) editions.value = answer.value.editions;
  }

  /** `expected`: the edition this one is to follow; that of the draft unless somebody chose to save over another. */
  async function save(expected = draft.value?.version ?? 0): Promise<void> {
    const saving = draft.value;
    if (saving === null || faults.value.length > 0) return;
    isSending.value = true;
    const answer = await saveScene(saving.scene, expected);
    isSending.value = false;
    refusal.value = answer.ok ? null : answer;
    if (!answer.ok) return;
    isSaved.value = true;
    if (draft.value) draft.value = { ...draft.value, version: answer.value.version, before: saving.scene };
    void readEditions();
  }

  async function remove(): Promise<void> {
    const gone = draft.value;
    if (gone === null || gone.before === null) return open('');
    isSending.value = true;
    const answer = await removeScene(gone.scene.id, gone.version);
    isSending.value = false;
    refusal.value = answer.ok ? null : answer;
    if (!answer.ok) return;
    const left = answer.value.scenes[0];
    draft.value = left ? draftOf(left, answer.value.version) : null;
    void readEditions();
  }

  // A scene nobody has touched follows what others save; one in the making keeps its own and says that it was outrun.
  watch(set, () => {
    if (draft.value !== null && hasChanges.value) return;
    const found = scenes.value.find(({ id }) => id === draft.value?.scene.id) ?? scenes.value[0];
    draft.value = found ? draftOf(found, version.value) : null;
  }, { immediate: true });
  void readEditions();
  return { scenes, version, draft, scene, shape, composition, faults, hasChanges, isOutrun, refusal, isSending, isSaved, editions, open, look, edit, arrange, undo, copy, takeBack, save, remove };
}

export type SceneEditor = ReturnType<typeof useSceneEditor>;
