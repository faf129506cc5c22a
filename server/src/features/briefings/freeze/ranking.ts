import type { Period } from '@wangge/shared/appraisal';
import type { BriefingKind, FrozenRanking } from '@wangge/shared/briefing';
import type { District } from '@wangge/shared/district';
import { FIGURE_WORDS, rankAreas, type Figures, type VillageFigure } from '@wangge/shared/figures';
import type { PeriodFigures } from '../../appraisal/period-figures.api.ts';

/** What a ranking is made from. */
export interface RankingParts {
  readonly kind: BriefingKind;
  readonly seen: District;
  readonly live: Figures;
  readonly figures: PeriodFigures;
  readonly period: Period;
}

const ON_TIME = 'I21';

/** Villages with 按期结案率 of the period, as the appraisal counts it. */
function villagesIn({ seen, figures, period, live }: RankingParts): VillageFigure[] {
  return seen.villages.map(({ code }) => {
    const figure = figures.read(ON_TIME, code, period, live.at)?.figure;
    return { villageCode: code, open: 0, month: { closed: figure?.numerator ?? 0, closedOnTime: figure?.numerator ?? 0, due: figure?.denominator ?? 0 } };
  });
}

/** 村社 or 镇街 by 按期结案率: of the month so far as on the wall, or of the week or month of the report. */
export function freezeRanking(parts: RankingParts): FrozenRanking {
  const { kind, seen, live, figures, period } = parts;
  const isLive = kind === 'moment' || kind === 'day';
  const defined = isLive ? null : figures.read(ON_TIME, '', period, live.at);
  const hasTowns = seen.towns.length > 1;
  const names = new Map([...seen.towns.map(({ code, name }): [string, string] => [code, name]), ...seen.villages.map(({ code, shortName }): [string, string] => [code, shortName])]);
  const rows = rankAreas(isLive ? live : { villages: villagesIn(parts) }, seen.towns);
  return {
    title: `${hasTowns ? '镇街' : '村社'}排名`,
    definition: isLive ? `按本月按期结案率。${FIGURE_WORDS['month-closed-on-time'].rule}` : `按期结案率：${defined?.indicator.formula ?? ''}。${defined?.indicator.note ?? ''}`,
    source: isLive ? '案件实时统计' : `考评指标表 ${defined?.edition ?? ''}`, target: isLive ? live.targetRate : defined?.indicator.bands?.green.min ?? live.targetRate,
    rows: rows.map(({ areaCode, rank, rate, closedOnTime, due }) => ({
      rank, name: names.get(areaCode) ?? areaCode, text: rate.text, value: rate.percent === null ? null : Number(rate.text), numerator: closedOnTime, denominator: due, isFew: rate.isFew,
    })),
  };
}
