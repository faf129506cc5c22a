import type { PanelName, Scene } from '@wangge/shared/stage';

/** Where a tile lies in the preview, CSS px from its top left corner: the preview is not scaled, so these are px of the editor too. */
export interface PreviewTile {
  readonly panel: PanelName;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a wall in preview (`/wall?preview=1`) and the editor around it tell each other; only within one origin. */
export type PreviewMessage =
  | { readonly wangge: 'preview-ready' }
  | { readonly wangge: 'preview-scene'; readonly scene: Scene }
  | { readonly wangge: 'preview-tiles'; readonly tiles: readonly PreviewTile[] };

/** The message in an event of our own origin from `source`; null for any other. */
export function previewMessage({ origin, source, data }: MessageEvent<unknown>, from: Window | null): PreviewMessage | null {
  if (origin !== location.origin || source !== from || typeof data !== 'object' || data === null || !('wangge' in data)) return null;
  return data as PreviewMessage;
}
