import { MINUTE_MS } from '@wangge/shared/base';
import { watch, type Ref } from 'vue';
import type { MapView } from '../../map/map-view.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { lampOf } from './cases.layer.ts';

/** More new cases at once than this are a catch-up after a break, not news. */
const MOST_AT_ONCE = 4;

/** Draws a ring once for each case that is reported while the map is watched; a wider one for red and 特急. */
export function useAnnouncements(view: Ref<MapView | null>): void {
  const cases = useCasesStore();
  const now = useNow();
  watch(() => cases.rows, (rows, before) => {
    if (view.value === null || before.size === 0) return;
    const fresh = [...rows.values()].filter(({ id, reportedAt }) => !before.has(id) && now.value - reportedAt < MINUTE_MS);
    if (fresh.length > MOST_AT_ONCE) return;
    for (const row of fresh) view.value.announce(row.lngLat, lampOf(row, now.value) === 'red' || row.urgency === 'critical' ? 'red' : 'plain');
  });
}
