import type { AnswerWay, Application, Bounce, CaseAction, CaseEventType, CaseRound, CheckResult, FieldChange, ReopenAsk } from '../case/index.ts';
import type { CaseId, DepartmentId, PersonId, RefusalCode, TeamId } from '../base/index.ts';
import type { ActorRole, Role } from '../access/index.ts';
import type { CaseState } from '../district/index.ts';
import type { CaseRow } from './rows.ts';

/** 回传: what another system was told of a step of a case; `code`: why it did not want it, null when it took it. */
export interface ToldEntry {
  readonly to: string;
  readonly revision: number;
  readonly at: number;
  readonly code: RefusalCode | null;
}

/** One line of 经过: what happened, by whom. Names of reporters are masked for those who may not see them. */
export interface TimelineEntry {
  readonly seq: number;
  readonly revision: number;
  /** When it was received. */
  readonly at: number;
  /** When a deed told late was done (离线补报); null for one told at once. */
  readonly doneAt: number | null;
  /** The time a phone gave that could not be; null where none was given or it was taken. */
  readonly doubtedAt: number | null;
  readonly event: CaseEventType;
  readonly to: CaseState;
  readonly actorName: string;
  readonly actorRole: ActorRole;
  /** For which unit they acted. */
  readonly unitId: string | null;
  readonly teamId: TeamId | null;
  readonly departmentId: DepartmentId | null;
  readonly note: string | null;
  readonly photos: readonly string[];
  /** Photos of a sealed form. */
  readonly formPhotos: readonly string[];
  /** Where the actor stood, if the action says so. */
  readonly lngLat: readonly [number, number] | null;
  readonly changes: readonly FieldChange[];
  /** Which systems were told of it (回传); absent where none was. */
  readonly told?: readonly ToldEntry[];
  /** Address the request came from; null for those who may not see it, and for what the product did by itself. */
  readonly ip: string | null;
}

/** 回执 of one report. `outcome` is where the case that answers for it stands; `isOwed`: the reporter waits for an answer. */
export interface ReceiptRow {
  readonly no: string;
  readonly caseId: CaseId;
  readonly reportedAt: number;
  readonly source: string;
  readonly reporterName: string | null;
  readonly isOwed: boolean;
  readonly outcome: CaseState;
  readonly answeredAt: number | null;
  readonly how: AnswerWay | null;
  readonly answer: string | null;
}

/**
 * Whom the reader may get in touch with about a case (联系诉求人). Number and name are whole for whoever has the case in hand or
 * was asked to look, and null where none was left or secrecy was asked for. `isDue`: this one waits to be contacted.
 */
export interface ReporterToReach {
  readonly caseId: CaseId;
  readonly name: string | null;
  readonly phone: string | null;
  readonly isSecret: boolean;
  readonly isDue: boolean;
}

/** 重办申请 as the room reads it: whose, why, and what they were answered. */
export interface ReopenAskRow extends ReopenAsk {
  readonly reporterName: string | null;
}

/** Somebody who may be asked to verify or check a case. */
export interface CheckerRow {
  readonly id: PersonId;
  readonly name: string;
  readonly post: string;
  readonly roles: readonly Role[];
  readonly gridCode: string | null;
}

/** An open case that a report may be merged into (并案). */
export interface MergeCandidateRow {
  readonly row: CaseRow;
  readonly distanceM: number;
  readonly apartMs: number;
  /** How many reports it already goes by. */
  readonly reportCount: number;
}

/** The case page: the row and what only those who handle it may see. Place exact; reporter masked unless the role may see it. */
export interface CaseDetail {
  readonly row: CaseRow;
  readonly description: string;
  readonly address: string;
  readonly externalNo: string | null;
  readonly reporterName: string | null;
  readonly reporterPhone: string | null;
  readonly photos: readonly string[];
  /** 语音 of the report. */
  readonly voiceNotes: readonly string[];
  readonly supportDepartmentIds: readonly DepartmentId[];
  readonly checkerId: PersonId | null;
  readonly checkResult: CheckResult | null;
  readonly application: Application | null;
  /** 预计恢复日 of a suspended case. */
  readonly suspendedUntil: number | null;
  /** Former rounds; the case is in the next one. */
  readonly rounds: readonly CaseRound[];
  readonly bounces: readonly Bounce[];
  readonly receipts: readonly ReceiptRow[];
  readonly reopenAsks: readonly ReopenAskRow[];
  /** Null for whoever has nothing to do with the case on site, and where nobody is known. */
  readonly toReach: ReporterToReach | null;
  readonly mergedInto: CaseId | null;
  /** Self-handled and drawn to be audited one by one: the audit needs an opinion. */
  readonly isAuditSample: boolean;
  /** Whether a request for extension needs the sealed form. */
  readonly extensionNeedsForm: boolean;
  /** Items of the list in force that a return may cite (清单条目): those the case's type falls under; none for a matter outside the list. */
  readonly citable: readonly { readonly no: string; readonly name: string }[];
  readonly returnCount: number;
  readonly extensionCount: number;
  readonly timeline: readonly TimelineEntry[];
  /** What the one who asks may do now, in the order of the life-cycle table. */
  readonly actions: readonly CaseAction[];
  readonly readAt: number;
}

/** The answer to a command. */
export interface CommandAnswer {
  readonly case: CaseDetail;
  readonly seq: number;
}
