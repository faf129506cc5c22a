import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import { isInArea } from '@wangge/shared/access';
import { takeoverOf, type AlarmsBoard } from '@wangge/shared/alarm';
import { driverAt, dueScene, frozenSince, replayedMoment, type Direction, type Driver, type Scene, type SceneSet, type StageBoard, type Wall, type WallNow, type WallState } from '@wangge/shared/stage';
import { useNow } from '../../ui/use-now.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useBoard } from '../boards/boards.store.ts';
import { directWall } from './stage.commands.ts';

const NOTE_MS = 4_000;

/** One wall as its director sees it: what it is told to show now, and what may keep it from that. */
export interface DirectedWall {
  readonly wall: Wall;
  readonly state: WallState;
  readonly scene: Scene | null;
  /** Seconds until the next scene; null while nothing turns. */
  readonly leftS: number | null;
  readonly driver: Driver | null;
  readonly isMine: boolean;
  readonly isOthers: boolean;
  /** Since when its picture is frozen, server time. */
  readonly frozenAt: number | null;
  /** The moment of the past that it replays (回放), server time. */
  readonly replayAt: number | null;
  /** What takes it over now (接管), in a few words. */
  readonly takeover: string | null;
}

/** 导播 of the walls of one's area: what each shows, who drives it, and how to tell one or several at once something else. */
export function useDirector() {
  const access = useAccessStore();
  const now = useNow();
  const { board: told } = useBoard<StageBoard>('stage');
  const { board: set } = useBoard<SceneSet>('scenes');
  const { board: alarms } = useBoard<AlarmsBoard>('alarms');
  const chosenIds = shallowRef<readonly string[]>([]);
  const note = shallowRef<{ readonly isOk: boolean; readonly code: string } | null>(null);
  const isSending = shallowRef(false);
  let fading: ReturnType<typeof setTimeout> | undefined;

  const scenes = computed(() => set.value?.scenes ?? []);

  function seen({ wall, state, replay }: WallNow): DirectedWall {
    const { sceneId, until } = dueScene(state, now.value);
    const driver = driverAt(state, now.value);
    const isMine = driver !== null && driver.id === access.session?.person.id;
    const alarm = takeoverOf((alarms.value?.alarms ?? []).filter(({ villageCode }) => villageCode === null || isInArea(villageCode, wall.areaCode)), now.value);
    return {
      wall, state, driver, isMine, isOthers: driver !== null && !isMine, frozenAt: frozenSince(state, now.value), replayAt: replayedMoment({ replay }, now.value), takeover: alarm?.matter ?? null,
      scene: scenes.value.find(({ id }) => id === sceneId) ?? scenes.value[0] ?? null,
      leftS: until === null ? null : Math.max(0, Math.ceil((until - now.value) / 1_000)),
    };
  }

  const walls = computed(() => (told.value?.walls ?? []).map(seen));
  /** The walls that are told something; the first of them is the one whose state the controls show. */
  const chosen = computed(() => walls.value.filter(({ wall }) => chosenIds.value.includes(wall.id)));
  const lead = computed(() => chosen.value[0] ?? null);
  watch(walls, (all) => {
    const here = chosenIds.value.filter((id) => all.some(({ wall }) => wall.id === id));
    if (here.length === 0 && all[0]) chosenIds.value = [all[0].wall.id];
    else if (here.length !== chosenIds.value.length) chosenIds.value = here;
  }, { immediate: true });

  /** Adds a wall to those that are driven together, or leaves it out; one always stays. */
  function choose(id: string): void {
    const next = chosenIds.value.includes(id) ? chosenIds.value.filter((one) => one !== id) : [...chosenIds.value, id];
    if (next.length > 0) chosenIds.value = next;
  }

  /** Tells all chosen walls the same at once; the first refusal is what is shown. */
  async function send(wish: Direction): Promise<void> {
    if (chosen.value.length === 0) return;
    isSending.value = true;
    const answers = await Promise.all(chosen.value.map(({ wall }) => directWall(wall.id, wish)));
    isSending.value = false;
    const refused = answers.find((answer) => !answer.ok);
    note.value = refused && !refused.ok ? { isOk: false, code: refused.code } : { isOk: true, code: '' };
    clearTimeout(fading);
    fading = setTimeout(() => { note.value = null; }, NOTE_MS);
  }

  onScopeDispose(() => clearTimeout(fading));
  return { walls, chosen, lead, scenes, isSending, note, choose, send };
}
