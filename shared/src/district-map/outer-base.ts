import type { DatumName } from '../geo/index.ts';

/** How the tiles of a source part the world: Web Mercator (EPSG:3857), or degrees (EPSG:4490, EPSG:4326). */
export type TileMatrix = 'mercator' | 'geographic';

/**
 * Where a base map other than the built-in one comes from, as pages are told it (外部底图). Tiles of `tiles` are fetched by our server, so that no
 * page ever asks another one; `archive` is one PMTiles file that our server serves in ranges.
 */
export type OuterBase =
  | { readonly kind: 'builtin' }
  | {
    readonly kind: 'tiles' | 'archive';
    readonly datum: DatumName;
    readonly matrix: TileMatrix;
    readonly minZoom: number;
    readonly maxZoom: number;
    /** Whose map it is, as its owner wants it written; empty for none. */
    readonly credit: string;
  };
