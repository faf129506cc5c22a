import type { CaseId, DepartmentId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { CallUrgency } from './call-limits.ts';

/** 层级: who holds a matter, from below. 网格, 村社, 乡镇, 县. */
export const TIERS = ['grid', 'village', 'township', 'county'] as const;
export type Tier = (typeof TIERS)[number];

/** The tier that the one below calls; undefined above the county. */
export function tierAbove(tier: Tier): Tier | undefined {
  return TIERS[TIERS.indexOf(tier) + 1];
}

/** Why one may call (两呼): 研究后确需, 应急. */
export const GROUNDS = ['beyond-power', 'emergency'] as const;
export type Ground = (typeof GROUNDS)[number];

/** States of a call. 拟稿, 待响应, 已响应, 办理中 (arrived or plan given), 已办结, 已评价, 已退回, 已撤回. */
export const CALL_STATES = ['drafted', 'called', 'answered', 'responding', 'finished', 'rated', 'returned', 'withdrawn'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** Whether the called tier still owes an answer or a result. */
export function isRunningCall(state: CallState): boolean {
  return state === 'called' || state === 'answered' || state === 'responding';
}

/** Something a lower tier tried before it called. `how`: handled, or 调解. `isSolved`: it helped, so there is nothing to call for. */
export interface Attempt {
  readonly unitId: DepartmentId;
  readonly at: number;
  readonly how: 'handled' | 'mediated';
  readonly isSolved: boolean;
  readonly words: string;
}

/** 调解记录 of the called tier. 达成协议, 未达成, 择期再调. */
export interface Mediation {
  readonly at: number;
  readonly by: string;
  readonly unitId: string | null;
  readonly result: 'agreed' | 'failed' | 'adjourned';
  readonly words: string;
}

/** What one writes when drafting a call; may be revised until it is sent. `itemNo`: of the responsibility list. `study`: 研究论证意见. */
export interface CallDraft {
  readonly ground: Ground;
  readonly urgency: CallUrgency;
  readonly itemNo: string | null;
  readonly study: string;
  readonly attempts: readonly Attempt[];
  /** Who is called. Null where the upper tier chooses. */
  readonly toUnitId: DepartmentId | null;
}

/** The clocks of a call, all begun when it was sent. Null: no such limit for its urgency. */
export interface CallClocks {
  readonly respond: LimitClock;
  readonly arrive: LimitClock | null;
  readonly plan: LimitClock | null;
  readonly finish: LimitClock | null;
}

/** 协办: a supporter must hand in its share or be excused with a reason before the call can finish (协办为必办). */
export interface SupportShare {
  readonly unitId: DepartmentId;
  readonly doneAt: number | null;
  readonly words: string | null;
  readonly isExcused: boolean;
}

/** Who did something, in which unit. */
export interface Signature {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly at: number;
}

/** 退回: only with the item of the list that makes it the caller's own. */
export interface CallReturn {
  readonly at: number;
  readonly by: string;
  readonly itemNo: string;
  readonly reason: string;
}

/** 评价 by the caller: 1–5 and whether it solved the matter. */
export interface CallRating {
  readonly at: number;
  readonly by: string;
  readonly satisfaction: number;
  readonly isSolved: boolean;
  readonly words: string;
}

/** What of a call never changes: which case it is about, and from which tier to which. */
export interface CallOrigin {
  readonly id: string;
  /** 呼〔2026〕001, by township and year. */
  readonly no: string;
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly matter: string;
  readonly source: string;
  readonly isDispute: boolean;
  readonly from: Tier;
  readonly to: Tier;
  /** Grid code of the case: whose area it lies in. */
  readonly areaCode: string;
  readonly townCode: string;
  readonly fromUnitId: string | null;
}

/**
 * 乡呼县应: one call of a tier to the tier above about one case, with everything that makes it a rightful call. The same
 * object carries a dispute upward (三级排查化解). Times are epoch ms; null means not yet.
 */
export interface Call extends CallDraft, CallOrigin {
  readonly revision: number;
  readonly state: CallState;
  readonly stateSince: number;
  readonly draftedBy: Signature;
  /** 主要负责人同意. */
  readonly signedBy: Signature | null;
  readonly calledAt: number | null;
  /** Edition of the limits it is judged by. */
  readonly limitsVersion: string | null;
  readonly clocks: CallClocks | null;
  readonly answeredAt: number | null;
  /** 承办人. */
  readonly handlerName: string | null;
  readonly handlerPhone: string | null;
  readonly arrivedAt: number | null;
  readonly plannedAt: number | null;
  readonly plan: string | null;
  readonly mediations: readonly Mediation[];
  readonly supports: readonly SupportShare[];
  readonly assignedCount: number;
  readonly finishedAt: number | null;
  readonly result: string | null;
  readonly isSolved: boolean | null;
  readonly returns: readonly CallReturn[];
  readonly rating: CallRating | null;
  readonly withdrawnReason: string | null;
}
