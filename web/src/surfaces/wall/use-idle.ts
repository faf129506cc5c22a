import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

const CURSOR_MS = 4_000;
const HOME_MS = 60_000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** Whether the pointer rests (and so is hidden); calls `home` after a minute in which nobody touched anything. */
export function useIdle(home: () => void): ShallowRef<boolean> {
  const isResting = shallowRef(true);
  let resting: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  function wake(): void {
    isResting.value = false;
    clearTimeout(resting);
    clearTimeout(leaving);
    resting = setTimeout(() => { isResting.value = true; }, CURSOR_MS);
    leaving = setTimeout(home, HOME_MS);
  }

  for (const sign of SIGNS) window.addEventListener(sign, wake, { passive: true });
  onScopeDispose(() => {
    clearTimeout(resting);
    clearTimeout(leaving);
    for (const sign of SIGNS) window.removeEventListener(sign, wake);
  });
  return isResting;
}
