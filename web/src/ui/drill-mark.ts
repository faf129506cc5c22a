import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

/** The drill (演练) that runs, as far as what is drawn must know it. */
export interface RunningDrill {
  readonly id: string;
  readonly name: string;
}

const DRILL: InjectionKey<ComputedRef<RunningDrill | null>> = Symbol('drill');

/** Tells everything below that a drill runs, so that each header says so; null while none does. */
export function provideDrillMark(drill: ComputedRef<RunningDrill | null>): void {
  provide(DRILL, drill);
}

/** The drill that runs; null where none does or nobody told. */
export function useDrillMark(): ComputedRef<RunningDrill | null> {
  return inject(DRILL, () => computed(() => null), true);
}
