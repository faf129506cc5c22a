import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { asId, type CaseId, type UnitId } from '@wangge/shared/base';
import type { LngLat } from '@wangge/shared/geo';
import type { Highlight } from '@wangge/shared/stage';
import type { MapView } from '../../map/map-view.ts';
import type { MapLabel } from '../../map/scene.ts';
import { shortMatter } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useUnitsStore } from '../units/units.store.ts';

/** What is pointed out on a map: its case or its index in the position table, and its name in front of all others. */
export interface Pointed {
  readonly caseId: CaseId | null;
  readonly unit: number | null;
  readonly labels: readonly MapLabel[];
}

/** Draws the ring round what a director points out (突出) and names it; null where it is not to be seen here. */
export function useHighlight(view: Ref<MapView | null>, highlight: Ref<Highlight | null>): ComputedRef<Pointed | null> {
  const cases = useCasesStore();
  const units = useUnitsStore();
  const district = useDistrictStore();
  const labelOf = (text: string, anchor: MapLabel['anchor']): MapLabel => ({ key: 'highlight', kind: 'highlight', runs: [{ text, tone: 'plain' }], anchor });

  const found = computed(() => {
    const wanted = highlight.value;
    const row = wanted?.kind === 'case' ? cases.rows.get(asId<CaseId>(wanted.id)) : undefined;
    const unit = wanted?.kind === 'unit' ? units.rows.get(asId<UnitId>(wanted.id)) : undefined;
    return { row, unit };
  });
  const ring = computed(() => {
    const { row, unit } = found.value;
    if (row) return { lngLat: row.lngLat };
    return unit ? { unit: unit.index } : null;
  });
  watch([view, ring], ([map, anchor]) => map?.setRing(anchor), { immediate: true });

  return computed(() => {
    const { row, unit } = found.value;
    if (row) return { caseId: row.id, unit: null, labels: [labelOf([district.villageNames.get(row.villageCode) ?? '', shortMatter(row.matter)].join(' ').trim(), { spots: [row.lngLat] })] };
    return unit ? { caseId: null, unit: unit.index, labels: [labelOf(unit.name, { unit: unit.index })] } : null;
  });
}

/** Where what is pointed out is now; a squad's place is looked up each second. */
export function useHighlightPlace(highlight: () => Highlight | null): ComputedRef<LngLat | null> {
  const cases = useCasesStore();
  const units = useUnitsStore();
  const now = useNow();
  return computed(() => {
    const wanted = highlight();
    if (wanted === null || now.value === 0) return null;
    if (wanted.kind === 'case') return cases.rows.get(asId<CaseId>(wanted.id))?.lngLat ?? null;
    const unit = units.rows.get(asId<UnitId>(wanted.id));
    if (unit === undefined || !units.positions.has(unit.index)) return null;
    const { lng, lat } = units.positions.columns;
    return [lng[unit.index] ?? 0, lat[unit.index] ?? 0];
  });
}
