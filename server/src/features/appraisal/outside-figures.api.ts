import type { CountedThing, IndicatorId, Period, Subject, Sum } from '@wangge/shared/appraisal';

/** Exactly what an outside figure counts: cases, or things that are no cases; their parts add up to it. */
export interface OutsideParts {
  readonly cases: readonly (Sum & { readonly caseId: string })[];
  readonly things: readonly CountedThing[];
}

/** What a feature other than the case counts for an indicator. What is behind it is asked for only when somebody opens it. */
export interface OutsideSum extends Sum {
  behind(): OutsideParts;
}

/** Indicators whose facts another feature keeps (calls, patrols). Null: it has none for this subject. */
export interface OutsideFigures {
  readonly indicators: readonly IndicatorId[];
  read(indicator: IndicatorId, subject: Subject, period: Period, asOf: number): OutsideSum | null;
}
