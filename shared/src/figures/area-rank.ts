import { isInArea } from '../access/index.ts';
import type { Town } from '../district/index.ts';
import type { Figures, RateFigure } from './figures.ts';
import { onTimeRate, type RateShown } from './rate.ts';

/** A village's or township's place among the others; `rank` is null when too little was due to compare. */
export interface AreaStanding {
  readonly areaCode: string;
  readonly rank: number | null;
  readonly rate: RateShown;
  readonly closedOnTime: number;
  readonly due: number;
}

/** The rates to be ranked: of the townships where there are several, else of the villages. */
function ratesOf({ villages }: Pick<Figures, 'villages'>, towns: readonly Town[]): { readonly areaCode: string; readonly month: RateFigure }[] {
  if (towns.length <= 1) return villages.map(({ villageCode, month }) => ({ areaCode: villageCode, month }));
  return towns.map(({ code }) => {
    const own = villages.filter(({ villageCode }) => isInArea(villageCode, code)).map(({ month }) => month);
    const sum = (of: keyof RateFigure): number => own.reduce((total, rate) => total + rate[of], 0);
    return { areaCode: code, month: { closed: sum('closed'), closedOnTime: sum('closedOnTime'), due: sum('due') } };
  });
}

/** Villages, or the townships of a county, by 按期结案率, the best first; equal rates share a rank and stand by how much they handled; those with too few follow without one. */
export function rankAreas(figures: Pick<Figures, 'villages'>, towns: readonly Town[]): AreaStanding[] {
  const standings = ratesOf(figures, towns).map(({ areaCode, month }) => ({ areaCode, rate: onTimeRate(month), closedOnTime: month.closedOnTime, due: month.due }));
  const isRanked = ({ rate }: { rate: RateShown }): boolean => rate.percent !== null && !rate.isFew;
  const ranked = standings.filter(isRanked).sort((a, b) => (b.rate.percent ?? 0) - (a.rate.percent ?? 0) || b.due - a.due || (a.areaCode < b.areaCode ? -1 : 1));
  const rest = standings.filter((standing) => !isRanked(standing)).sort((a, b) => b.due - a.due || (a.areaCode < b.areaCode ? -1 : 1));
  return [
    ...ranked.map((standing) => ({ ...standing, rank: ranked.findIndex(({ rate }) => rate.percent === standing.rate.percent) + 1 })),
    ...rest.map((standing) => ({ ...standing, rank: null })),
  ];
}
