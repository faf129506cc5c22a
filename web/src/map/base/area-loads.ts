import type { Map as MapLibreMap } from 'maplibre-gl';

/** Sources of areas that can be shaded. */
export const SHADED_SOURCES = ['towns', 'villages', 'grids'] as const;
export type ShadedSource = (typeof SHADED_SOURCES)[number];

/** Shades 0–4 by the code of an area, all of one source. */
export interface AreaShades {
  readonly source: ShadedSource;
  readonly steps: ReadonlyMap<string, number>;
}

/** Tells the map the shade of each area, only those that changed. */
export class AreaLoads {
  readonly #map: MapLibreMap;
  #wanted: AreaShades | null = null;
  #shown: AreaShades | null = null;
  #isReady = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  set(shades: AreaShades | null): void {
    this.#wanted = shades;
    if (this.#isReady) this.#show();
  }

  /** The map has its style now. */
  begin(): void {
    this.#isReady = true;
    this.#show();
  }

  #show(): void {
    const [before, next] = [this.#shown, this.#wanted];
    this.#shown = next;
    for (const [code, step] of before?.steps ?? []) {
      const isGone = before !== null && (next?.source !== before.source || !next.steps.has(code));
      if (isGone && step > 0) this.#map.setFeatureState({ source: before.source, id: code }, { load: 0 });
    }
    for (const [code, step] of next?.steps ?? []) {
      const known = before?.source === next?.source ? before?.steps.get(code) ?? 0 : 0;
      if (next !== null && step !== known) this.#map.setFeatureState({ source: next.source, id: code }, { load: step });
    }
  }
}
