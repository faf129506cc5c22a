import type { DepartmentId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { DomainEvent } from '../life/index.ts';
import type { ApplyChannel, MatterNode, NodeName } from './service-matter.ts';

/** 办理中, 补正中, 已送达, 不予办理, 已撤回. */
export const APPLICATION_STATES = ['open', 'supplement', 'delivered', 'refused', 'withdrawn'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Who applies. Personal: masked for those who may not see personal data, and in every list. */
export interface Applicant {
  readonly name: string;
  readonly phone: string;
}

/** 代办人: who carries the matter for somebody at home. */
export interface ProxyPerson {
  readonly id: string;
  readonly name: string;
}

/** What is fixed when an application is taken. */
export interface ApplicationFacts {
  readonly id: string;
  readonly no: string;
  readonly matterCode: string;
  readonly matterName: string;
  readonly matterVersion: string;
  readonly channel: ApplyChannel;
  readonly applicant: Applicant;
  readonly proxy: ProxyPerson | null;
  readonly villageCode: string;
  readonly departmentId: DepartmentId;
  readonly departmentName: string;
  readonly windowId: DepartmentId;
  readonly windowName: string;
  readonly nodes: readonly MatterNode[];
}

/** What a person gives with an action. `rating`: 1 (很不满意) to 5 (很满意). */
export interface ApplicationPayload {
  readonly note?: string;
  readonly reason?: string;
  readonly rating?: number;
}

export type ApplicationEventType =
  | 'application-taken' | 'node-passed' | 'handed-over' | 'supplement-asked' | 'supplemented' | 'application-refused' | 'application-withdrawn'
  | 'application-urged' | 'application-rated';

/** Something that happened to an application; state, node and clocks were decided when it happened. */
export interface ApplicationEvent extends DomainEvent {
  readonly type: ApplicationEventType;
  readonly to: ApplicationState;
  readonly node: NodeName;
  readonly payload: ApplicationPayload;
  readonly clock: LimitClock;
  readonly nodeClock: LimitClock;
  /** How the node that was left stood when it was; absent when the node stays. */
  readonly leftClock?: LimitClock;
  readonly facts?: ApplicationFacts;
}

/** How one node went. `endedAt` null while it is in hand. */
export interface NodeRecord {
  readonly node: NodeName;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly clock: LimitClock;
  readonly byName: string | null;
}

/** 办件: one application for a matter on its way from acceptance to hand-over, with a clock for the node and one for the whole. */
export interface Application extends ApplicationFacts {
  readonly revision: number;
  readonly state: ApplicationState;
  readonly resumeState: ApplicationState | null;
  readonly node: NodeName;
  readonly nodeClock: LimitClock;
  readonly clock: LimitClock;
  readonly records: readonly NodeRecord[];
  readonly takenAt: number;
  readonly takenBy: string;
  readonly endedAt: number | null;
  readonly supplementReason: string | null;
  readonly supplementCount: number;
  readonly refusal: string | null;
  readonly rating: number | null;
  readonly urgeCount: number;
}

/** Whether it is still on its way. */
export function isOpenApplication({ state }: Pick<Application, 'state'>): boolean {
  return state === 'open' || state === 'supplement';
}
