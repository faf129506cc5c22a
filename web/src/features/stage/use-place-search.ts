import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { UnitRow } from '@wangge/shared/wire';
import { isOpenState } from '@wangge/shared/district';
import type { LngLat } from '@wangge/shared/geo';
import { useNow } from '../../ui/use-now.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useUnitsStore } from '../units/units.store.ts';
import { findPlaces, type FoundPlace } from './find-places.ts';

/** A search over what this page knows: its villages, the squads on duty and the open cases. */
export function usePlaceSearch(): { readonly query: ShallowRef<string>; readonly found: ComputedRef<readonly FoundPlace[]>; placeOf(unit: UnitRow): LngLat | null } {
  const cases = useCasesStore();
  const units = useUnitsStore();
  const district = useDistrictStore();
  const now = useNow();
  const query = shallowRef('');

  function placeOf({ index }: UnitRow): LngLat | null {
    if (!units.positions.has(index)) return null;
    const { lng, lat } = units.positions.columns;
    return [lng[index] ?? 0, lat[index] ?? 0];
  }

  const found = computed(() => (now.value === 0 ? [] : findPlaces(query.value, {
    cases: [...cases.rows.values()].filter(({ state }) => isOpenState(state)), units: units.rows.values(),
    villages: district.map?.villages.features.map(({ properties }) => properties) ?? [], placeOf,
  })));
  return { query, found, placeOf };
}
