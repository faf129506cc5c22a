import { computed, inject, onScopeDispose, provide, shallowRef, watch, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue';

const NOW: InjectionKey<Readonly<ShallowRef<number>>> = Symbol('now');
const IS_PAST: InjectionKey<ComputedRef<boolean>> = Symbol('is-past');
const SECOND_MS = 1_000;

/** What the page's clock reads: server time, or the moment of the past that is replayed. */
export interface RoomTime {
  readonly trueNow: () => number;
  /** Null while the page shows the present. */
  readonly pastAt: () => number | null;
}

/** Starts the page's one clock: epoch ms in server time, a step at the turn of each second, and at each replayed moment. Call once, at the root. */
export function provideNow({ trueNow, pastAt }: RoomTime): Readonly<ShallowRef<number>> {
  const read = (): number => pastAt() ?? trueNow();
  const now = shallowRef(read());
  let timer: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    now.value = read();
    timer = setTimeout(tick, SECOND_MS - (trueNow() % SECOND_MS) + 2);
  };
  tick();
  watch(pastAt, () => { now.value = read(); }, { flush: 'sync' });
  onScopeDispose(() => clearTimeout(timer));
  provide(NOW, now);
  provide(IS_PAST, computed(() => pastAt() !== null));
  return now;
}

/** The present in server time, epoch ms, stepping each second (全局时钟); while the past is replayed, the moment that is shown. */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = inject(NOW);
  if (!now) throw new Error('useNow needs provideNow at the root of the page.');
  return now;
}

/** Whether the page replays the past (回放). */
export function useIsPast(): ComputedRef<boolean> {
  return inject(IS_PAST, () => computed(() => false), true);
}
