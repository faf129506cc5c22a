import type { CaseId, DepartmentId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { DomainEvent } from '../life/index.ts';

/** 协办任务: 待签收, 协办中, 已反馈待确认, 豁免审批中, 已完成, 已豁免. */
export const SUPPORT_STATES = ['asked', 'signed', 'fed-back', 'excuse-requested', 'accepted', 'excused'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

/** Whether somebody still owes an action on it. */
export function isOpenSupport(state: SupportState): boolean {
  return state !== 'accepted' && state !== 'excused';
}

/** What is fixed when support is asked for. `villageCode`: where the case lies, for what each reader may see. */
export interface SupportFacts {
  readonly id: string;
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly matter: string;
  readonly villageCode: string;
  readonly departmentId: DepartmentId;
  readonly ask: string;
}

/** What a person gives with an action on a support task. */
export interface SupportPayload {
  readonly note?: string;
  readonly reason?: string;
  readonly photos?: readonly string[];
}

/** 协办反馈: what the supporter did, in words and photos. */
export interface SupportFeedback {
  readonly at: number;
  readonly by: string;
  readonly note: string;
  readonly photos: readonly string[];
}

/** 豁免: why a supporter is let off, who wished it and who allowed it (null until then). */
export interface SupportExcuse {
  readonly reason: string;
  readonly askedBy: string;
  readonly grantedBy: string | null;
}

export type SupportEventType =
  | 'support-asked' | 'support-signed' | 'support-fed-back' | 'support-accepted' | 'support-sent-back' | 'excuse-requested' | 'excuse-granted'
  | 'excuse-refused' | 'support-urged' | 'support-dropped';

/** Something that happened to a support task; state and clock were decided when it happened. */
export interface SupportEvent extends DomainEvent {
  readonly type: SupportEventType;
  readonly to: SupportState;
  readonly payload: SupportPayload;
  readonly facts?: SupportFacts;
  readonly clock?: LimitClock;
}

/** 协办任务: what one department owes to a case that another leads, with its own clock. Times are epoch ms. */
export interface SupportTask extends SupportFacts {
  readonly revision: number;
  readonly state: SupportState;
  readonly resumeState: SupportState | null;
  readonly clock: LimitClock;
  readonly askedAt: number;
  readonly askedBy: string;
  readonly signedAt: number | null;
  readonly endedAt: number | null;
  readonly feedback: SupportFeedback | null;
  readonly sentBackCount: number;
  readonly urgeCount: number;
  readonly excuse: SupportExcuse | null;
}
