import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { FREEZE_MOST_MS, dueScene, type DueScene, type WallState } from '@wangge/shared/stage';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

const LONGEST_WAIT_MS = 60_000;
const NONE: DueScene = { sceneId: null, until: null };

/** The scene a wall is due to show, changing at the very moment the server's clock says, so that several browsers change in step. */
export function useDueScene(state: Ref<WallState | null>): Readonly<ShallowRef<DueScene>> {
  const link = useLinkStatusStore();
  const due = shallowRef<DueScene>(NONE);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(timer);
    if (state.value === null) return void (due.value = NONE);
    const now = Date.now() + link.serverOffsetMs;
    const next = dueScene(state.value, now);
    if (next.sceneId !== due.value.sceneId || next.until !== due.value.until) due.value = next;
    const { frozenAt } = state.value;
    const again = next.until ?? (frozenAt === null || now >= frozenAt + FREEZE_MOST_MS ? null : frozenAt + FREEZE_MOST_MS);
    if (again !== null) timer = setTimeout(look, Math.min(LONGEST_WAIT_MS, Math.max(1, again - now)));
  }

  watch([state, () => link.serverOffsetMs], look, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return due;
}
