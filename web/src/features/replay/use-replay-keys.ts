import { onScopeDispose } from 'vue';
import { useReplayStore } from './replay.store.ts';

function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  return isComposing || (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));
}

/** The keys of the time machine: R goes back in time; while it is on ← → go from event to event, Space plays, C compares and Esc is the present. They come before those of the surface. */
export function useReplayKeys(): void {
  const replay = useReplayStore();

  function act({ key, target }: KeyboardEvent): boolean {
    const isOnButton = target instanceof Element && target.closest('button') !== null;
    if (/^r$/i.test(key)) void (replay.isOn ? replay.leave() : replay.enter());
    else if (!replay.isOn) return false;
    else if (key === 'ArrowLeft' || key === 'ArrowRight') void replay.jump(key === 'ArrowRight' ? 1 : -1);
    else if (key === ' ' && !isOnButton) replay.play();
    else if (/^c$/i.test(key)) replay.compare();
    else if (key === 'Escape') replay.leave();
    else return false;
    return true;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.altKey || event.metaKey || !act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  window.addEventListener('keydown', onKey, { capture: true });
  onScopeDispose(() => window.removeEventListener('keydown', onKey, { capture: true }));
}
