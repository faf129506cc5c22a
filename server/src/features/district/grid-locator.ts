import Flatbush from 'flatbush';
import { areaBbox, areaContains, type Area, type LngLat } from '@wangge/shared/geo';
import type { DistrictMap } from '@wangge/shared/district-map';

export interface PlaceOf {
  readonly villageCode: string;
  readonly gridCode: string;
}

interface GridArea extends PlaceOf {
  readonly area: Area;
  readonly centre: LngLat;
}

/** Finds the grid that holds a place: the boxes by an index, then the exact outline; the last grid found is tried first. */
export class GridLocator {
  readonly #grids: readonly GridArea[];
  readonly #index: Flatbush;
  readonly #byCode: Map<string, GridArea>;
  #last: GridArea | null = null;

  constructor(map: DistrictMap) {
    this.#grids = map.grids.features.map((f) => ({
      villageCode: f.properties.villageCode, gridCode: f.properties.code, area: f.geometry, centre: f.properties.label,
    }));
    this.#byCode = new Map(this.#grids.map((g) => [g.gridCode, g]));
    this.#index = new Flatbush(Math.max(1, this.#grids.length));
    for (const grid of this.#grids) this.#index.add(...areaBbox(grid.area));
    if (this.#grids.length === 0) this.#index.add(0, 0, 0, 0);
    this.#index.finish();
  }

  find([lng, lat]: LngLat): PlaceOf | null {
    if (this.#last && areaContains(this.#last.area, [lng, lat])) return this.#last;
    const hit = this.#index.search(lng, lat, lng, lat, (i) => this.#grids[i] !== undefined && areaContains(this.#grids[i].area, [lng, lat]))[0];
    this.#last = hit === undefined ? null : this.#grids[hit] ?? null;
    return this.#last;
  }

  centreOf(gridCode: string): LngLat | null {
    return this.#byCode.get(gridCode)?.centre ?? null;
  }
}
