import type { TimeLimit } from '../calendar/index.ts';

/** How fast a call must be met: 紧急, 重大, 日常. */
export const CALL_URGENCIES = ['emergency', 'major', 'routine'] as const;
export type CallUrgency = (typeof CALL_URGENCIES)[number];

/** Limits of one urgency, all from the instant of the call: 响应, 到场, 方案, 办结. Null: none. */
export interface CallLimits {
  readonly respond: TimeLimit;
  readonly arrive: TimeLimit | null;
  readonly plan: TimeLimit | null;
  readonly finish: TimeLimit | null;
}

/** What a county sets about calls. Outside the band of the whistle rate (吹哨率, percent) a township is warned. */
export interface CallSettings {
  readonly urgencies: Readonly<Record<CallUrgency, CallLimits>>;
  readonly whistleRate: { readonly lowPercent: number; readonly highPercent: number };
  /** Groups of case types that are disputes and climb tier by tier. */
  readonly disputeGroups: readonly string[];
}
