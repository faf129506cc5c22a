import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { OversightListItem } from '@wangge/shared/oversight';
import { readOrders } from './oversight.commands.ts';

/** The orders of a filter as a page lists them. */
export interface OrderList {
  readonly items: ShallowRef<readonly OversightListItem[]>;
  readonly isLoading: ShallowRef<boolean>;
}

/** Reads the orders of a query, again when it or `stamp` changes. What is held stays while it is read. */
export function useOrders(query: () => string, stamp: () => unknown): OrderList {
  const items: ShallowRef<readonly OversightListItem[]> = shallowRef([]);
  const isLoading = shallowRef(true);
  let abort = new AbortController();

  async function read(): Promise<void> {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const answer = await readOrders(query(), signal);
    if (signal.aborted) return;
    isLoading.value = false;
    if (answer.ok) items.value = answer.value.orders;
  }

  watch([query, stamp], () => void read(), { immediate: true });
  onScopeDispose(() => abort.abort());
  return { items, isLoading };
}
