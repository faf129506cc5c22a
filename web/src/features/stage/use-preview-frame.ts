import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { Scene } from '@wangge/shared/stage';
import { previewMessage, type PreviewTile } from './preview-messages.ts';

/** Feeds the wall in a frame with the scene that is being edited, each time it changes, and learns where its tiles lie. */
export function usePreviewFrame(frame: Readonly<Ref<HTMLIFrameElement | null>>, scene: Readonly<Ref<Scene | null>>): { readonly tiles: Readonly<ShallowRef<readonly PreviewTile[]>>; readonly isReady: Readonly<ShallowRef<boolean>> } {
  const tiles = shallowRef<readonly PreviewTile[]>([]);
  const isReady = shallowRef(false);

  function send(): void {
    if (isReady.value && scene.value) frame.value?.contentWindow?.postMessage({ wangge: 'preview-scene', scene: JSON.parse(JSON.stringify(scene.value)) as Scene }, location.origin);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    const message = previewMessage(event, frame.value?.contentWindow ?? null);
    if (message?.wangge === 'preview-tiles') tiles.value = message.tiles;
    if (message?.wangge !== 'preview-ready') return;
    isReady.value = true;
    send();
  }

  window.addEventListener('message', onMessage);
  watch(scene, send);
  onScopeDispose(() => window.removeEventListener('message', onMessage));
  return { tiles, isReady };
}
