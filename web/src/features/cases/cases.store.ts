import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { asId, type CaseId } from '@wangge/shared/base';
import { isShown, type CaseRow } from '@wangge/shared/wire';

/** The cases (案件) this page may see, by id. The map is replaced, never changed, so that one assignment tells all views. */
export const useCasesStore = defineStore('cases', () => {
  const rows = shallowRef<ReadonlyMap<CaseId, CaseRow>>(new Map());

  /** Those that count: all but the ones made up in a drill (演练). */
  const counted = computed((): readonly CaseRow[] => [...rows.value.values()].filter(({ drillId }) => drillId === undefined));

  function replaceAll(next: readonly CaseRow[]): void {
    rows.value = new Map(next.map((row) => [row.id, row]));
  }

  /** Takes whole rows that changed as of `at` and drops those no longer shown; an older revision never replaces a newer one. */
  function upsert(changed: readonly CaseRow[], gone: readonly string[], at: number): void {
    if (changed.length === 0 && gone.length === 0) return;
    const next = new Map([...rows.value].filter(([, row]) => isShown(row, at)));
    for (const row of changed) {
      const known = next.get(row.id);
      if (known === undefined || known.revision <= row.revision) next.set(row.id, row);
    }
    for (const id of gone) next.delete(asId<CaseId>(id));
    rows.value = next;
  }

  return { rows, counted, replaceAll, upsert };
});
