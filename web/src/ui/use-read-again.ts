import { onMounted, onScopeDispose } from 'vue';

const EACH_MS = 60_000;

/** Reads at once, each minute, and when the page comes back before somebody's eyes or the net comes back: for what is not pushed to a phone. Answers how to read now. */
export function useReadAgain(read: () => Promise<void>): () => Promise<void> {
  const look = (): void => { if (document.visibilityState === 'visible') void read(); };
  const timer = setInterval(look, EACH_MS);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  onMounted(look);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', look);
  });
  return read;
}
