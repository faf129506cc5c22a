import { onScopeDispose } from 'vue';

/** What the keys of the wall do. Off while somebody types or composes Chinese, and with Ctrl, Alt or Meta held. */
export interface WallKeys {
  readonly help: () => void;
  readonly home: () => void;
  readonly light: () => void;
  /** ← → */
  readonly scene: (step: 1 | -1) => void;
  /** Space: what takes turns rests, or goes on. */
  readonly pause: () => void;
  readonly layer: (number: number) => void;
  /** `/`: find a case, a squad or a village. */
  readonly search: () => void;
}

function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  return isComposing || (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));
}

/** A focused button is pressed by Space. */
function isOnButton({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen().catch(() => undefined);
}

export function useWallKeys(keys: WallKeys): void {
  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '?' || event.key === '？') keys.help();
    else if (event.key === '/' || event.key === '、') keys.search();
    else if (event.key === 'Escape') keys.home();
    else if (/^f$/i.test(event.key)) toggleFullScreen();
    else if (/^d$/i.test(event.key)) keys.light();
    else if (/^\d$/.test(event.key)) keys.layer(Number(event.key));
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') keys.scene(event.key === 'ArrowRight' ? 1 : -1);
    else if (event.key === ' ' && !isOnButton(event)) keys.pause();
    else return;
    event.preventDefault();
  }
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
