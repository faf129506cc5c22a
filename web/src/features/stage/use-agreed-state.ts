import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { WallState } from '@wangge/shared/stage';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

/** Nobody waits longer than this for a moment somebody agreed on: the clocks do not agree. */
const LONGEST_WAIT_MS = 1_000;

/** What a wall is told, from the moment the server named: a browser that heard of it sooner waits for the others, one that heard later follows at once. */
export function useAgreedState(told: Readonly<Ref<WallState | null>>): Readonly<ShallowRef<WallState | null>> {
  const link = useLinkStatusStore();
  const agreed = shallowRef<WallState | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(told, (next) => {
    clearTimeout(timer);
    const waitMs = next === null || agreed.value === null ? 0 : next.from - link.trueNow();
    if (waitMs <= 0 || waitMs > LONGEST_WAIT_MS) agreed.value = next;
    else timer = setTimeout(() => { agreed.value = next; }, waitMs);
  }, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return agreed;
}
