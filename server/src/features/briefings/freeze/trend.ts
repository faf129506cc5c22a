import { periodAt, type IndicatorId, type Period } from '@wangge/shared/appraisal';
import { DAY_MS } from '@wangge/shared/base';
import type { BriefingKind, FrozenTrend } from '@wangge/shared/briefing';
import { FIGURE_WORDS, type Figures } from '@wangge/shared/figures';
import type { PeriodFigures } from '../../appraisal/period-figures.api.ts';

const FILED = 'I11';
const CLOSED = 'I20';

/** The trend of a briefing: the 24 hours of the wall, or the days of the report's week or month so far. */
export function freezeTrend(kind: BriefingKind, live: Figures, figures: PeriodFigures, areaCode: string, period: Period): FrozenTrend {
  if (kind === 'moment' || kind === 'day') {
    return {
      title: '24 小时趋势', step: 'hour', bars: '上报', line: '办结', source: '案件实时统计', definition: `每小时登记的案件（上报）和结案的案件（办结）。${FIGURE_WORDS['reported-today'].rule}`,
      points: live.trend.map(({ hourAt, reported, closed }) => ({ at: hourAt, bar: reported, line: closed })),
    };
  }
  const count = (id: IndicatorId, day: Period): number => figures.read(id, areaCode, day, live.at)?.figure.numerator ?? 0;
  const days = Math.ceil((Math.min(period.endAt, live.at) - period.startAt) / DAY_MS);
  const edition = figures.read(FILED, areaCode, period, live.at)?.edition ?? '';
  return {
    title: '逐日趋势', step: 'day', bars: '立案', line: '结案', source: `考评指标表 ${edition}`, definition: '每日立案的件数和结案的件数，按事情发生之日归期。',
    points: Array.from({ length: Math.max(0, days) }, (_, i) => {
      const day = periodAt('day', period.startAt + i * DAY_MS);
      return { at: day.startAt, bar: count(FILED, day), line: count(CLOSED, day) };
    }),
  };
}
