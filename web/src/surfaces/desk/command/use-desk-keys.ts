import { onMounted, onUnmounted } from 'vue';

/** What the keys of the desk do. */
export interface DeskKeys {
  move(step: 1 | -1): void;
  primary(): void;
  search(): void;
  escape(): void;
  toggleLayer(number: number): void;
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return target !== null && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Whether the element reacts to Enter by itself, so that the shortcut must not fire beside it. A chosen team does not: Enter sends it. */
function takesEnter(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('button:not([role="radio"]), a') !== null;
}

/**
 * ↑↓ walk the queue, Enter is the white button, / searches, 1–5 switch layers, Esc leaves. While typing and while a
 * Chinese word is being composed only Esc is heard.
 */
export function useDeskKeys(keys: DeskKeys): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape') return keys.escape();
    if (isTyping(event) || !act(event)) return;
    event.preventDefault();
  }

  function act(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'ArrowDown': keys.move(1); return true;
      case 'ArrowUp': keys.move(-1); return true;
      case '/': keys.search(); return true;
      case '1': case '2': case '3': case '4': case '5': keys.toggleLayer(Number(event.key)); return true;
      case 'Enter':
        if (event.repeat || takesEnter(event)) return false;
        keys.primary();
        return true;
      default: return false;
    }
  }

  onMounted(() => window.addEventListener('keydown', onKeydown));
  onUnmounted(() => window.removeEventListener('keydown', onKeydown));
}
