import { MINUTE_MS } from '@wangge/shared/base';
import type { DrawnFence } from '@wangge/shared/district-map';
import { isLateFenceEvent, type FenceEventBoard } from '@wangge/shared/fence';
import { lineLengthM, labelPoint, pointAlong, type FeatureCollection, type LineString, type LngLat, type Polygon } from '@wangge/shared/geo';
import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MapView } from '../../map/map-view.ts';
import type { MapLabel } from '../../map/scene.ts';
import { useNow } from '../../ui/use-now.ts';
import { useBoard, useBoardWhile } from '../boards/boards.store.ts';
import type { StageWish } from './stage-wish.ts';

/** How long the map says what a fence told, and of how many. */
const NEWS_MS = 15 * MINUTE_MS;
const MOST_NEWS = 6;

/** Where the name of a fence is written: inside an area, half way down a route. */
function nameSpot(shape: Polygon | LineString): LngLat {
  return shape.type === 'Polygon' ? labelPoint(shape) : pointAlong(shape.coordinates, lineLengthM(shape.coordinates) / 2).lngLat;
}

/** Draws the fences in force today (电子围栏) where they are asked for, the chosen one strongest; answers their names, each with what it is for, and what they told just now where that may be known (`isTold`). */
export function useFences(view: Ref<MapView | null>, wish: () => Pick<StageWish, 'shows' | 'chosenFenceId'>, isTold: () => boolean): ComputedRef<readonly MapLabel[]> {
  const { t } = useI18n();
  const { board } = useBoard<readonly DrawnFence[]>('fences');
  const isShown = (): boolean => wish().shows.fences;
  const shown = computed(() => (isShown() ? board.value ?? [] : []));
  const chosenId = computed(() => wish().chosenFenceId ?? null);
  const shapes = computed((): FeatureCollection<Polygon | LineString, { readonly isChosen: boolean }> => ({
    type: 'FeatureCollection', features: shown.value.map(({ id, shape }) => ({ type: 'Feature', geometry: shape, properties: { isChosen: id === chosenId.value } })),
  }));
  watch([view, shapes], ([map, next]) => map?.base.setShapes('fences', next), { immediate: true });
  const now = useNow();
  const told = useBoardWhile<FenceEventBoard>('fence-events', () => isShown() && isTold());
  const news = computed(() => (told.value?.events ?? []).filter((event) => event.at > now.value - NEWS_MS && !isLateFenceEvent(event)).slice(0, MOST_NEWS));
  const newsLabels = computed(() => news.value.map(({ id, happening, unitName, lngLat }): MapLabel => ({
    key: `fence-event ${id}`, kind: 'fence', anchor: { spots: [lngLat] }, runs: [{ text: t(`fences.short.${happening}`, { unit: unitName }), tone: 'strong' }],
  })));
  const names = computed(() => shown.value.map(({ id, name, kind, shape }): MapLabel => ({
    key: `fence ${id}`, kind: 'fence', anchor: { spots: [nameSpot(shape)] }, runs: [{ text: name, tone: 'plain' }, { text: t(`map.fence.${kind}`), tone: 'strong' }],
  })));
  return computed(() => [...newsLabels.value, ...names.value]);
}
