import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';

/** What was said in a form goes onto the telephone, and the form closes when it is there; `close` is told what `keep` answered. */
export type KeepThenClose = <T>(keep: () => Promise<T>, close: (kept: T) => void) => Promise<void>;

const KEY: InjectionKey<ShallowRef<boolean>> = Symbol('not-kept');

/** Lets the forms of a page say what its telephone could not keep; call once at its root. */
export function provideKeeping(): void {
  provide(KEY, shallowRef(false));
}

/** Whether what was last pressed could not be kept. */
export function useHasNotKept(): ShallowRef<boolean> {
  const hasNotKept = inject(KEY);
  if (!hasNotKept) throw new Error('useHasNotKept needs provideKeeping at the root of the page.');
  return hasNotKept;
}

/** 存上再关: where the telephone cannot keep it, for it is full, the form stays as it is and says so. While one thing is being kept another press is none. */
export function useKeeping(): KeepThenClose {
  const hasNotKept = useHasNotKept();
  let isKeeping = false;
  return async (keep, close) => {
    if (isKeeping) return;
    isKeeping = true;
    hasNotKept.value = false;
    await keep().then(close, () => void (hasNotKept.value = true));
    isKeeping = false;
  };
}
