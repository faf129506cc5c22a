import type { Fence } from '@wangge/shared/district-map';
import { labelPoint, type FeatureCollection, type Polygon } from '@wangge/shared/geo';
import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MapView } from '../../map/map-view.ts';
import type { MapLabel } from '../../map/scene.ts';
import { useBoard } from '../boards/boards.store.ts';

/** Draws the fences in force today (电子围栏) where they are asked for; answers their names, each with what it is for. */
export function useFences(view: Ref<MapView | null>, isShown: () => boolean): ComputedRef<readonly MapLabel[]> {
  const { t } = useI18n();
  const { board } = useBoard<readonly Fence[]>('fences');
  const shown = computed(() => (isShown() ? board.value ?? [] : []));
  const shapes = computed((): FeatureCollection<Polygon, { readonly kind: string }> => ({
    type: 'FeatureCollection', features: shown.value.map(({ kind, area }) => ({ type: 'Feature', geometry: area, properties: { kind } })),
  }));
  watch([view, shapes], ([map, next]) => map?.base.setShapes('fences', next), { immediate: true });
  return computed(() => shown.value.map(({ id, name, kind, area }): MapLabel => ({
    key: `fence ${id}`, kind: 'fence', anchor: { spots: [labelPoint(area)] }, runs: [{ text: name, tone: 'plain' }, { text: t(`map.fence.${kind}`), tone: 'strong' }],
  })));
}
