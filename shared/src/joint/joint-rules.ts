import type { TimeLimit } from '../calendar/index.ts';
import type { Urgency } from '../district/index.ts';

/** Settings of joint handling (联合处置) that a county edits; 默认值 until confirmed. */
export interface JointRules {
  /** How long a supporter has, by how fast the case must go. */
  readonly supportLimits: Readonly<Record<Urgency, TimeLimit>>;
  /** 扫码: how near a site somebody must be for the scan to count, metres. */
  readonly scanRadiusM: number;
}
