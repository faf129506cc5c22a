import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import type { PastBoards } from '@wangge/shared/wire';
import { callRest } from '../../link/rest.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

/** Asked for at most this often while the past is played: what boards count moves slowly. */
const EACH_MS = 1_000;
/** Asked for together. */
const MOST = 20;

export interface PastReading {
  readonly past: ComputedRef<PastBoards | null>;
  /** Another board is shown: it is asked for too. */
  askSoon(): void;
}

/**
 * The boards that `names` says are shown, as they were at the moment that is replayed: asked for together, one question at a
 * time. Null in the present, and while nothing has come that is as old as the moment or older.
 */
export function readPastBoards(names: () => readonly string[]): PastReading {
  const link = useLinkStatusStore();
  const told = shallowRef<PastBoards | null>(null);
  /** All that were shown since the past is: a tile that comes back in its turn finds its board told. */
  let shown: readonly string[] = [];
  let answered: readonly string[] = [];
  let isAsking = false;
  let askedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const wanted = (shown = [...new Set([...names(), ...shown])].slice(0, MOST));
    const [at, leaps] = [link.pastAt, link.leaps];
    const isTold = told.value !== null && told.value.at === Math.round(at ?? NaN) && wanted.every((name) => answered.includes(name));
    if (at === null || isAsking || wanted.length === 0 || isTold) return;
    isAsking = true;
    askedAt = Date.now();
    const answer = await callRest<PastBoards>('GET', `/api/v1/replay/boards?t=${Math.round(at)}&names=${wanted.join(',')}`);
    isAsking = false;
    // What was asked for before a leap is of another time.
    if (answer.ok && leaps === link.leaps && link.pastAt !== null) [told.value, answered] = [answer.value, wanted];
    askSoon();
  }

  function askSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), Math.max(0, askedAt + EACH_MS - Date.now()));
  }

  watch(() => link.leaps, () => (told.value = null), { flush: 'sync' });
  watch(() => link.pastAt, (at) => {
    if (at === null) shown = [];
    else askSoon();
  });
  onScopeDispose(() => clearTimeout(timer));
  const past = computed(() => (link.pastAt !== null && told.value !== null && told.value.at <= Math.round(link.pastAt) ? told.value : null));
  return { past, askSoon };
}
