import type { Case, CaseEvent, CaseEventType, Receipt } from '../case/index.ts';
import { isOpenState } from '../district/index.ts';

/** What a person who reported is told of a case, step by step; the words are the page's. */
export const CITIZEN_STEPS = [
  'received', 'looking', 'accepted', 'refused', 'joined', 'filed', 'sent', 'raised', 'taken', 'there', 'waiting', 'resumed', 'done', 'again', 'closed', 'answered', 'rated', 'asked-again', 'kept', 'reopened', 'ended',
] as const;
export type CitizenStep = (typeof CITIZEN_STEPS)[number];

/** How it stands: 办理中, 已办结, 未受理, 已终止. */
export type CitizenStage = 'open' | 'done' | 'refused' | 'ended';

/** The events that mean something to whoever reported; who did them, and what they wrote for each other, does not. */
const STEP_OF: Partial<Readonly<Record<CaseEventType, CitizenStep>>> = {
  reported: 'received', 'self-handling-reported': 'received', 'report-verification-asked': 'looking', accepted: 'accepted', refused: 'refused', 'report-denied': 'refused', merged: 'joined',
  filed: 'filed', dispatched: 'sent', 'department-assigned': 'sent', redirected: 'sent', 'county-called': 'raised', signed: 'taken', arrived: 'there',
  suspended: 'waiting', resumed: 'resumed', 'reported-back': 'done', 'check-failed': 'again', closed: 'closed', 'reporter-answered': 'answered', evaluated: 'rated', 'reopening-asked': 'asked-again',
  'reopening-declined': 'kept', reopened: 'reopened', voided: 'ended',
};

/** What happens to one report and not to the others of its case. */
const OF_ONE_REPORT: ReadonlySet<CaseEventType> = new Set(['reporter-answered', 'reopening-asked', 'reopening-declined']);

export interface CitizenStepAt {
  readonly step: CitizenStep;
  /** Epoch ms. */
  readonly at: number;
}

/** What a receipt code opens (办理进度). It names nobody. */
export interface CitizenProgress {
  readonly no: string;
  readonly matter: string;
  readonly stage: CitizenStage;
  readonly steps: readonly CitizenStepAt[];
  /** Until when it is promised; null once it is no longer open. */
  readonly dueAt: number | null;
  /** The answer written for whoever reported; null until there is one. */
  readonly answer: { readonly text: string; readonly at: number } | null;
  readonly satisfaction: number | null;
  readonly mayRate: boolean;
  /** Until when this report's round may be asked for again; null when it may not. */
  readonly reopenUntil: number | null;
  /** 重办申请 of this report in this round, without its words; `answer`: why it stays closed, null while that is undecided. */
  readonly reopening: { readonly answer: CitizenProgress['answer'] } | null;
  readonly serverNow: number;
}

/** The steps of one who reported: what concerns one report is a step only when it is theirs (`reportId`), and a step told twice in a row is told once. */
export function stepsOf(events: readonly CaseEvent[], reportId: string): CitizenStepAt[] {
  const steps: CitizenStepAt[] = [];
  for (const { type, at, payload } of events) {
    const step = STEP_OF[type];
    if (!step || (OF_ONE_REPORT.has(type) && payload.reportCaseId !== reportId)) continue;
    if (steps.at(-1)?.step !== step) steps.push({ step, at });
  }
  return steps;
}

export function stageOf({ state }: Pick<Case, 'state'>): CitizenStage {
  if (state === 'refused') return 'refused';
  if (state === 'voided' || state === 'invalid') return 'ended';
  return isOpenState(state) ? 'open' : 'done';
}

/** The answer of a receipt or an ask; of one that was told by telephone only, what was noted of it is not theirs to read. */
export function answerOf({ answer, answeredAt }: Pick<Receipt, 'answer' | 'answeredAt'>): CitizenProgress['answer'] {
  return answer !== null && answeredAt !== null ? { text: answer, at: answeredAt } : null;
}
