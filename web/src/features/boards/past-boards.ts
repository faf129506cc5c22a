import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import type { PastBoards } from '@wangge/shared/wire';
import { callRest } from '../../link/rest.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

/** Asked for at most this often while the past is played: what boards count moves slowly. */
const EACH_MS = 1_000;

/**
 * The boards that `names` says are shown, as they were at the moment that is replayed: asked for together, one question at a
 * time. Null in the present, and while nothing has come that is as old as the moment or older.
 */
export function readPastBoards(names: () => readonly string[]): ComputedRef<PastBoards | null> {
  const link = useLinkStatusStore();
  const told = shallowRef<PastBoards | null>(null);
  let isAsking = false;
  let askedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const [at, leaps, wanted] = [link.pastAt, link.leaps, names()];
    if (at === null || isAsking || wanted.length === 0 || told.value?.at === Math.round(at)) return;
    isAsking = true;
    askedAt = Date.now();
    const answer = await callRest<PastBoards>('GET', `/api/v1/replay/boards?t=${Math.round(at)}&names=${wanted.join(',')}`);
    isAsking = false;
    // What was asked for before a leap is of another time.
    if (answer.ok && leaps === link.leaps && link.pastAt !== null) told.value = answer.value;
    askSoon();
  }

  function askSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), Math.max(0, askedAt + EACH_MS - Date.now()));
  }

  watch(() => link.leaps, () => (told.value = null), { flush: 'sync' });
  watch(() => link.pastAt, (at) => { if (at !== null) askSoon(); });
  onScopeDispose(() => clearTimeout(timer));
  return computed(() => (link.pastAt !== null && told.value !== null && told.value.at <= Math.round(link.pastAt) ? told.value : null));
}
