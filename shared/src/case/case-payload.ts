import type { CaseId, DepartmentId, PersonId, TeamId } from '../base/index.ts';
import type { Level } from '../district/index.ts';
import type { ReturnGround } from './application.ts';
import type { AnswerWay } from './receipt.ts';

/**
 * What a person gives with an action. Which fields an action needs stands in the life-cycle table; the door checks their
 * form, the table their presence. Instants are epoch ms, places WGS-84 longitude first.
 */
export interface CasePayload {
  readonly typeCode?: string;
  readonly level?: Level;
  readonly gridCode?: string;
  readonly departmentId?: DepartmentId;
  readonly supportDepartmentIds?: readonly DepartmentId[];
  readonly teamId?: TeamId;
  readonly personId?: PersonId;
  readonly parentCaseId?: CaseId;
  readonly reason?: string;
  readonly note?: string;
  readonly basis?: string;
  /** Code of the list item that is cited (清单条目). */
  readonly itemCode?: string;
  readonly ground?: ReturnGround;
  /** Photos of the sealed form (盖章申请表). */
  readonly formPhotos?: readonly string[];
  /** The reviewer's advice. */
  readonly isSupported?: boolean;
  /** Whose report is meant, and how the reporter was told. */
  readonly reportCaseId?: CaseId;
  readonly answerHow?: AnswerWay;
  readonly photos?: readonly string[];
  readonly until?: number;
  readonly supervisionLevel?: number;
  readonly satisfaction?: number;
  readonly isResolved?: boolean;
  readonly lngLat?: readonly [number, number];
  readonly accuracyM?: number;
  /** When the place was taken. */
  readonly fixAt?: number;
  /** When a deed that is told late was done, as the phone had it, and the revision of the case that the phone had seen. */
  readonly doneAt?: number;
  readonly seenRevision?: number;
  /** Filled by the server when it sends a team: how far, how long, which way. */
  readonly etaAt?: number;
  readonly distanceM?: number;
  readonly route?: readonly (readonly [number, number])[];
}

export type PayloadField = keyof CasePayload;
