import type { CaseId, DepartmentId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { DomainEvent } from '../life/index.ts';
import type { MatterStep, MatterTemplate } from './matter-template.ts';

/** 办理中, 已办结, 已终止. */
export const RUN_STATES = ['running', 'done', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** 未到, 在办, 已办, 跳过. */
export type StepState = 'waiting' | 'open' | 'done' | 'skipped';

export type StepValue = string | number | boolean;

/** What a person gives with an action on a run. `isScanned` is the server's word that the code on the spot was read. */
export interface RunPayload {
  readonly stepId?: string;
  readonly note?: string;
  readonly reason?: string;
  readonly photos?: readonly string[];
  readonly values?: Readonly<Record<string, StepValue>>;
  readonly isScanned?: boolean;
}

/** What is fixed when a matter is opened: it keeps the template it was opened by. */
export interface RunFacts {
  readonly id: string;
  readonly template: MatterTemplate;
  readonly templateVersion: string;
  readonly title: string;
  readonly caseId: CaseId | null;
  readonly siteCode: string | null;
  readonly villageCode: string;
}

/** A step that begins: who holds it (null: nobody of that name, so the room does) and its clock. */
export interface StepOpening {
  readonly stepId: string;
  readonly departmentId: DepartmentId | null;
  readonly clock: LimitClock;
}

export type RunEventType = 'matter-opened' | 'step-finished' | 'step-failed' | 'step-skipped' | 'step-urged' | 'matter-cancelled';

/** Something that happened to a run; what opens next and the clock of the step were decided when it happened. */
export interface RunEvent extends DomainEvent {
  readonly type: RunEventType;
  readonly to: RunState;
  readonly payload: RunPayload;
  readonly opens: readonly StepOpening[];
  readonly facts?: RunFacts;
  /** The halted clock of the step that ended. */
  readonly clock?: LimitClock;
}

/** One step of a run as it stands. Times are epoch ms; `failCount`: how often its points to check were not all in order. */
export interface RunStep extends MatterStep {
  readonly state: StepState;
  readonly departmentId: DepartmentId | null;
  readonly clock: LimitClock | null;
  readonly openedAt: number | null;
  readonly endedAt: number | null;
  readonly endedBy: string | null;
  readonly note: string | null;
  readonly photos: readonly string[];
  readonly values: Readonly<Record<string, StepValue>>;
  readonly failCount: number;
  readonly urgeCount: number;
}

/** 一件事办理: one matter under way through its steps. */
export interface MatterRun {
  readonly id: string;
  readonly revision: number;
  readonly state: RunState;
  readonly templateCode: string;
  readonly templateName: string;
  readonly templateVersion: string;
  readonly title: string;
  readonly caseId: CaseId | null;
  readonly siteCode: string | null;
  readonly villageCode: string;
  readonly openedAt: number;
  readonly openedBy: string;
  readonly endedAt: number | null;
  readonly cancelReason: string | null;
  readonly steps: readonly RunStep[];
}

/** The steps that wait to be done now. */
export function openSteps(run: MatterRun): RunStep[] {
  return run.steps.filter(({ state }) => state === 'open');
}
