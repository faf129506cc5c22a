import { computed, type ComputedRef, type Ref } from 'vue';
import type { CaseRow } from '@wangge/shared/wire';
import { useFigureCases, type FigureCasesState } from '../../features/figures/use-figure-cases.ts';
import { useSquads, type SquadRow } from '../../features/units/use-squads.ts';
import type { SheetTab } from './opened-tile.ts';

/** What an opened number adds up to. `total` is null while it is being read. */
export interface OpenedRows {
  readonly cases: ComputedRef<readonly CaseRow[]>;
  readonly squads: ComputedRef<readonly SquadRow[]>;
  readonly total: ComputedRef<number | null>;
  readonly refusal: FigureCasesState['refusal'];
}

export function useOpenedRows(tab: Ref<SheetTab | null>): OpenedRows {
  const all = useSquads();
  const { found, refusal } = useFigureCases(computed(() => (tab.value?.kind === 'figure' ? tab.value : null)));

  const cases = computed((): readonly CaseRow[] => {
    if (tab.value?.kind !== 'figure' || found.value === null) return [];
    const { platform } = tab.value;
    return platform === null ? found.value.cases : found.value.cases.filter((row) => row.platform === platform);
  });
  const squads = computed(() => (tab.value?.kind === 'squads' ? all.value : []));
  const total = computed(() => {
    if (tab.value?.kind !== 'figure') return cases.value.length + squads.value.length;
    if (found.value === null) return null;
    return tab.value.platform === null ? found.value.total : cases.value.length;
  });
  return { cases, squads, total, refusal };
}
