import { onScopeDispose, watch, type Ref } from 'vue';

/** How much of it must lie on the screen to count as shown. */
const SHARE = 0.5;

/** Calls back when the element lies on a screen that somebody has before them: page visible, most of it in view. Called again for another `subject` shown in it and each time it comes back. */
export function useShown(element: Ref<HTMLElement | null>, subject: () => string, onShown: () => void): void {
  let isInView = false;
  const tell = (): void => { if (isInView && document.visibilityState === 'visible') onShown(); };
  const observer = new IntersectionObserver((entries) => {
    isInView = entries.at(-1)?.isIntersecting ?? false;
    tell();
  }, { threshold: SHARE });
  watch([element, subject], ([now]) => {
    observer.disconnect();
    isInView = false;
    if (now) observer.observe(now);
  }, { immediate: true });
  document.addEventListener('visibilitychange', tell);
  onScopeDispose(() => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', tell);
  });
}
