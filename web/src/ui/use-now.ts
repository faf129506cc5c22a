import { inject, onScopeDispose, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';

const NOW: InjectionKey<Readonly<ShallowRef<number>>> = Symbol('now');
const SECOND_MS = 1_000;

/** Starts the page's one clock: epoch ms in server time, a step at the turn of each second. Call once, at the root. */
export function provideNow(serverOffsetMs: () => number): Readonly<ShallowRef<number>> {
  const read = (): number => Date.now() + serverOffsetMs();
  const now = shallowRef(read());
  let timer: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    now.value = read();
    timer = setTimeout(tick, SECOND_MS - (now.value % SECOND_MS) + 2);
  };
  tick();
  onScopeDispose(() => clearTimeout(timer));
  provide(NOW, now);
  return now;
}

/** The present in server time, epoch ms, stepping each second (全局时钟). */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = inject(NOW);
  if (!now) throw new Error('useNow needs provideNow at the root of the page.');
  return now;
}
