import { createHash } from 'node:crypto';
import { areaBbox, areaContains, roundLngLat, type Area, type LngLat } from '@wangge/shared/geo';
import type { DistrictMap } from '@wangge/shared/district-map';
import { plainName } from '../village-name.ts';

const MAX_TRIES = 400;

interface Village {
  readonly area: Area;
  readonly grids: readonly Area[];
  readonly label: LngLat;
}

/** Two numbers in [0, 1) that depend on the text alone. */
function drawn(text: string): readonly [number, number] {
  const hash = createHash('sha256').update(text).digest();
  return [hash.readUInt32BE(0) / 2 ** 32, hash.readUInt32BE(4) / 2 ** 32];
}

/**
 * Makes the function that gives a row a place (落点) inside the village it names: the same row always the same place, and
 * always in a grid of the district. Null for a name that no village has.
 */
export function createAreaPlacer(map: Pick<DistrictMap, 'villages' | 'grids'>, aliases: Readonly<Record<string, string>> = {}): (area: string, row: string) => LngLat | null {
  const villages = new Map<string, Village>(map.villages.features.map(({ geometry, properties }) => [plainName(properties.name), {
    area: geometry, label: properties.label,
    grids: map.grids.features.filter((grid) => grid.properties.villageCode === properties.code).map((grid) => grid.geometry),
  }]));

  return (area, row) => {
    const village = villages.get(plainName(aliases[area] ?? area));
    if (village === undefined) return null;
    const [west, south, east, north] = areaBbox(village.area);
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const [x, y] = drawn(`${row}/${attempt}`);
      const place = roundLngLat([west + x * (east - west), south + y * (north - south)]);
      if (areaContains(village.area, place) && village.grids.some((grid) => areaContains(grid, place))) return place;
    }
    return village.label;
  };
}
