import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useAccessStore } from '../../features/access/access.store.ts';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';

/** What hinders a wall that shows nothing yet: no answer from the server, a key it does not know, or a screen that is not paired. */
export type WallHindrance = 'waiting' | 'key-wrong' | 'unpaired' | null;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Signs the wall in, by the key of its address or as the screen it was paired to be, and again whenever the server no longer knows it; tries for ever
 * and never asks a person. `enter` tries at once.
 */
export function useWallSession(key: string | null): { readonly hindrance: ShallowRef<WallHindrance>; enter(): Promise<void> } {
  const access = useAccessStore();
  const link = useLinkStatusStore();
  const hindrance = shallowRef<WallHindrance>(null);
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tryLater(why: WallHindrance): void {
    hindrance.value = why;
    timer = setTimeout(() => void enter(), waitMs);
    waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
  }

  async function enter(): Promise<void> {
    clearTimeout(timer);
    if (key === null) {
      access.session = undefined;
      const session = await access.load();
      if (session === null && access.session === undefined) return tryLater('waiting');
      const answer = session === null ? await access.openScreen() : null;
      if (answer?.ok === false) {
        if (answer.code !== 'SCREEN_NOT_PAIRED') return tryLater('waiting');
        // Whoever shows the code says when it was entered.
        return void (hindrance.value = 'unpaired');
      }
    } else {
      const answer = await access.openWall(key);
      if (!answer.ok) return tryLater(answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? 'key-wrong' : 'waiting');
    }
    hindrance.value = null;
    waitMs = FIRST_WAIT_MS;
  }

  watch(() => link.refusedCode, (code) => {
    if (code === null) return;
    access.forget();
    clearTimeout(timer);
    timer = setTimeout(() => void enter(), waitMs);
  });
  onScopeDispose(() => clearTimeout(timer));
  void enter();
  return { hindrance, enter };
}
