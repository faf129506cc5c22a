import type { IndicatorId, Period, Subject, Sum } from '@wangge/shared/appraisal';

/** What a feature other than the case counts for an indicator, with the cases behind it. */
export interface OutsideSum extends Sum {
  readonly cases: readonly (Sum & { readonly caseId: string })[];
}

/** Indicators whose facts another feature keeps (calls, patrols). Null: it has none for this subject. */
export interface OutsideFigures {
  readonly indicators: readonly IndicatorId[];
  read(indicator: IndicatorId, subject: Subject, period: Period, asOf: number): OutsideSum | null;
}
