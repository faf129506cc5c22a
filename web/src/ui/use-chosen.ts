import { computed, watch, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import { useAddressQuery } from './use-address-query.ts';

/** The chosen one of a list; it stands in the address (`?id=`), so that a page can be handed on. */
export interface Chosen {
  readonly id: ComputedRef<string | null>;
  choose(id: string | null): void;
}

/** Keeps the choice in the address; the first of `ids` is opened when none is asked for. */
export function useChosen(ids: () => readonly string[]): Chosen {
  const route = useRoute();
  const setQuery = useAddressQuery();
  const { path } = route;
  const id = computed(() => (route.path === path && typeof route.query['id'] === 'string' ? route.query['id'] : null));

  function choose(next: string | null): void {
    setQuery({ ...route.query, id: next ?? undefined });
  }

  watch(() => ids()[0], (first) => { if (id.value === null && first !== undefined) choose(first); }, { immediate: true });
  return { id, choose };
}
