import type { LimitClock } from '../calendar/index.ts';
import type { ReturnGround } from '../case/index.ts';
import type { CaseState, CaseType } from '../district/index.ts';

/** What somebody owed while the case stood in a state (环节): from when, until when, when it was done, by whom. */
export type StepKind = 'accept' | 'send-verify' | 'verify' | 'file' | 'dispatch' | 'sign' | 'send-check' | 'check';

export interface StepFact {
  readonly kind: StepKind;
  readonly startedAt: number;
  /** End of the step's limit as it was judged then; null where the step has none: then nothing can be late. */
  readonly dueAt: number | null;
  readonly doneAt: number | null;
  /** Who did it, or to whom it was given; null while it is nobody's. */
  readonly personId: string | null;
  readonly departmentId: string | null;
  /** 错派: the dispatch turned out wrong. */
  readonly isWrong: boolean;
}

/** One task given to one department (派遣单 or 交办): from sending to the feedback that stands. */
export interface TaskFact {
  readonly departmentId: string;
  readonly sentAt: number;
  /** 首次签收或首次联系. */
  readonly answeredAt: number | null;
  /** 首次联系诉求人; null until then. */
  readonly contactedAt: number | null;
  readonly handlerId: string | null;
  /** The feedback that has not been turned down; null while the work is still owed. */
  readonly feedbackAt: number | null;
  readonly isLate: boolean;
  /** When its limit ran out, kept with a late feedback. */
  readonly missedAt: number | null;
  /** Working ms from sending to feedback, suspensions left out; null while owed. */
  readonly workMs: number | null;
  /** Failed checks, each with who handled it then. */
  readonly reworks: readonly { readonly at: number; readonly handlerId: string | null }[];
  readonly isReturned: boolean;
  readonly hasEnded: boolean;
  readonly isExtended: boolean;
  /** 无理由回退: applications to return it that were turned down. */
  readonly groundlessAts: readonly number[];
}

/** One team sent to the place: when it was due there and when it came. */
export interface OrderFact {
  readonly teamId: string;
  readonly sentAt: number;
  /** Null where the type has no limit for arriving. */
  readonly arriveBy: number | null;
  readonly arrivedAt: number | null;
  readonly isCalledOff: boolean;
  /** Its round is over: nothing changes it any more. */
  readonly hasEnded: boolean;
}

/** 回访: what was said of a case that had been closed, and who led and handled it then. */
export interface VisitFact {
  readonly at: number;
  readonly satisfaction: number;
  readonly isResolved: boolean;
  readonly departmentId: string | null;
  readonly handlerId: string | null;
}

/** A stretch of 挂账; open while it lasts. It ends by itself on the day it was granted until. */
export interface Pause {
  readonly from: number;
  readonly until: number;
  readonly to: number | null;
}

/**
 * 案件事实: all that appraisal needs to know of one case, folded from its events alone. What a limit was, whether it was kept and
 * who was meant are taken as they were judged when it happened.
 */
export interface CaseFacts {
  readonly id: string;
  readonly state: CaseState;
  readonly reportedAt: number;
  readonly reporterId: string | null;
  readonly source: string;
  /** Names the reporter for finding repeated reports; never shown. */
  readonly phone: string | null;
  /** Once the phone is erased: cases known to be of the same person. */
  readonly sameReporter: readonly string[];
  /** Whether the reporter left a name or a telephone, so that somebody can get in touch. */
  readonly isReachable: boolean;
  readonly type: CaseType;
  readonly villageCode: string;
  readonly gridCode: string;
  readonly isSelfHandled: boolean;
  /** 自处置 that was approved, even if the case was opened again later. */
  readonly isSelfApproved: boolean;
  readonly acceptedAt: number | null;
  readonly acceptedBy: string | null;
  readonly filedAt: number | null;
  readonly filedBy: string | null;
  readonly leadDepartmentId: string | null;
  /** 回退事由 of the return asked for last. */
  readonly returnGround: ReturnGround | null;
  readonly wasCountyCalled: boolean;
  readonly clock: LimitClock;
  readonly pauses: readonly Pause[];
  readonly steps: readonly StepFact[];
  readonly tasks: readonly TaskFact[];
  readonly orders: readonly OrderFact[];
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly isClosedOnTime: boolean;
  readonly isVoided: boolean;
  readonly isMerged: boolean;
  readonly visits: readonly VisitFact[];
}

/** The 承办人 who has it in hand: of the task that has not ended. */
export function handlerNow({ tasks }: Pick<CaseFacts, 'tasks'>): string | null {
  const task = tasks.at(-1);
  return task && !task.hasEnded ? task.handlerId : null;
}
