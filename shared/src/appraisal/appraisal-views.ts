import type { Score } from './composite.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import type { Period } from './period.ts';
import type { Placed } from './ranking.ts';
import type { RightUse, RightUseAction, StationRight } from './right-use.ts';
import type { Subject } from './subject.ts';
import type { Sum } from './sums.ts';

/** Why a figure has no value: nobody records it yet, it tells of now only, or there was nothing to divide by. */
export type NoValue = 'no-source' | 'now-only' | 'no-cases';

export interface IndicatorFigure {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly why: NoValue | null;
}

/** A subject with the name people know it by. */
export interface NamedSubject extends Subject {
  readonly name: string;
}

/** Which editions the figures and scores rest on; not confirmed: 默认值. */
export interface EditionNote {
  readonly indicators: string;
  readonly weights: string;
  readonly isConfirmed: boolean;
}

export interface DimensionScore {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly score: Score;
}

export interface ScoreView {
  readonly name: string;
  readonly score: Score;
  readonly letter: string | null;
}

/** Everything about one subject in one period. */
export interface AppraisalView {
  readonly subject: NamedSubject;
  readonly period: Period;
  readonly asOf: number;
  readonly edition: EditionNote;
  readonly composite: ScoreView | null;
  readonly dimensions: readonly DimensionScore[];
  readonly figures: readonly IndicatorFigure[];
}

/** One case that a figure counts, with what it adds. */
export interface CountedCase {
  readonly id: string;
  readonly no: string;
  readonly matter: string;
  readonly villageCode: string;
  readonly state: string;
  readonly reportedAt: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** One thing that is no case and that a figure counts: a duty of a grid in one period (巡查), a day on duty (在岗). `what` names the duty or the person; `doneAt`: null where it was not done. */
export interface CountedThing extends Sum {
  readonly id: string;
  readonly gridCode: string;
  readonly place: string;
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly doneAt: number | null;
}

/** What is behind a figure, cases or other things: `total` in all, whose parts add up to `numerator` and `denominator`; `hidden` of them lie outside the reader's sight. */
export interface CountedCases {
  readonly indicator: Indicator;
  readonly subject: NamedSubject;
  readonly period: Period;
  readonly asOf: number;
  readonly total: number;
  readonly hidden: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly cases: readonly CountedCase[];
  /** Those not done first, then the newest. */
  readonly things: readonly CountedThing[];
}

export interface RankedRow extends Placed {
  readonly name: string;
  readonly letter: string | null;
}

export interface RankingView {
  readonly name: string;
  readonly period: Period;
  readonly asOf: number;
  readonly edition: EditionNote;
  /** 口径: the terms and weights all ranked ones share. */
  readonly terms: readonly { readonly indicator: string; readonly name: string; readonly weight: number }[];
  readonly rows: readonly RankedRow[];
}

/** 考评看板: the month of an area for the wall. */
export interface AppraisalBoard {
  readonly area: string;
  readonly monthAt: number;
  readonly isConfirmed: boolean;
  readonly score: number | null;
  readonly letter: string | null;
  readonly dimensions: readonly { readonly id: string; readonly name: string; readonly score: number | null }[];
  readonly league: {
    readonly kind: 'town' | 'department';
    readonly total: number;
    readonly rows: readonly { readonly id: string; readonly name: string; readonly place: number | null; readonly score: number | null; readonly letter: string | null }[];
  };
  readonly worst: readonly { readonly id: string; readonly name: string; readonly value: number; readonly unit: string; readonly band: 'yellow' | 'red' }[];
}

/** 双锁定: one person stationed with the township, locked to the post and to the place. */
export interface RosterPerson {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly areaCode: string;
  readonly score: number | null;
  readonly letter: string | null;
  readonly n: number;
}

export interface RosterBody {
  /** The township it is locked to. */
  readonly areaCode: string;
  readonly departmentId: string;
  readonly department: string;
  readonly homeUnit: string;
  readonly posts: number;
  readonly postLockedSince: string;
  readonly personLockedSince: string;
  readonly personLockedUntil: string | null;
  readonly documentNo: string;
  readonly people: readonly RosterPerson[];
}

export interface RosterView {
  readonly version: string;
  readonly isConfirmed: boolean;
  readonly bodies: readonly RosterBody[];
  /** Rights the reader may use. */
  readonly rights: readonly StationRight[];
}

export interface RightUseItem {
  readonly use: RightUse;
  readonly personName: string | null;
  readonly departmentName: string;
  readonly allowed: readonly RightUseAction[];
}

export interface TrendPoint {
  readonly period: Period;
  readonly figure: Figure;
}
