import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { CaseRow } from '@wangge/shared/wire';
import { useCasesStore } from '../cases.store.ts';
import { countByFilter, filtersFor, matchesFilter, openingFilter, type QueueFilter, type QueueReader } from '../queue-filters.ts';
import { sortQueue } from '../queue-order.ts';
import { matchesText, type PlaceNames } from '../search-cases.ts';

/** The queue as one person looks at it: narrowed by a filter and by words, in the order of time left. */
export interface Queue {
  readonly filter: ShallowRef<QueueFilter>;
  readonly text: ShallowRef<string>;
  readonly filters: ComputedRef<readonly QueueFilter[]>;
  readonly counts: ComputedRef<Readonly<Record<QueueFilter, number>>>;
  readonly rows: ComputedRef<readonly CaseRow[]>;
  /** Chooses a filter and ends the search. */
  choose(filter: QueueFilter): void;
}

/** Words search all open cases, whatever the filter: who types a number wants that case. */
export function useQueue(reader: Ref<QueueReader>, now: Ref<number>, places: PlaceNames): Queue {
  const cases = useCasesStore();
  const text = shallowRef('');
  const sorted = computed(() => sortQueue(cases.rows.values()));
  const counts = computed(() => countByFilter(sorted.value.filter(({ drillId }) => drillId === undefined), now.value, reader.value.unitId));
  const filter = shallowRef<QueueFilter>(openingFilter(reader.value, counts.value));
  let isChosen = false;
  const found = computed(() => (text.value.trim() === '' ? null : sorted.value.filter((row) => matchesText(row, text.value, places))));
  const rows = computed(() => found.value ?? sorted.value.filter((row) => matchesFilter(row, filter.value, now.value, reader.value.unitId)));

  function choose(next: QueueFilter): void {
    text.value = '';
    isChosen = true;
    filter.value = next;
  }

  watch(() => reader.value.role, () => { isChosen = false; });
  watch([() => reader.value.role, () => cases.rows.size > 0], () => { if (!isChosen) filter.value = openingFilter(reader.value, counts.value); });
  return { filter, text, filters: computed(() => filtersFor(reader.value, counts.value)), counts, rows, choose };
}
