export { AppraisalBook } from './appraisal-book.ts';
export { caseFacts, evolveFacts } from './evolve-facts.ts';
export type { CaseFacts, OrderFact, Pause, StepFact, StepKind, TaskFact } from './case-facts.ts';
export { countCase } from './count-case.ts';
export type { CountingContext, CountingSettings, Entry } from './entry.ts';
export { INDICATOR_IDS, bandOf, isStanding, measureOf } from './indicator.ts';
export type { Band, Bands, Indicator, IndicatorId, Interval, Measure } from './indicator.ts';
export { isRepeatOf, measureAll, shareOf, sharesOf } from './measure.ts';
export type { Share } from './measure.ts';
export { PERIOD_KINDS, isWithin, periodAt, periodBefore } from './period.ts';
export type { Period, PeriodKind } from './period.ts';
export { POSTS, SUBJECT_KINDS, areasOf, postOf, postsIn, readPost, subjectKey, townOf } from './subject.ts';
export type { Post, Subject, SubjectKind } from './subject.ts';
export { Sums } from './sums.ts';
export type { Sum } from './sums.ts';
export { figureOf, median, percentile } from './figure.ts';
export type { Figure } from './figure.ts';
export { letterOf, scoreTerms } from './composite.ts';
export type { AppraisalWeights, Composite, Dimension, Reading, Score, ScoreStep, Term, TermScore } from './composite.ts';
export { rank } from './ranking.ts';
export type { Contender, Placed } from './ranking.ts';
export { RIGHT_USE_ACTIONS, STATION_RIGHTS, allowedRightUse, decideRightUse, evolveRightUse, holdsRight, useRight } from './right-use.ts';
export type { RightUse, RightUseAction, RightUseCommand, RightUseEvent, RightUseFacts, RightUsePayload, RightUseState, StationRight } from './right-use.ts';
export type {
  AppraisalBoard, AppraisalView, CountedCase, CountedCases, CountedThing, DimensionScore, EditionNote, IndicatorFigure, NamedSubject, NoValue, RankedRow, RankingView, RightUseItem,
  RosterBody, RosterPerson, RosterView, ScoreView, TrendPoint,
} from './appraisal-views.ts';
