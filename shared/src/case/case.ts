import type { CaseId, DepartmentId, PersonId, TeamId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { CaseState, Level, Platform, Urgency } from '../district/index.ts';
import type { Application } from './application.ts';
import type { Bounce } from './bounce.ts';
import type { OrderLadder } from './order-ladder.ts';
import type { Receipt } from './receipt.ts';
import type { ReopenAsk } from './reopen-ask.ts';
import type { CaseRound } from './round.ts';

/** 诉求人 or whoever told us. `isSecret`: 保密件, never shown outside the case page. */
export interface Reporter {
  readonly name: string | null;
  readonly phone: string | null;
  readonly isSecret: boolean;
  /** Holds a receipt code (回执码), by which an answer reaches them whether or not they can be rung. */
  readonly hasCode?: true;
  /** When name and number were deleted for good (epoch ms); absent while they are kept. */
  readonly erasedAt?: number;
}

/** 派遣单: one team sent to one case. Each stage is an instant (epoch ms) or null. */
export interface DispatchOrder {
  readonly teamId: TeamId;
  readonly sentAt: number;
  readonly sentBy: string;
  readonly undoUntil: number;
  readonly deliveredAt: number | null;
  /** 已读: when it was first shown on a screen of the team. */
  readonly seenAt: number | null;
  readonly signedAt: number | null;
  readonly departedAt: number | null;
  readonly arrivedAt: number | null;
  readonly doneAt: number | null;
  readonly etaAt: number | null;
  readonly distanceM: number | null;
  readonly route: readonly (readonly [number, number])[];
  /** Absent until it climbs. */
  readonly ladder?: OrderLadder;
}

/** 乡呼县应: one call to a county department. */
export interface CountyCall {
  readonly departmentId: DepartmentId;
  readonly calledAt: number;
  readonly respondBy: number;
  readonly respondedAt: number | null;
  readonly arriveBy: number | null;
  readonly arrivedAt: number | null;
}

/** 核查结果: what the checker found on site; a failure waits for the room to send the case back. */
export interface CheckResult {
  readonly isPassed: boolean;
  readonly by: string;
  readonly byName: string;
  readonly at: number;
  readonly note: string | null;
  readonly photos: readonly string[];
}

/** 案件: the state that a case's events add up to. Times are epoch ms; null means not yet. */
export interface Case {
  readonly id: CaseId;
  readonly no: string;
  readonly revision: number;
  readonly state: CaseState;
  /** Where an approval state returns to when the request is turned down. */
  readonly resumeState: CaseState | null;
  readonly stateSince: number;
  readonly typeCode: string;
  readonly typesVersion: string;
  readonly matter: string;
  readonly platform: Platform;
  readonly level: Level;
  readonly urgency: Urgency;
  readonly description: string;
  readonly source: string;
  readonly externalNo: string | null;
  /** The drill (演练) it was made up in: then it is no case to be counted. Set by its report and never after. */
  readonly drillId: string | null;
  readonly lngLat: readonly [number, number];
  readonly address: string;
  readonly villageCode: string;
  readonly gridCode: string;
  readonly containsPersonalInfo: boolean;
  readonly reporter: Reporter;
  readonly photos: readonly string[];
  /** Voice notes of the report; absent where there are none. */
  readonly voiceNotes?: readonly string[];
  readonly reportedAt: number;
  readonly acceptedAt: number | null;
  readonly filedAt: number | null;
  readonly dispatchedAt: number | null;
  readonly handledAt: number | null;
  readonly closedAt: number | null;
  /** Whether the feedback that passed the check came before the due time; null until closed. */
  readonly closedOnTime: boolean | null;
  readonly leadDepartmentId: DepartmentId | null;
  readonly supportDepartmentIds: readonly DepartmentId[];
  readonly order: DispatchOrder | null;
  readonly countyCall: CountyCall | null;
  readonly clock: LimitClock;
  readonly stepClock: LimitClock | null;
  /** Persons and units that handled it: they may never check or close it (监督与处置分离). */
  readonly handledBy: readonly string[];
  /** Who was asked to verify the report or to check what was done. */
  readonly checkerId: PersonId | null;
  readonly checkResult: CheckResult | null;
  readonly reworkCount: number;
  /** Each time it left a department undone: returns granted and redirects to another department. */
  readonly bounces: readonly Bounce[];
  readonly returnCount: number;
  readonly extensionCount: number;
  readonly suspensionCount: number;
  readonly urgeCount: number;
  readonly supervision: number;
  readonly supervisedBy: string | null;
  /** The request that waits for a decision. */
  readonly application: Application | null;
  /** Step clock of the state in which the request was made; it goes on with what was left. */
  readonly heldStepClock: LimitClock | null;
  /** 预计恢复日: when a suspension ends by itself; null while it is not suspended. */
  readonly suspendedUntil: number | null;
  /** Former rounds; the present one is the next. */
  readonly rounds: readonly CaseRound[];
  readonly roundStartedAt: number;
  /** One for each report of this matter, its own first. */
  readonly receipts: readonly Receipt[];
  /** Who asked for this round not to be the last, one ask of each at most. */
  readonly reopenAsks: readonly ReopenAsk[];
  /** Self-handled, and drawn to be audited one by one. */
  readonly isAuditSample: boolean;
  readonly mergedInto: CaseId | null;
  readonly satisfaction: number | null;
  readonly isResolved: boolean | null;
}
