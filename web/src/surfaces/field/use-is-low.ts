import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue';

/** Whether the screen is too low to keep everything under the thumb: below 720 px the exceptions scroll with the order. */
export function useIsLow(): Readonly<Ref<boolean>> {
  const query = window.matchMedia('(max-height: 719px)');
  const isLow = shallowRef(query.matches);
  const read = (): void => void (isLow.value = query.matches);
  query.addEventListener('change', read);
  onScopeDispose(() => query.removeEventListener('change', read));
  return readonly(isLow);
}
