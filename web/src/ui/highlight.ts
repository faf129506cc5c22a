import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import type { Highlight } from '@wangge/shared/stage';

const HIGHLIGHT: InjectionKey<ComputedRef<Highlight | null>> = Symbol('highlight');

/** Tells all lists of a page what is pointed out (突出). */
export function provideHighlight(highlight: ComputedRef<Highlight | null>): void {
  provide(HIGHLIGHT, highlight);
}

/** Whether a row stands for what is pointed out; it then carries the class `is-pointed`. */
export function useIsPointed(): (kind: Highlight['kind'], id: string) => boolean {
  const highlight = inject(HIGHLIGHT, () => computed(() => null), true);
  return (kind, id) => highlight.value !== null && highlight.value.kind === kind && highlight.value.id === id;
}
