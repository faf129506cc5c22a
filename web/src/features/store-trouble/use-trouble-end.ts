import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useStoreTroubleStore } from './store-trouble.store.ts';

/** How long it is said that saving works again. */
const BACK_MS = 4_000;

/** True for a moment after the trouble ended. */
export function useTroubleEnd(): Readonly<ShallowRef<boolean>> {
  const store = useStoreTroubleStore();
  const isBack = shallowRef(false);
  let leaving: ReturnType<typeof setTimeout> | undefined;
  watch(() => store.endedCount, () => {
    isBack.value = true;
    clearTimeout(leaving);
    leaving = setTimeout(() => { isBack.value = false; }, BACK_MS);
  });
  onScopeDispose(() => clearTimeout(leaving));
  return isBack;
}
