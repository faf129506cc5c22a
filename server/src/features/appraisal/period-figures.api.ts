import type { Indicator, IndicatorFigure, IndicatorId, Period, Subject } from '@wangge/shared/appraisal';

/** A figure of the appraisal with the edition of the table that defines it. */
export interface PeriodFigure extends IndicatorFigure {
  readonly edition: string;
  /** False: 默认值, not confirmed by the county. */
  readonly isConfirmed: boolean;
}

/** The figures of the appraisal (考评) for whoever prints them: the very numbers its pages show. */
export interface PeriodFigures {
  /** One figure of an area in a period as of `now`; null for an indicator the table does not have. The empty code is all. */
  read(indicator: IndicatorId, areaCode: string, period: Period, now: number): PeriodFigure | null;
  /** The indicators an area has, as the table in force at the end of the period, or now, names them. */
  offered(period: Period, now: number): readonly Pick<Indicator, 'id' | 'name' | 'formula' | 'note'>[];
}

/** What the figures are read off. */
interface Reader {
  figureOf(indicator: IndicatorId, subject: Subject, period: Period, now: number): PeriodFigure | null;
  offered(kind: Subject['kind'], period: Period, now: number): readonly Pick<Indicator, 'id' | 'name' | 'formula' | 'note'>[];
}

export function periodFigures(reader: Reader): PeriodFigures {
  return {
    read: (indicator, areaCode, period, now) => reader.figureOf(indicator, { kind: 'area', id: areaCode }, period, now),
    offered: (period, now) => reader.offered('area', period, now),
  };
}
