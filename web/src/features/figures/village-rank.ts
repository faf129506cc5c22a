import type { Figures } from '@wangge/shared/figures';
import { onTimeRate, type RateShown } from '../../ui/format.ts';

/** A village's place among the others; `rank` is null when too little was due to compare. */
export interface VillageStanding {
  readonly villageCode: string;
  readonly rank: number | null;
  readonly rate: RateShown;
  readonly closedOnTime: number;
  readonly due: number;
}

/** Villages by 按期结案率, the best first; equal rates share a rank and stand by how much they handled; those with too few follow without one. */
export function rankVillages({ villages }: Figures): VillageStanding[] {
  const standings = villages.map(({ villageCode, month }) => ({ villageCode, rate: onTimeRate(month), closedOnTime: month.closedOnTime, due: month.due }));
  const isRanked = ({ rate }: { rate: RateShown }): boolean => rate.percent !== null && !rate.isFew;
  const ranked = standings.filter(isRanked).sort((a, b) => (b.rate.percent ?? 0) - (a.rate.percent ?? 0) || b.due - a.due || (a.villageCode < b.villageCode ? -1 : 1));
  const rest = standings.filter((standing) => !isRanked(standing)).sort((a, b) => b.due - a.due || (a.villageCode < b.villageCode ? -1 : 1));
  return [
    ...ranked.map((standing) => ({ ...standing, rank: ranked.findIndex(({ rate }) => rate.percent === standing.rate.percent) + 1 })),
    ...rest.map((standing) => ({ ...standing, rank: null })),
  ];
}
