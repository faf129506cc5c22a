import type { Lamp } from '../calendar/index.ts';
import type { FrozenMap } from './frozen-map.ts';

/** 简报种类: of a moment somebody chose, or the report of a day, a week or a month. */
export const BRIEFING_KINDS = ['moment', 'day', 'week', 'month'] as const;
export type BriefingKind = (typeof BRIEFING_KINDS)[number];

/**
 * One number as it stood. `text` is how it is read everywhere it is printed, `value` the same as a number; both say 「—」 (null) where there
 * was nothing to divide by. `numerator` and `denominator` are null for a plain count. `before`: the same of the time before, named.
 * `definition` 口径, `source` whose count it is, `asOf` epoch ms.
 */
export interface FrozenFigure {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly text: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isFew: boolean;
  readonly target: number | null;
  readonly before: { readonly name: string; readonly text: string; readonly value: number | null } | null;
  readonly definition: string;
  readonly source: string;
  readonly asOf: number;
}

/** A case as it stood: words, not codes. `lamp` is null for one that is over; what is masked stays masked. */
export interface FrozenCase {
  readonly id: string;
  readonly no: string;
  readonly matter: string;
  readonly place: string;
  readonly address: string;
  readonly unit: string;
  readonly state: string;
  readonly urgency: 'normal' | 'urgent' | 'critical';
  readonly lamp: Lamp | null;
  readonly reportedAt: number;
  readonly dueAt: number | null;
  readonly description: string;
  readonly reporter: string;
  readonly phone: string;
}

/** One place of a ranking; `rank` is null where too little was due to compare. */
export interface FrozenPlace {
  readonly rank: number | null;
  readonly name: string;
  readonly text: string;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly isFew: boolean;
}

export interface FrozenRanking {
  readonly title: string;
  readonly definition: string;
  readonly source: string;
  readonly target: number;
  readonly rows: readonly FrozenPlace[];
}

/** Two series over time: bars and a line. `at`: where each step begins, epoch ms. */
export interface FrozenTrend {
  readonly title: string;
  readonly step: 'hour' | 'day';
  readonly bars: string;
  readonly line: string;
  readonly definition: string;
  readonly source: string;
  readonly points: readonly { readonly at: number; readonly bar: number; readonly line: number }[];
}

/** 红黄绿灯 of the open cases at the moment. */
export interface FrozenLamps {
  readonly open: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly paused: number;
}

/** A picture that was handed in with it: a stored PNG, known by the hash of its bytes. */
export interface FrozenPicture {
  readonly id: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

/** A paragraph that somebody wrote. */
export interface BriefingNote {
  readonly title: string;
  readonly text: string;
}

/** 简报 as data: everything that its pages show, frozen once and never counted again. Times are epoch ms. */
export interface BriefingContent {
  readonly kind: BriefingKind;
  readonly title: string;
  readonly area: { readonly code: string; readonly name: string; readonly room: string };
  readonly period: { readonly key: string; readonly startAt: number; readonly endAt: number };
  /** The moment of all figures. */
  readonly asOf: number;
  /** 演示数据: each page says so. */
  readonly isDemo: boolean;
  readonly figures: readonly FrozenFigure[];
  readonly lamps: FrozenLamps;
  readonly trend: FrozenTrend;
  readonly ranking: FrozenRanking;
  readonly cases: readonly FrozenCase[];
  readonly notes: readonly BriefingNote[];
  /** Null where it was left out. */
  readonly map: FrozenMap | null;
  readonly picture: FrozenPicture | null;
  /** Why personal data is shown in the clear; null where it is masked. */
  readonly unmaskedFor: string | null;
}
