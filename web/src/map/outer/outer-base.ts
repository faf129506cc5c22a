import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Light } from '../../ui/tokens.ts';
import type { MapTheme } from '../map-theme.ts';
import { mercatorOf } from '../viewport.ts';
import { OUTER_SOURCE, outerLayers } from './outer-layers.ts';
import type { OuterTiles } from './outer-tiles.ts';
import { TILE_PX } from './tile-plan.ts';
import { openTileProtocol } from './tile-protocol.ts';
import { TroubleWatch } from './trouble-watch.ts';

/** An outer base map under the layers of one map, with what tells whether it can be seen. It lies over `above`'s lower neighbour. */
export class OuterBaseMap {
  readonly #map: MapLibreMap;
  readonly #tiles: OuterTiles;
  readonly #watch: TroubleWatch;
  readonly #protocol: { readonly template: string; close(): void };
  #isGone = false;

  constructor(map: MapLibreMap, tiles: OuterTiles, look: { theme: MapTheme; light: Light; above: string }, onGone: (isGone: boolean) => void) {
    this.#map = map;
    this.#tiles = tiles;
    this.#watch = new TroubleWatch(() => this.#readMiddle(), (isGone) => {
      this.#isGone = isGone;
      this.#show();
      onGone(isGone);
    });
    this.#protocol = openTileProtocol(tiles, this.#watch);
    const { content: { kind }, minZoom, maxZoom } = tiles;
    const place = { tiles: [this.#protocol.template], minzoom: minZoom, maxzoom: maxZoom };
    map.addSource(OUTER_SOURCE, kind === 'raster' ? { type: 'raster', tileSize: TILE_PX, ...place } : { type: 'vector', ...place });
    for (const layer of outerLayers(tiles.content, look.theme, look.light)) map.addLayer(layer, look.above);
  }

  /** Whether the map is to be drawn over it rather than over the built-in land. */
  get isShown(): boolean {
    return !this.#isGone;
  }

  /** Takes the colours of another light. */
  dress(theme: MapTheme, light: Light): void {
    for (const layer of outerLayers(this.#tiles.content, theme, light)) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.#map.setPaintProperty(layer.id, name as 'fill-color', value);
    }
  }

  /** Call before the map is removed. */
  dispose(): void {
    this.#watch.close();
    this.#protocol.close();
  }

  /** A hidden source is not asked for tiles; one that came back is asked for all of them anew. */
  #show(): void {
    for (const { id } of this.#map.getStyle().layers) {
      if (id.startsWith('outer-')) this.#map.setLayoutProperty(id, 'visibility', this.#isGone ? 'none' : 'visible');
    }
    const source = this.#map.getSource(OUTER_SOURCE);
    if (!this.#isGone && source !== undefined && 'setTiles' in source) (source as { setTiles(tiles: string[]): void }).setTiles([this.#protocol.template]);
  }

  async #readMiddle(): Promise<void> {
    const { lng, lat } = this.#map.getCenter();
    const zoom = Math.round(Math.min(this.#tiles.maxZoom, Math.max(this.#tiles.minZoom, this.#map.getZoom())));
    const [x, y] = mercatorOf([lng, lat]);
    await this.#tiles.read([zoom, Math.floor(x * 2 ** zoom), Math.floor(y * 2 ** zoom)], AbortSignal.timeout(15_000));
  }
}
