import { computed, inject, onScopeDispose, provide, shallowRef, watch, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue';

const NOW: InjectionKey<Readonly<ShallowRef<number>>> = Symbol('now');
const TURNS: InjectionKey<Readonly<ShallowRef<number>>> = Symbol('turns');
const CLOCK: InjectionKey<Readonly<ShallowRef<number>>> = Symbol('clock');
const IS_PAST: InjectionKey<ComputedRef<boolean>> = Symbol('is-past');
const IS_HELD: InjectionKey<ComputedRef<boolean>> = Symbol('is-held');
const SECOND_MS = 1_000;

/** What the page's clock reads: server time, or the moment of the past that is replayed. */
export interface RoomTime {
  readonly trueNow: () => number;
  /** Null while the page shows the present. */
  readonly pastAt: () => number | null;
  /** The moment at which the picture is held (画面已冻结); null while it follows what happens. */
  readonly heldAt: () => number | null;
}

/** Starts the page's one clock: epoch ms in server time, a step at the turn of each second, and at each replayed moment. Call once, at the root. */
export function provideNow({ trueNow, pastAt, heldAt }: RoomTime): Readonly<ShallowRef<number>> {
  const readClock = (): number => pastAt() ?? trueNow();
  const clock = shallowRef(readClock());
  const now = shallowRef(heldAt() ?? clock.value);
  const turns = shallowRef(now.value);
  let timer: ReturnType<typeof setTimeout>;
  const read = (): void => {
    clock.value = readClock();
    now.value = (pastAt() === null ? heldAt() : null) ?? clock.value;
    turns.value = pastAt() === null ? now.value : trueNow();
  };
  const tick = (): void => {
    read();
    timer = setTimeout(tick, SECOND_MS - (trueNow() % SECOND_MS) + 2);
  };
  tick();
  watch([pastAt, heldAt], read, { flush: 'sync' });
  onScopeDispose(() => clearTimeout(timer));
  provide(NOW, now);
  provide(TURNS, turns);
  provide(CLOCK, clock);
  provide(IS_PAST, computed(() => pastAt() !== null));
  provide(IS_HELD, computed(() => pastAt() === null && heldAt() !== null));
  return now;
}

/** The moment the page shows, epoch ms: the present in server time, stepping each second (全局时钟); while the past is replayed or the picture is held, that moment. */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = inject(NOW);
  if (!now) throw new Error('useNow needs provideNow at the root of the page.');
  return now;
}

/** By what tiles take turns: true time also while the past is replayed, at whatever speed or rest; while the picture is held, the moment it is held at. */
export function useTurns(): Readonly<ShallowRef<number>> {
  const turns = inject(TURNS);
  if (!turns) throw new Error('useTurns needs provideNow at the root of the page.');
  return turns;
}

/** What the page's clock reads: true time also while the picture is held; while the past is replayed, the moment that is shown. */
export function useClock(): Readonly<ShallowRef<number>> {
  const clock = inject(CLOCK);
  if (!clock) throw new Error('useClock needs provideNow at the root of the page.');
  return clock;
}

/** Whether the picture of the page is held (画面已冻结). */
export function useIsHeld(): ComputedRef<boolean> {
  return inject(IS_HELD, () => computed(() => false), true);
}

/** Whether the page replays the past (回放). */
export function useIsPast(): ComputedRef<boolean> {
  return inject(IS_PAST, () => computed(() => false), true);
}
