import type { LineString, Polygon } from '../geo/index.ts';
import type { Unit } from '../district/index.ts';

/** What a fence (电子围栏) is for: 禁入, 作业范围, 重点关注, 限速, and 巡查路线, which is a line. */
export const FENCE_KINDS = ['keep-out', 'keep-in', 'watch', 'slow', 'route'] as const;
export type FenceKind = (typeof FENCE_KINDS)[number];

/** What a fence may tell of a unit: 进入, 离开, 停留超时, of a route 偏离路线. */
export const FENCE_HAPPENINGS = ['enter', 'leave', 'stay', 'off-route'] as const;
export type FenceHappening = (typeof FENCE_HAPPENINGS)[number];

/** Hours of the day in Asia/Shanghai (HH:MM), `to` exclusive; they may go over midnight. */
export interface DayHours {
  readonly from: string;
  readonly to: string;
}

/** What is told of whom, and when. */
export interface FenceWatch {
  readonly tells: readonly FenceHappening[];
  /** Of `stay`: how long; of `off-route`: how far from the line, and for how long. */
  readonly stayMs: number | null;
  readonly offM: number | null;
  readonly offMs: number | null;
  /** Kinds of units, names of squads, names or plates of vehicles; a unit is meant when each list that is not empty names it. */
  readonly unitKinds: readonly Unit['kind'][];
  readonly squads: readonly string[];
  readonly units: readonly string[];
  /** Empty for the whole day. */
  readonly hours: readonly DayHours[];
  /** Whether what it tells is an alarm (告警), by the rules of takeover. */
  readonly isAlarm: boolean;
}

/** One fence of an edition: an area or a route of the map with its name, from its first day up to its last (Asia/Shanghai, YYYY-MM-DD); null for no end. */
export interface Fence {
  readonly id: string;
  readonly name: string;
  readonly kind: FenceKind;
  /** Township or village it belongs to. */
  readonly areaCode: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly shape: Polygon | LineString;
  /** Null where it is drawn and tells nothing. */
  readonly watch: FenceWatch | null;
}

/** A fence as maps draw it. */
export type DrawnFence = Omit<Fence, 'watch'>;

/** The fences in force on a day: those that have begun and not ended. */
export function fencesOn(fences: readonly Fence[], day: string): readonly Fence[] {
  return fences.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil));
}
