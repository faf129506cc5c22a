import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

const DRILL: InjectionKey<ComputedRef<string | null>> = Symbol('drill');

/** Tells everything below that a drill (演练) of this name runs, so that each header says so; null while none does. */
export function provideDrillMark(name: ComputedRef<string | null>): void {
  provide(DRILL, name);
}

/** The drill that runs; null where none does or nobody told. */
export function useDrillMark(): ComputedRef<string | null> {
  return inject(DRILL, () => computed(() => null), true);
}
