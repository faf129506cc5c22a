import type { ReadTile } from './compose-tile.ts';
import type { TileScheme } from './tile-plan.ts';

/** What the tiles of a base map hold: pictures, or geometry in named layers (MVT) that are drawn in our own colours. */
export type TileContent = { readonly kind: 'raster' } | { readonly kind: 'vector'; readonly layers: readonly string[] };

/** A base map from outside (外部底图), ready to be read. */
export interface OuterTiles {
  readonly scheme: TileScheme;
  readonly content: TileContent;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly read: ReadTile;
}
