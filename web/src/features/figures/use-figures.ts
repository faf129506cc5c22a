import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Figures } from '@wangge/shared/figures';
import { titleOf, useAreaInView } from '../../ui/area-in-view.ts';
import { usePanelAge, type PanelAge } from '../../ui/use-panel-age.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useAreaFiguresStore } from './area-figures.store.ts';
import { useFiguresStore } from './figures.store.ts';

/** Figures are counted anew each second; a tile waits a few before it calls itself old. */
const REFRESH_MS = 5_000;

/** What every tile of figures shows: the figures, how old they are, and a count in words when there is none. */
export interface FiguresShown {
  readonly figures: ComputedRef<Figures | null>;
  readonly panelAge: ComputedRef<PanelAge>;
  /** The code of the area the figures are of; null for the whole district. */
  readonly areaCode: ComputedRef<string | null>;
  /** The tile's title with that area's name. */
  titled(title: string): string;
  shown(count: number | undefined): string;
}

/** `hasRates`: the tile shows rates, for which a grid has too few cases (MP2): there it keeps those of the whole. */
export function useFigures({ hasRates = false }: { readonly hasRates?: boolean } = {}): FiguresShown {
  const { t } = useI18n();
  const whole = useFiguresStore();
  const narrow = useAreaFiguresStore();
  const inView = useAreaInView();
  /** Until its figures have come, and where it has none, the tile is not yet about that area. */
  const area = computed(() => (inView.value !== null && narrow.figures?.code === inView.value.code && !(hasRates && inView.value.level === 'grid') ? inView.value : null));
  const figures = computed(() => (area.value === null ? whole.figures : narrow.figures?.figures ?? null));
  const link = useLinkStatusStore();
  const panelAge = usePanelAge(() => ({ at: figures.value?.at ?? null, isLost: link.isLost, refreshMs: REFRESH_MS }));
  return { figures, panelAge, areaCode: computed(() => area.value?.code ?? null), titled: (title) => titleOf(title, area.value), shown: (count) => (count === undefined ? t('wall.none') : String(count)) };
}
