import type { Actor } from '../access/index.ts';
import type { CaseId, DepartmentId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { CaseState, CaseType } from '../district/index.ts';
import type { Application } from './application.ts';
import type { CasePayload } from './case-payload.ts';
import type { Reporter } from './case.ts';
import type { Erasure } from './erasure.ts';
import type { CaseEventType } from './life-cycle.ts';
import type { Receipt } from './receipt.ts';

/** What the first event of a case holds; the place is WGS-84. */
export interface ReportedFacts {
  readonly id: CaseId;
  readonly no: string;
  readonly type: CaseType;
  readonly typesVersion: string;
  readonly description: string;
  readonly source: string;
  readonly externalNo: string | null;
  /** Present when it was made up in a drill (演练). */
  readonly drillId?: string;
  readonly lngLat: readonly [number, number];
  readonly address: string;
  readonly villageCode: string;
  readonly gridCode: string;
  readonly reporter: Reporter;
  readonly photos: readonly string[];
  /** 语音: what whoever reported it on the spot said. Absent where nothing was. */
  readonly voiceNotes?: readonly string[];
  /** Present when it was solved on the spot: how the place looks now. */
  readonly afterPhotos?: readonly string[];
}

/**
 * Something that happened to a case. `to` and the clocks were decided when it happened, so that folding needs neither the
 * calendar nor the rules: a case keeps the versions it was judged by.
 */
export interface CaseEvent {
  readonly type: CaseEventType;
  /** When it was received; clocks and figures go by it. */
  readonly at: number;
  /** When a deed that was told late was done; absent for one told at once, and where the phone's time could not be (CL41). */
  readonly doneAt?: number;
  readonly actor: Actor;
  readonly to: CaseState;
  readonly payload: CasePayload;
  readonly facts?: ReportedFacts;
  /** Present when the type was set or corrected. */
  readonly caseType?: CaseType;
  readonly clock?: LimitClock;
  readonly stepClock: LimitClock | null;
  readonly leadDepartmentId?: DepartmentId;
  readonly undoUntil?: number;
  readonly respondBy?: number;
  readonly application?: Application;
  readonly heldStepClock?: LimitClock | null;
  readonly receipts?: readonly Receipt[];
  readonly isAuditSample?: boolean;
  /** Present when the reporter was erased. */
  readonly erasure?: Erasure;
  /** Where the request came from. */
  readonly from?: { readonly ip: string };
}
