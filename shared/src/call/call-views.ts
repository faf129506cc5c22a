import type { LimitClock } from '../calendar/index.ts';
import type { CaseState, Urgency } from '../district/index.ts';
import type { LifeEntry } from '../life/index.ts';
import type { CallItem } from './call-context.ts';
import type { CallLimits, CallUrgency } from './call-limits.ts';
import type { DepartmentResult, WhistleRate } from './call-results.ts';
import type { Call, CallClocks, CallDraft, CallState, Tier } from './call.ts';
import { isRunningCall } from './call.ts';
import type { CallAction, CallEventType } from './life-cycle.ts';

/** A call in a list or on the wall: no words of people, only who, what and when. */
export type CallRow = Pick<Call,
  'id' | 'no' | 'revision' | 'state' | 'stateSince' | 'caseId' | 'caseNo' | 'matter' | 'source' | 'isDispute' | 'from' | 'to' | 'areaCode' | 'townCode' | 'fromUnitId' | 'toUnitId'
  | 'ground' | 'urgency' | 'itemNo' | 'calledAt' | 'answeredAt' | 'arrivedAt' | 'plannedAt' | 'finishedAt' | 'isSolved' | 'handlerName' | 'clocks'> & {
  readonly satisfaction: number | null;
  readonly isReturned: boolean;
};

export function callRow(call: Call): CallRow {
  const {
    id, no, revision, state, stateSince, caseId, caseNo, matter, source, isDispute, from, to, areaCode, townCode, fromUnitId, toUnitId, ground, urgency, itemNo,
    calledAt, answeredAt, arrivedAt, plannedAt, finishedAt, isSolved, handlerName, clocks,
  } = call;
  return {
    id, no, revision, state, stateSince, caseId, caseNo, matter, source, isDispute, from, to, areaCode, townCode, fromUnitId, toUnitId, ground, urgency, itemNo,
    calledAt, answeredAt, arrivedAt, plannedAt, finishedAt, isSolved, handlerName, clocks, satisfaction: call.rating?.satisfaction ?? null, isReturned: call.returns.length > 0,
  };
}

/** The stop a running call is on its way to, with its clock; null when there is no limit to it or nothing runs. */
export function nextStop({ state, clocks }: { readonly state: CallState; readonly clocks: CallClocks | null }): { readonly name: 'answered' | 'arrived' | 'planned' | 'finished'; readonly clock: LimitClock } | null {
  if (!clocks || !isRunningCall(state)) return null;
  if (clocks.respond.standing === 'running') return { name: 'answered', clock: clocks.respond };
  if (clocks.arrive?.standing === 'running') return { name: 'arrived', clock: clocks.arrive };
  if (clocks.plan?.standing === 'running') return { name: 'planned', clock: clocks.plan };
  return clocks.finish?.standing === 'running' ? { name: 'finished', clock: clocks.finish } : null;
}

/** One line of what happened to a call. */
export interface CallTimelineEntry extends LifeEntry<CallEventType, CallState> {
  readonly departmentId: string | null;
  readonly itemNo: string | null;
}

/** An item of the responsibility list to be chosen. `isLikely`: the case's type falls under it. */
export interface ItemChoice extends CallItem {
  readonly leadDepartment: string;
  readonly isLikely: boolean;
}

/** The page of a call. */
export interface CallDetail {
  readonly id: string;
  readonly revision: number;
  readonly call: Call;
  readonly row: CallRow;
  readonly timeline: readonly CallTimelineEntry[];
  readonly allowed: readonly CallAction[];
  /** The items that this reader may cite in a return or a revised draft, the likely ones in front; none when they may do neither. */
  readonly items: readonly ItemChoice[];
  readonly itemName: string | null;
  readonly about: { readonly description: string; readonly address: string; readonly villageCode: string; readonly urgency: Urgency; readonly state: CaseState; readonly clock: LimitClock };
  readonly readAt: number;
}

/** What a form for a new call is made of: the likeliest draft, and what may be chosen. */
export interface CallForm {
  readonly from: Tier;
  readonly to: Tier;
  readonly isDispute: boolean;
  readonly draft: CallDraft;
  readonly items: readonly ItemChoice[];
  readonly limits: Readonly<Record<CallUrgency, CallLimits>>;
  /** Whether the limits are a 默认值 that no county has confirmed. */
  readonly isDefault: boolean;
}

/** 案件的呼叫: its calls, the tier that has it in hand, and the form when this reader may call now. */
export interface CaseCalls {
  readonly tier: Tier | null;
  readonly calls: readonly CallDetail[];
  readonly form: CallForm | null;
}

/** What wall and desk show of calls, for the reader's area. */
export interface CallsBoard {
  /** Running calls, the one due first in front. */
  readonly running: readonly CallRow[];
  /** Span that the results are of: this month, or the last one as long as this has no call. Epoch ms, `to` exclusive. */
  readonly period: { readonly from: number; readonly to: number };
  readonly results: readonly DepartmentResult[];
  readonly towns: readonly WhistleRate[];
  readonly isDefault: boolean;
  readonly waiting: number;
}
