import type { BuildingKind, DistrictMap, PlaceKind } from '@wangge/shared/district-map';
import { itemAt, polygonsOf, roundLngLat, type LngLat } from '@wangge/shared/geo';
import { snapToRoad, type RoadGraph } from '@wangge/shared/roads';
import type { DistrictApi } from '../../features/district/district.api.ts';
import { bell, chance, pickAt } from './chance.ts';
import type { SiteKind } from './matters.ts';

/** Places kept of each kind: enough that they do not repeat visibly. */
const POOL = 4_000;
const DEGREE_M = 111_320;
const TRIES = 6;
/** Where much happens: share of street matters that arise around such places, and how far around. */
const HOT_SHARE = 0.6;
const HOT_SPREAD_M = 130;

const OF_BUILDING: Readonly<Record<BuildingKind, SiteKind>> = { house: 'home', block: 'shop', hall: 'works' };
const HOT_KINDS: readonly PlaceKind[] = ['market', 'school', 'squad', 'government', 'clinic'];

function movedBy([lng, lat]: LngLat, eastM: number, northM: number): LngLat {
  return [lng + eastM / (DEGREE_M * Math.cos((lat * Math.PI) / 180)), lat + northM / DEGREE_M];
}

function placesOf(map: DistrictMap, kinds: readonly PlaceKind[]): LngLat[] {
  return (map.places?.features ?? []).filter((p) => kinds.includes(p.properties.kind)).map((p) => p.geometry.coordinates);
}

/** Every n-th corner of the buildings of a kind, so that built-up ground counts by how much is built on it. */
function cornersOf(map: DistrictMap, kind: SiteKind): LngLat[] {
  const corners = (map.buildings?.features ?? [])
    .filter((f) => f.properties.villageCode !== undefined && OF_BUILDING[f.properties.kind] === kind)
    .flatMap((f) => polygonsOf(f.geometry).flatMap((rings) => rings[0]?.slice(0, 1) ?? []));
  const step = Math.max(1, Math.floor(corners.length / POOL));
  return corners.filter((_, i) => i % step === 0);
}

/** Where matters arise in a district: near what is built there. */
export class Sites {
  readonly #district: DistrictApi;
  readonly #roads: RoadGraph;
  readonly #pools: Readonly<Record<SiteKind, readonly LngLat[]>>;
  readonly #hot: readonly LngLat[];

  constructor(district: DistrictApi, roads: RoadGraph) {
    this.#district = district;
    this.#roads = roads;
    const map = district.map();
    const labels = map.grids.features.map((g) => g.properties.label);
    const orLabels = (found: LngLat[]): LngLat[] => (found.length > 0 ? found : labels);
    const home = orLabels(cornersOf(map, 'home'));
    const market = placesOf(map, ['market']);
    this.#hot = orLabels(placesOf(map, HOT_KINDS));
    const shop = cornersOf(map, 'shop');
    this.#pools = {
      home, field: labels, road: home, shop: shop.length > 0 ? shop : home,
      works: orLabels([...cornersOf(map, 'works'), ...placesOf(map, ['industry'])]),
      water: orLabels((map.rivers?.features ?? []).flatMap((r) => r.geometry.coordinates)),
      school: orLabels(placesOf(map, ['school'])), market: market.length > 0 ? market : this.#hot,
    };
  }

  /** A place for a matter of that kind, the same for the same key; always inside the district. */
  pick(kind: SiteKind, key: string): LngLat {
    for (let i = 0; i < TRIES; i += 1) {
      const found = roundLngLat(this.#candidate(kind, `${key}|${i}`));
      if (this.#district.placeOf(found)) return found;
    }
    const labels = this.#pools.field;
    return roundLngLat(itemAt(labels, Math.floor(chance(key, 'label') * labels.length)));
  }

  #candidate(kind: SiteKind, key: string): LngLat {
    const isStreet = kind === 'shop' || kind === 'market';
    const isHot = isStreet && chance(key, 'hot') < HOT_SHARE;
    const from = pickAt(isHot ? this.#hot : this.#pools[kind], (isHot ? chance(key, 'which') ** 1.7 : chance(key, 'which')));
    const spreadM = isHot ? HOT_SPREAD_M : kind === 'field' ? 260 : 35;
    const place = movedBy(from, spreadM * bell(key, 'east'), spreadM * bell(key, 'north'));
    if (!isStreet && kind !== 'road' && kind !== 'school') return place;
    const snap = snapToRoad(this.#roads, place);
    return snap ? movedBy(snap.lngLat, 7 * bell(key, 'side'), 7 * bell(key, 'edge')) : place;
  }

  /** A second place for the same matter, a few steps away. */
  beside(place: LngLat, key: string): LngLat {
    const moved = roundLngLat(movedBy(place, 9 * bell(key, 'east'), 9 * bell(key, 'north')));
    return this.#district.placeOf(moved) ? moved : place;
  }
}
