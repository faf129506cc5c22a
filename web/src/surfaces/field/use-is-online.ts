import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue';

/** Whether the phone says it has a network. It may be wrong in saying yes, never in saying no. */
export function useIsOnline(): Readonly<Ref<boolean>> {
  const isOnline = shallowRef(navigator.onLine);
  const read = (): void => void (isOnline.value = navigator.onLine);
  window.addEventListener('online', read);
  window.addEventListener('offline', read);
  onScopeDispose(() => {
    window.removeEventListener('online', read);
    window.removeEventListener('offline', read);
  });
  return readonly(isOnline);
}
