import { inject, provide, type InjectionKey } from 'vue';

const MASK: InjectionKey<() => boolean> = Symbol('mask');

/** Tells everything below whether the page is masked for visitors (参观), so that a list says how much of its number it leaves out. */
export function provideMask(isMasked: () => boolean): void {
  provide(MASK, isMasked);
}

/** Whether the page is masked; false where nobody told. */
export function useIsMasked(): () => boolean {
  return inject(MASK, () => false);
}
