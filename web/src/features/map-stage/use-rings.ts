import type { FeatureCollection, LngLat, MultiPolygon } from '@wangge/shared/geo';
import type { ArrivalAnswer } from '@wangge/shared/roads';
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { callRest } from '../../link/rest.ts';
import type { MapView } from '../../map/map-view.ts';
import type { MapLabel } from '../../map/scene.ts';
import { ringScene } from './rings.layer.ts';

/** What the foot of a map says of arrival rings: none asked for, drawn for these minutes, or none because no road reaches the place. */
export type RingsTold = { readonly kind: 'none' } | { readonly kind: 'drawn'; readonly minutes: readonly number[] } | { readonly kind: 'no-road' };

export interface Rings {
  readonly labels: ComputedRef<readonly MapLabel[]>;
  readonly told: ComputedRef<RingsTold>;
}

const ASK_AGAIN_MS = 5_000;
/** The server understood and will not answer, however often it is asked. */
const FINAL = new Set([400, 403, 422]);
const NOTHING: FeatureCollection<MultiPolygon, never> = { type: 'FeatureCollection', features: [] };

/** Draws how far around a place squads get in so many minutes (到达圈), as the server reckons it from the roads; nothing while no place is asked about or no answer came. */
export function useRings(view: Ref<MapView | null>, place: () => LngLat | null): Rings {
  const { t } = useI18n();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const known = shallowRef<{ readonly place: LngLat; readonly answer: ArrivalAnswer } | null>(null);

  async function ask(asked: string): Promise<void> {
    const [lng, lat] = JSON.parse(asked) as LngLat;
    const answer = await callRest<ArrivalAnswer>('GET', `/api/v1/arrival-rings?lng=${lng}&lat=${lat}`);
    if (JSON.stringify(place()) !== asked) return;
    if (answer.ok) known.value = { place: [lng, lat], answer: answer.value };
    else if (!FINAL.has(answer.status)) timer = setTimeout(() => void ask(asked), ASK_AGAIN_MS);
  }

  watch(() => JSON.stringify(place()), (asked) => {
    clearTimeout(timer);
    known.value = null;
    if (asked !== 'null') void ask(asked);
  }, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  const scene = computed(() => {
    if (known.value?.answer.kind !== 'rings') return null;
    return ringScene(known.value.answer.rings, known.value.place, (n) => t('map.rings.within', { n }));
  });
  watch([view, scene], ([map, next]) => map?.base.setShapes('rings', next?.shapes ?? NOTHING), { immediate: true });

  return {
    labels: computed(() => scene.value?.labels ?? []),
    told: computed((): RingsTold => {
      if (known.value === null) return { kind: 'none' };
      const { answer } = known.value;
      if (answer.kind === 'no-road') return answer;
      return answer.rings.length === 0 ? { kind: 'none' } : { kind: 'drawn', minutes: answer.rings.map(({ minutes }) => minutes).toSorted((a, b) => a - b) };
    }),
  };
}
