import type { CaseId } from '@wangge/shared/base';
import type { CaseRow } from '@wangge/shared/wire';
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { Insets } from '../../map/base/base-map.ts';
import { mercatorOf, toScreen, type Viewport } from '../../map/viewport.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { lampOf } from './cases.layer.ts';

/** An opened cluster: its cases, and where the card lies, CSS px of the map. */
export interface OpenCluster {
  readonly rows: ComputedRef<readonly CaseRow[]>;
  readonly style: ComputedRef<Readonly<Record<string, string>>>;
  open(ids: readonly CaseId[]): void;
  close(): void;
}

const CARD_U = { width: 446, row: 38, around: 80 };
export const MOST_ROWS = 8;
const OFF_U = 26;
const RANK = { red: 3, yellow: 2, paused: 1, green: 0 } as const;

/** Keeps the cases of a mark with a count and the card beside it, inside the free rectangle; it closes when the camera goes elsewhere. */
export function useCluster(seen: Ref<Viewport | null>, room: Ref<{ readonly insets: Insets; readonly uPx: number }>): OpenCluster {
  const cases = useCasesStore();
  const now = useNow();
  const ids = shallowRef<readonly CaseId[]>([]);
  const openedZoom = shallowRef(0);
  const rows = computed(() => ids.value.flatMap((id) => cases.rows.get(id) ?? []).sort((a, b) => RANK[lampOf(b, now.value)] - RANK[lampOf(a, now.value)] || (a.clock?.dueAt ?? Infinity) - (b.clock?.dueAt ?? Infinity)));

  const style = computed((): Readonly<Record<string, string>> => {
    const [first] = ids.value;
    const row = first === undefined ? undefined : cases.rows.get(first);
    if (seen.value === null || row === undefined) return { display: 'none' };
    const { insets, uPx } = room.value;
    const [x, y] = toScreen(seen.value, mercatorOf(row.lngLat));
    const width = CARD_U.width * uPx;
    const height = (CARD_U.around + Math.min(MOST_ROWS, rows.value.length) * CARD_U.row) * uPx;
    const right = seen.value.widthPx - insets.right - width;
    const isLeft = x + OFF_U * uPx > right;
    const left = isLeft ? x - OFF_U * uPx - width : x + OFF_U * uPx;
    const top = Math.min(seen.value.heightPx - insets.bottom - height, Math.max(insets.top, y - height / 3));
    return { left: `${Math.round(Math.max(insets.left, left))}px`, top: `${Math.round(Math.max(insets.top, top))}px` };
  });

  watch(() => seen.value?.zoom, (zoom) => { if (zoom !== undefined && Math.abs(zoom - openedZoom.value) > 0.02) ids.value = []; });
  return {
    rows, style,
    open(next) {
      openedZoom.value = seen.value?.zoom ?? 0;
      ids.value = next;
    },
    close: () => { ids.value = []; },
  };
}
