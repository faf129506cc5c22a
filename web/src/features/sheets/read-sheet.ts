import { shallowRef, watch, type ShallowRef } from 'vue';
import type { BoardSheet, SheetObject, SheetPage } from '@wangge/shared/wire';
import { callRest, type RestRefusal } from '../../link/rest.ts';

/** What was read last, or why it could not be. Both null while the first answer is awaited. */
export interface Reading<T> {
  readonly found: ShallowRef<T | null>;
  readonly refusal: ShallowRef<RestRefusal | null>;
}

const AGAIN_MS = 3_000;

/**
 * Reads an address whenever it changes, and again as long as the line is down or the server in trouble. What was read stays until
 * the next answer, so that nothing flickers; one that comes too late is dropped.
 */
function useReading<T>(address: () => string): Reading<T> {
  const found = shallowRef<T | null>(null);
  const refusal = shallowRef<RestRefusal | null>(null);
  watch(address, (asked, _before, onCleanup) => {
    const abort = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    onCleanup(() => {
      abort.abort();
      clearTimeout(again);
    });
    async function read(): Promise<void> {
      const answer = await callRest<T>('GET', asked, undefined, abort.signal);
      if (abort.signal.aborted) return;
      refusal.value = answer.ok ? null : answer;
      if (answer.ok) found.value = answer.value;
      else if (answer.status === 0 || answer.status === 429 || answer.status >= 500) again = setTimeout(() => void read(), AGAIN_MS);
    }
    void read();
  }, { immediate: true });
  return { found, refusal };
}

/** The numbers of a board and the rows of one; the board's first number while `figure` is null. */
export function useBoardSheet(board: string, figure: () => string | null): Reading<BoardSheet> {
  return useReading(() => `/api/v1/boards/${board}/sheet${figure() === null ? '' : `?${new URLSearchParams({ figure: figure() ?? '' })}`}`);
}

/** What leads from a row to its page: the board it was found on, and the object. A case stands on every board. */
export interface ObjectAsked extends Pick<SheetObject, 'kind' | 'id'> {
  readonly board: string | null;
}

/** An object behind a number with everything that happened to it. */
export function useSheetPage({ board, kind, id }: ObjectAsked): Reading<SheetPage> {
  return useReading(() => (kind === 'case' || board === null ? `/api/v1/cases/${id}/course` : `/api/v1/boards/${board}/object?${new URLSearchParams({ kind, id })}`));
}
