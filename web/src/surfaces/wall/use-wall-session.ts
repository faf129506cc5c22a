import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useAccessStore } from '../../features/access/access.store.ts';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';

/** What hinders a wall that shows nothing yet: no answer from the server, or a key it does not know. */
export type WallHindrance = 'waiting' | 'key-wrong' | null;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Signs the wall in by the key of its address and again whenever the server no longer knows it; tries for ever and never asks a person. */
export function useWallSession(key: string | null): ShallowRef<WallHindrance> {
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
      if (session === null) return tryLater(access.session === undefined ? 'waiting' : 'key-wrong');
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
  return hindrance;
}
