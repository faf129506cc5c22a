import { nextTick, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { PanelName, Scene } from '@wangge/shared/stage';
import { previewMessage, type PreviewMessage } from './preview-messages.ts';

/** How long sheets fade when the scene changes; where they lie is told again after it. */
const SETTLE_MS = 300;

/**
 * The scene that an editor around this wall has drawn up, in preview: it is shown with the data of whoever edits, and the editor is told where
 * each tile lies. Null until it was told, and on any other wall.
 */
export function usePreviewScene(isPreview: boolean): Readonly<ShallowRef<Scene | null>> {
  const scene = shallowRef<Scene | null>(null);
  if (!isPreview || window.parent === window) return scene;
  const tell = (message: PreviewMessage): void => window.parent.postMessage(message, location.origin);
  let settling: ReturnType<typeof setTimeout> | undefined;

  function tellTiles(): void {
    const tiles = [...document.querySelectorAll<HTMLElement>('[data-panel]')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { panel: element.dataset['panel'] as PanelName, left, top, width, height };
    });
    tell({ wangge: 'preview-tiles', tiles });
  }

  function tellSoon(): void {
    void nextTick(tellTiles);
    clearTimeout(settling);
    settling = setTimeout(tellTiles, SETTLE_MS);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    const message = previewMessage(event, window.parent);
    if (message?.wangge === 'preview-scene') scene.value = message.scene;
  }

  window.addEventListener('message', onMessage);
  window.addEventListener('resize', tellSoon);
  watch(scene, tellSoon);
  onScopeDispose(() => {
    clearTimeout(settling);
    window.removeEventListener('message', onMessage);
    window.removeEventListener('resize', tellSoon);
  });
  tell({ wangge: 'preview-ready' });
  return scene;
}
