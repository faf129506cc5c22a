import { onScopeDispose } from 'vue';

/** A page is left by a person's hand only within this time after it touched something; what the product does by itself is never held up. */
const HAND_MS = 10_000;
const SIGNS = ['pointerdown', 'keydown'] as const;

/**
 * Guards a wall that people stand before (`?kiosk=1`): no menu, no dragging, no zooming by hand, no way back to another page, a question before the
 * page is left by hand, and full screen again at the next touch after it was lost. `Esc` has to be held to leave full screen where the browser can do that.
 */
export function useKiosk(isKiosk: boolean): void {
  if (!isKiosk) return;
  let touchedAt = -Infinity;
  const stop = (event: Event): void => event.preventDefault();
  const onWheel = (event: WheelEvent): void => { if (event.ctrlKey) event.preventDefault(); };
  const onLeave = (event: BeforeUnloadEvent): void => { if (performance.now() - touchedAt < HAND_MS) event.preventDefault(); };
  const onBack = (): void => history.pushState(history.state, '', location.href);
  const keyboard = (navigator as { keyboard?: { lock?(keys: readonly string[]): Promise<void> } }).keyboard;

  function onTouch({ isTrusted }: Event): void {
    touchedAt = performance.now();
    if (!isTrusted || document.fullscreenElement !== null) return;
    void document.documentElement.requestFullscreen().then(() => keyboard?.lock?.(['Escape'])).catch(() => undefined);
  }

  onBack();
  for (const sign of SIGNS) window.addEventListener(sign, onTouch, { passive: true });
  window.addEventListener('contextmenu', stop);
  window.addEventListener('dragstart', stop);
  window.addEventListener('wheel', onWheel, { passive: false });
  window.addEventListener('beforeunload', onLeave);
  window.addEventListener('popstate', onBack);
  onScopeDispose(() => {
    for (const sign of SIGNS) window.removeEventListener(sign, onTouch);
    window.removeEventListener('contextmenu', stop);
    window.removeEventListener('dragstart', stop);
    window.removeEventListener('wheel', onWheel);
    window.removeEventListener('beforeunload', onLeave);
    window.removeEventListener('popstate', onBack);
  });
}
