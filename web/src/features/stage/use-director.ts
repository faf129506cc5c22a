import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { driverAt, type Direction, type SceneSet, type StageBoard } from '@wangge/shared/stage';
import { useNow } from '../../ui/use-now.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useBoard } from '../boards/boards.store.ts';
import { directWall } from './stage.commands.ts';
import { useDueScene } from './use-due-scene.ts';

const NOTE_MS = 4_000;

/** 导播 of one of the walls of one's area: what it shows, who drives it, and how to tell it something else. */
export function useDirector() {
  const access = useAccessStore();
  const now = useNow();
  const { board: told } = useBoard<StageBoard>('stage');
  const { board: set } = useBoard<SceneSet>('scenes');
  const wallId = ref('');
  const note = shallowRef<{ readonly isOk: boolean; readonly code: string } | null>(null);
  const isSending = shallowRef(false);
  let fading: ReturnType<typeof setTimeout> | undefined;

  const walls = computed(() => told.value?.walls ?? []);
  watch(walls, (all) => { if (!all.some(({ wall }) => wall.id === wallId.value)) wallId.value = all[0]?.wall.id ?? ''; }, { immediate: true });
  const one = computed(() => walls.value.find(({ wall }) => wall.id === wallId.value) ?? null);
  const state = computed(() => one.value?.state ?? null);
  const due = useDueScene(state);
  const scenes = computed(() => set.value?.scenes ?? []);
  const scene = computed(() => scenes.value.find(({ id }) => id === due.value.sceneId) ?? scenes.value[0] ?? null);
  const driver = computed(() => (state.value === null ? null : driverAt(state.value, now.value)));
  const isMine = computed(() => driver.value !== null && driver.value.id === access.session?.person.id);
  const isOthers = computed(() => driver.value !== null && !isMine.value);
  const leftS = computed(() => (due.value.until === null ? null : Math.max(0, Math.ceil((due.value.until - now.value) / 1_000))));

  async function send(wish: Direction): Promise<void> {
    if (one.value === null) return;
    isSending.value = true;
    const answer = await directWall(one.value.wall.id, wish);
    isSending.value = false;
    note.value = answer.ok ? { isOk: true, code: '' } : { isOk: false, code: answer.code };
    clearTimeout(fading);
    fading = setTimeout(() => { note.value = null; }, NOTE_MS);
  }

  onScopeDispose(() => clearTimeout(fading));
  return { wallId, walls, state, scenes, scene, driver, isMine, isOthers, leftS, isSending, note, send };
}
