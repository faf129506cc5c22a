import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { EnforcementBoard } from '@wangge/shared/enforcement';
import { useChosen } from '../../ui/use-chosen.ts';
import { usePanelAge, type PanelAge } from '../../ui/use-panel-age.ts';
import { useBoard } from '../boards/boards.store.ts';
import { useObject, type ObjectDetail, type ObjectPage } from '../objects/objects.store.ts';

/** A list of enforcement at the desk, the chosen one of it, and whether a new one is being written. */
export interface EnforcementList<Row, Detail> {
  /** Null until it was read. */
  readonly all: ShallowRef<readonly Row[] | null>;
  readonly rows: ComputedRef<readonly Row[]>;
  readonly chosenId: ComputedRef<string | null>;
  readonly page: ObjectPage<Detail>;
  readonly panelAge: ComputedRef<PanelAge>;
  readonly isOpening: ShallowRef<boolean>;
  choose(id: string): void;
}

const REFRESH_MS = 5_000;

/** Reads the list again when the board of enforcement changes; `read` answers null when it could not, `isShown` filters what stands in it. */
export function useEnforcementList<Row extends { readonly id: string }, Detail extends ObjectDetail>(
  path: string, read: () => Promise<readonly Row[] | null>, isShown: (row: Row) => boolean = () => true,
): EnforcementList<Row, Detail> {
  const { board, at, isLost } = useBoard<EnforcementBoard>('enforcement');
  const all: ShallowRef<readonly Row[] | null> = shallowRef(null);
  const isOpening = shallowRef(false);
  const rows = computed(() => (all.value ?? []).filter(isShown));
  const chosen = useChosen(() => rows.value.map(({ id }) => id));
  const page = useObject<Detail>(path, () => chosen.id.value, () => board.value);

  watch(board, async () => { all.value = (await read()) ?? all.value; }, { immediate: true });

  return {
    all, rows, page, isOpening, chosenId: chosen.id, panelAge: usePanelAge(() => ({ at: at.value, isLost: isLost.value, refreshMs: REFRESH_MS })),
    choose(id) {
      isOpening.value = false;
      chosen.choose(id);
    },
  };
}
