import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { isInArea } from '@wangge/shared/access';
import { rankAreas, type AreaStanding } from '@wangge/shared/figures';
import { titleOf, useAreaInView } from '../../ui/area-in-view.ts';
import { axisFloor } from '../../ui/format.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useFiguresStore } from './figures.store.ts';

export interface AreaRow extends AreaStanding {
  readonly name: string;
  readonly value: string;
  readonly tone: 'us' | 'bar';
}

export interface AreaRank {
  readonly title: ComputedRef<string>;
  readonly rows: ComputedRef<readonly AreaRow[]>;
  readonly target: ComputedRef<number>;
  /** Where the cut axis begins. */
  readonly from: ComputedRef<number>;
  readonly isEmpty: ComputedRef<boolean>;
}

const AXIS_STEPS = [88, 80, 60, 40, 0];

/** 村社排名, for a county 镇街排名 until one goes into a township, with names. Below the target is white, at or above it the tone of bars: never red. */
export function useAreaRank(): AreaRank {
  const { t } = useI18n();
  const store = useFiguresStore();
  const district = useDistrictStore();
  const inView = useAreaInView();
  const town = computed(() => (inView.value?.level === 'town' ? inView.value : null));
  const towns = computed(() => (town.value === null ? district.district?.towns ?? [] : []));
  const standings = computed(() => (store.figures ? rankAreas({ villages: store.figures.villages.filter(({ villageCode }) => isInArea(villageCode, town.value?.code ?? '')) }, towns.value) : []));
  const target = computed(() => store.figures?.targetRate ?? 95);
  const rows = computed(() => standings.value.map((standing): AreaRow => ({
    ...standing,
    name: district.townNames.get(standing.areaCode) ?? district.villageShortNames.get(standing.areaCode) ?? standing.areaCode,
    value: standing.rate.isFew ? t('wall.few') : standing.rate.text,
    tone: standing.rate.percent !== null && standing.rate.percent < target.value ? 'us' : 'bar',
  })));
  const from = computed(() => axisFloor([target.value, ...standings.value.map(({ rate }) => rate.percent)], AXIS_STEPS));
  const title = computed(() => titleOf(t(towns.value.length > 1 ? 'wall.rank.townTitle' : 'wall.rank.title'), town.value));
  return { title, rows, target, from, isEmpty: computed(() => store.figures !== null && standings.value.every(({ due }) => due === 0)) };
}
