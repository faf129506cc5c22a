import { computed, type ComputedRef } from 'vue';
import { useNow } from './use-now.ts';

/** The present while the link lives; the moment of the last word once it is lost, so that no time on the screen pretends to be true. */
export function useHeldNow(link: { readonly isLost: boolean; readonly lastWordAt: number | null }): ComputedRef<number> {
  const now = useNow();
  return computed(() => (link.isLost && link.lastWordAt !== null ? link.lastWordAt : now.value));
}
