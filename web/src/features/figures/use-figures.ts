import { storeToRefs } from 'pinia';
import type { ComputedRef, Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Figures } from '@wangge/shared/figures';
import { usePanelAge, type PanelAge } from '../../ui/use-panel-age.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useFiguresStore } from './figures.store.ts';

/** Figures are counted anew each second; a tile waits a few before it calls itself old. */
const REFRESH_MS = 5_000;

/** What every tile of figures shows: the figures, how old they are, and a count in words when there is none. */
export interface FiguresShown {
  readonly figures: Ref<Figures | null>;
  readonly panelAge: ComputedRef<PanelAge>;
  shown(count: number | undefined): string;
}

export function useFigures(): FiguresShown {
  const { t } = useI18n();
  const { figures } = storeToRefs(useFiguresStore());
  const link = useLinkStatusStore();
  const panelAge = usePanelAge(() => ({ at: figures.value?.at ?? null, isLost: link.isLost, refreshMs: REFRESH_MS }));
  return { figures, panelAge, shown: (count) => (count === undefined ? t('wall.none') : String(count)) };
}
