import type { CaseId, DepartmentId, TeamId, UnitId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { DispatchOrder } from '../case/index.ts';
import type { CaseState, Level, Platform, Urgency } from '../district/index.ts';

/** An order to a team (派遣单) as pushed: each stage is the instant it was reached, or null. The route is simplified, and empty when the team is not under way. */
export type OrderRow = Omit<DispatchOrder, 'sentBy' | 'distanceM'>;

/** 乡呼县应: a call to a county department, as shown on the wall. */
export interface CountyCallRow {
  readonly departmentId: DepartmentId;
  readonly calledAt: number;
  readonly respondBy: number;
  readonly respondedAt: number | null;
  readonly arriveBy: number | null;
  readonly arrivedAt: number | null;
}

/**
 * A case as every surface receives it. It holds no personal data: no reporter, no phone, no house number, no free text.
 * The lamp is not in it, for it depends on the time: reckon it with `lampAt(row.clock, now)`.
 */
export interface CaseRow {
  readonly id: CaseId;
  readonly no: string;
  readonly revision: number;
  readonly state: CaseState;
  readonly typeCode: string;
  /** Name of the type, short enough for a label. */
  readonly matter: string;
  readonly platform: Platform;
  readonly level: Level;
  readonly urgency: Urgency;
  /** On the wall, personal matters are snapped to the centre of their grid. */
  readonly lngLat: readonly [number, number];
  readonly villageCode: string;
  readonly gridCode: string;
  readonly source: string;
  readonly reportedAt: number;
  readonly stateSince: number;
  readonly closedAt: number | null;
  readonly closedOnTime: boolean | null;
  readonly leadDepartmentId: DepartmentId | null;
  /** 全案时限. Null until the type is known. */
  readonly clock: LimitClock | null;
  /** 环节时限 of the present state, if it has one. */
  readonly stepClock: LimitClock | null;
  readonly order: OrderRow | null;
  /** When a department that has it without a team handed it in (办结), epoch ms; absent before, and where a team has it. */
  readonly handedInAt?: number;
  readonly countyCall: CountyCallRow | null;
  /** 督办 level in force: 0 none, 1 黄色督办单, 2 红色督办单, 3 县级督办, 4 通报. */
  readonly supervision: number;
  readonly reworkCount: number;
  /** The drill (演练) it was made up in; absent for a real case. */
  readonly drillId?: string;
  /** 审核抽样: self-handled and drawn to be audited one by one. */
  readonly isAuditSample: boolean;
  /** 重办申请: closed, and somebody who reported asks for another round; absent unless the duty chief has yet to decide. */
  readonly isReopenAsked?: true;
}

/** A case that needs nobody any more, as far as heat and shades count it: without number, matter or owner. */
export type ReportedRow = Pick<CaseRow, 'lngLat' | 'reportedAt' | 'urgency' | 'villageCode' | 'gridCode' | 'platform'>;

/** What was reported within the week before `at` and was no longer open then. */
export interface ReportedAnswer {
  readonly at: number;
  readonly cases: readonly ReportedRow[];
}

/** 队伍或人员 as pushed when something other than its position changes. `index` names it in position frames. */
export interface UnitRow {
  readonly id: UnitId;
  readonly index: number;
  readonly kind: 'vehicle' | 'person';
  readonly name: string;
  readonly teamId: TeamId | null;
  readonly gridCode: string | null;
  readonly onDuty: boolean;
  /** The case it is on; null when idle. */
  readonly caseId: CaseId | null;
  /** Its terminal missed three heartbeats or logged out, and nothing else told its position since. */
  readonly isOffline: boolean;
}

/** One line of 滚动播报: facts, from which the surface makes the sentence. */
export interface TickerItem {
  readonly seq: number;
  readonly at: number;
  readonly caseId: CaseId;
  readonly event: string;
  readonly villageCode: string;
  readonly matter: string;
  readonly unitName: string | null;
  readonly etaAt: number | null;
  /** It is of a drill (演练). */
  readonly isDrill?: true;
}
