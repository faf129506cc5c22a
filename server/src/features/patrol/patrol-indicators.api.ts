import { isInArea } from '@wangge/shared/access';
import type { CountedThing, IndicatorId, Period, Sum } from '@wangge/shared/appraisal';
import { MINUTE_MS } from '@wangge/shared/base';
import type { OwedInGrid } from '@wangge/shared/patrol';
import type { OutsideFigures } from '../appraisal/outside-figures.api.ts';
import { gridLabels } from './grid-labels.ts';
import { attendanceIn, coverageOfArea, type PatrolFiguresNeeds } from './owed-in-grids.ts';

/**
 * I48 网格员在线率: of the days on which a grid had a worker on duty, those on which a usable fix of theirs came in within the
 * hours. I49 巡查覆盖率: of the periods of duties that ran out, those fulfilled (PT8). Areas only; nothing is owed before the
 * first day on which anything was recorded. Sums are kept until something changes or a minute has passed.
 */
export function patrolIndicators(needs: PatrolFiguresNeeds): OutsideFigures {
  const { lists, visits, attendance } = needs;
  let stamp = '';
  let kept = new Map<string, Map<string, Sum>>();
  let editions = 0;
  lists.onPublished(() => void (editions += 1));

  function owedOf(indicator: IndicatorId, areaCode: string, { startAt, endAt }: Period, asOf: number): OwedInGrid[] {
    return (indicator === 'I48' ? attendanceIn : coverageOfArea)(needs, areaCode, { startAt, endAt, asOf });
  }

  function thingsOf(...asked: Parameters<typeof owedOf>): CountedThing[] {
    const labelOf = gridLabels(needs.district);
    return owedOf(...asked).map(({ isDone, ...thing }) => ({ ...thing, place: labelOf(thing.gridCode), numerator: isDone ? 1 : 0, denominator: 1 }));
  }

  function sumsOf(indicator: IndicatorId, period: Period, asOf: number): ReadonlyMap<string, Sum> {
    const now = `${visits.version()}|${attendance.version()}|${editions}|${Math.floor(asOf / MINUTE_MS)}`;
    if (now !== stamp) kept = new Map();
    stamp = now;
    const key = `${indicator}|${period.key}`;
    let sums = kept.get(key);
    if (!sums) {
      sums = new Map();
      for (const { gridCode, isDone } of owedOf(indicator, '', period, asOf)) {
        const { numerator, denominator } = sums.get(gridCode) ?? { numerator: 0, denominator: 0 };
        sums.set(gridCode, { numerator: numerator + (isDone ? 1 : 0), denominator: denominator + 1 });
      }
      kept.set(key, sums);
    }
    return sums;
  }

  return {
    indicators: ['I48', 'I49'],
    read(indicator, { kind, id }, period, asOf) {
      if (kind !== 'area') return null;
      let numerator = 0;
      let denominator = 0;
      for (const [gridCode, sum] of sumsOf(indicator, period, asOf)) {
        if (!isInArea(gridCode, id)) continue;
        numerator += sum.numerator;
        denominator += sum.denominator;
      }
      return { numerator, denominator, behind: () => ({ cases: [], things: thingsOf(indicator, id, period, asOf) }) };
    },
  };
}
