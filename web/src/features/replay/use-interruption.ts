import { computed, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { AlarmsBoard } from '@wangge/shared/alarm';
import { useLiveBoard } from '../boards/boards.store.ts';
import { useReplayStore } from './replay.store.ts';

/** How long a wall says why its replay ended. */
const SAID_MS = 20_000;

/**
 * The present comes first: an alarm (告警) that is raised while a wall replays ends the replay. Whoever goes back in time while one
 * stands unanswered knows of it and is let. Answers the moment at which the replay was cut short, for as long as that is said.
 */
export function useInterruption(): Readonly<ShallowRef<number | null>> {
  const replay = useReplayStore();
  const board = useLiveBoard<AlarmsBoard>('alarms');
  const raised = computed(() => (board.value?.alarms ?? []).filter(({ state }) => state === 'raised').map(({ id }) => id));
  const stoppedAt = shallowRef<number | null>(null);
  let known: ReadonlySet<string> = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(() => replay.isOn, (isOn) => { if (isOn) known = new Set(raised.value); });
  watch(raised, (ids) => {
    if (!replay.isOn || ids.every((id) => known.has(id))) return;
    stoppedAt.value = replay.at;
    clearTimeout(timer);
    timer = setTimeout(() => (stoppedAt.value = null), SAID_MS);
    replay.leave();
  });
  onScopeDispose(() => clearTimeout(timer));
  return stoppedAt;
}
