import type { FeatureCollection, LineString, MultiPolygon, Point, Polygon } from '@wangge/shared/geo';
import type { GeoJSONSource } from 'maplibre-gl';
import { LatestOnly } from './latest-only.ts';

/** Sources whose content changes while the map is watched. */
export const LIVE_SOURCES = ['heat', 'hexes', 'focus', 'fences', 'rings', 'cameras'] as const;
export type LiveSource = (typeof LIVE_SOURCES)[number];
export type LiveShapes = FeatureCollection<Polygon | MultiPolygon | LineString | Point, unknown>;

/** Keeps what was last set on each live source and hands it to the map once it is ready, one at a time. */
export class LiveSources {
  readonly #find: (id: LiveSource) => GeoJSONSource | undefined;
  readonly #lanes = new Map<LiveSource, LatestOnly<LiveShapes>>();
  readonly #last = new Map<LiveSource, LiveShapes>();
  #isReady = false;

  constructor(find: (id: LiveSource) => GeoJSONSource | undefined) {
    this.#find = find;
  }

  set(id: LiveSource, shapes: LiveShapes): void {
    this.#last.set(id, shapes);
    if (this.#isReady) this.#send(id, shapes);
  }

  /** The map has its style now. */
  begin(): void {
    this.#isReady = true;
    for (const [id, shapes] of this.#last) this.#send(id, shapes);
  }

  #send(id: LiveSource, shapes: LiveShapes): void {
    let lane = this.#lanes.get(id);
    if (lane === undefined) {
      lane = new LatestOnly((next) => this.#find(id)?.setData(next as unknown as Parameters<GeoJSONSource['setData']>[0]) ?? Promise.resolve());
      this.#lanes.set(id, lane);
    }
    lane.push(shapes);
  }
}
