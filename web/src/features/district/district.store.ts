import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { District } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import { areaContains } from '@wangge/shared/geo';
import { callRest } from '../../link/rest.ts';

/** What surfaces know of the township (辖区): everything but people. */
export type DistrictView = Pick<District,
  'code' | 'town' | 'county' | 'room' | 'roomPhone' | 'isDemo' | 'towns' | 'villages' | 'grids' | 'departments' | 'caseTypes' | 'calendar' | 'rules' | 'teams'>;

const RETRY_MS = 3_000;

/** The township and its map, read once; asked again every few seconds for as long as the server does not answer. */
export const useDistrictStore = defineStore('district', () => {
  const district = shallowRef<DistrictView | null>(null);
  const map = shallowRef<DistrictMap | null>(null);
  let isLoading = false;
  /** Whether the server was asked: what a phone kept of an earlier visit is shown until then. */
  const isRead = { district: false, map: false };

  const villageNames = computed(() => new Map(district.value?.villages.map(({ code, name }) => [code, name])));
  const villageShortNames = computed(() => new Map(district.value?.villages.map(({ code, shortName }) => [code, shortName])));
  const gridNames = computed(() => new Map<string, string>(district.value?.grids.map(({ code, name }) => [code, name])));
  const townNames = computed(() => new Map(district.value?.towns.map(({ code, name }) => [code, name])));
  const departmentNames = computed(() => new Map<string, string>(district.value?.departments.map(({ id, name }) => [id, name])));
  const teamNames = computed(() => new Map<string, string>(district.value?.teams.map(({ id, name }) => [id, name])));

  /** The name of a township, village or grid by its code; empty for one that is not known. */
  function nameOfArea(code: string): string {
    return townNames.value.get(code) ?? villageNames.value.get(code) ?? gridNames.value.get(code) ?? '';
  }

  /** Names the village and grid that hold a place (WGS-84); an empty text outside the district. */
  function placeAt(lngLat: readonly [number, number]): string {
    const held = map.value?.grids.features.find(({ geometry }) => areaContains(geometry, lngLat))?.properties;
    return held ? [villageNames.value.get(held.villageCode), gridNames.value.get(held.code)].filter(Boolean).join(' ') : '';
  }

  async function read<T>(path: string, take: (value: T) => void): Promise<boolean> {
    const answer = await callRest<T>('GET', path);
    if (answer.ok) take(answer.value);
    return answer.ok;
  }

  /** Shows the township as it was kept, until the server answers. */
  function assume(kept: { readonly district: DistrictView | null; readonly map: DistrictMap | null }): void {
    district.value ??= kept.district;
    map.value ??= kept.map;
  }

  async function load(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    while (!isRead.district || !isRead.map) {
      if (!isRead.district) isRead.district = await read<DistrictView>('/api/v1/district', (value) => { district.value = value; });
      if (!isRead.map) isRead.map = await read<DistrictMap>('/api/v1/district/map', (value) => { map.value = value; });
      if (!isRead.district || !isRead.map) await new Promise((resolve) => { setTimeout(resolve, RETRY_MS); });
    }
    isLoading = false;
  }

  return { district, map, townNames, villageNames, villageShortNames, departmentNames, teamNames, nameOfArea, placeAt, assume, load };
});
