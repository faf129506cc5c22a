import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { axisFloor } from '../../ui/format.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useFiguresStore } from './figures.store.ts';
import { rankVillages, type VillageStanding } from './village-rank.ts';

export interface VillageRow extends VillageStanding {
  readonly name: string;
  readonly value: string;
  readonly tone: 'us' | 'bar';
}

export interface VillageRank {
  readonly rows: ComputedRef<readonly VillageRow[]>;
  readonly target: ComputedRef<number>;
  /** Where the cut axis begins. */
  readonly from: ComputedRef<number>;
  readonly isEmpty: ComputedRef<boolean>;
}

const AXIS_STEPS = [88, 80, 60, 40, 0];

/** 村社排名 with names. Below the target is white, at or above it the tone of bars: never red. */
export function useVillageRank(): VillageRank {
  const { t } = useI18n();
  const store = useFiguresStore();
  const district = useDistrictStore();
  const standings = computed(() => (store.figures ? rankVillages(store.figures) : []));
  const target = computed(() => store.figures?.targetRate ?? 95);
  const rows = computed(() => standings.value.map((standing): VillageRow => ({
    ...standing,
    name: district.villageShortNames.get(standing.villageCode) ?? standing.villageCode,
    value: standing.rate.isFew ? t('wall.few') : standing.rate.text,
    tone: standing.rate.percent !== null && standing.rate.percent < target.value ? 'us' : 'bar',
  })));
  const from = computed(() => axisFloor([target.value, ...standings.value.map(({ rate }) => rate.percent)], AXIS_STEPS));
  return { rows, target, from, isEmpty: computed(() => store.figures !== null && standings.value.every(({ due }) => due === 0)) };
}
