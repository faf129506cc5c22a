import type { TeamId } from '../base/index.ts';

/** Why a team stands where it stands. Codes; the surface makes the sentence. */
export type ReasonCode = 'capable' | 'lead-department' | 'nearest' | 'idle' | 'equipment' | 'in-village' | 'busy' | 'stale-fix' | 'no-fix' | 'off-duty' | 'not-capable' | 'slower' | 'supports-only';

export interface Reason {
  readonly code: ReasonCode;
  readonly text?: string;
  readonly value?: number;
}

export interface Candidate {
  readonly teamId: TeamId;
  readonly rank: number;
  readonly etaMs: number;
  readonly distanceM: number;
  /** True when no road led there and the straight line was taken instead. */
  readonly isEstimate: boolean;
  readonly route: readonly (readonly [number, number])[];
  /** 手头件: open orders it has. */
  readonly load: number;
  readonly fixAgeMs: number;
  readonly reasons: readonly Reason[];
}

/** 推荐力量: the best three and why, and who was passed over and why. */
export interface Recommendation {
  readonly caseRevision: number;
  readonly at: number;
  readonly candidates: readonly Candidate[];
  readonly passedOver: readonly { readonly teamId: TeamId; readonly reason: Reason }[];
}
