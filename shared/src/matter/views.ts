import type { Lamp } from '../calendar/index.ts';
import type { LifeEntry } from '../life/index.ts';
import type { Application, ApplicationEventType, ApplicationState } from './application.ts';
import type { ApplicationAction } from './application-life.ts';
import type { NodeName, ServiceMatter } from './service-matter.ts';

/** An application in a list: the applicant masked. `lamp`: of the whole; `nodeLamp`: of the node in hand. */
export interface ApplicationRow extends Pick<Application, 'id' | 'no' | 'revision' | 'matterName' | 'channel' | 'state' | 'node' | 'villageCode' | 'takenAt' | 'endedAt'> {
  readonly applicantName: string;
  readonly holderName: string;
  readonly dueAt: number;
  readonly nodeDueAt: number;
  readonly lamp: Lamp;
  readonly nodeLamp: Lamp;
}

/** One line of what happened. */
export interface ApplicationLine extends LifeEntry<ApplicationEventType, ApplicationState> {
  readonly node: NodeName;
}

/** An application for one reader with what they may do. */
export interface ApplicationDetail {
  readonly id: string;
  readonly revision: number;
  readonly application: Application;
  readonly allowed: readonly ApplicationAction[];
  readonly timeline: readonly ApplicationLine[];
}

/** The matters in force. `isConfirmed` false: 默认值. */
export interface ServiceMattersView {
  readonly version: string;
  readonly isConfirmed: boolean;
  readonly matters: readonly ServiceMatter[];
}

/** The board `service`: the day, the month, what is in hand and what is late, of a reader's area. */
export interface ServiceBoard {
  readonly matters: number;
  readonly isConfirmed: boolean;
  readonly today: { readonly received: number; readonly handedOver: number };
  /** 按时办结率: handed over or refused on time, of all that were in the month. `share` null where there were none. */
  readonly month: { readonly received: number; readonly ended: number; readonly onTime: number; readonly share: number | null };
  readonly proxy: { readonly taken: number; readonly of: number; readonly share: number | null };
  readonly inHand: number;
  readonly supplement: number;
  readonly nodes: readonly { readonly node: NodeName; readonly inHand: number; readonly late: number }[];
  readonly lateCount: number;
  /** Oldest first. */
  readonly late: readonly ApplicationRow[];
  readonly waiting: number;
}
