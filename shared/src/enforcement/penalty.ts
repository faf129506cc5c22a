import type { CaseId } from '../base/index.ts';
import type { LimitClock } from '../calendar/index.ts';
import type { DomainEvent } from '../life/index.ts';
import type { PenaltyEventType, PenaltyState, Procedure } from './penalty-life.ts';
import type { Officer, PenaltyPayload } from './penalty-payload.ts';
import type { EnforcementPower, PartyKind } from './powers.ts';

/** Who is punished. Personal: read in full by the handling unit only, masked for everybody else, never shown on a wall. */
export interface Party {
  readonly kind: PartyKind;
  readonly name: string;
  readonly idNo: string;
}

/** What opens a case. `decisionNo` and `fineYuan` (0: a warning) are given at once under the simple procedure. */
export interface PenaltyOpening {
  readonly procedure: Procedure;
  readonly powerCode: string;
  readonly party: Party;
  readonly officers: readonly Officer[];
  readonly villageCode: string;
  readonly place: string;
  readonly fact: string;
  readonly caseId: CaseId | null;
  readonly decisionNo: string | null;
  readonly fineYuan: number | null;
  readonly photos: readonly string[];
}

/** The opening with what the server adds. `powersVersion`: the edition of the list it rests on. */
export interface PenaltyFacts extends PenaltyOpening {
  readonly id: string;
  readonly no: string;
  readonly power: EnforcementPower;
  readonly powersVersion: string;
  readonly unitId: string;
  readonly parentUnitId: string | null;
}

/** 行政处罚案件. */
export interface Penalty extends PenaltyFacts {
  readonly revision: number;
  readonly state: PenaltyState;
  readonly stateSince: number;
  readonly openedAt: number;
  /** Limit of the step it is in; null where the step has none. */
  readonly stepClock: LimitClock | null;
  /** From filing to the decision; null under the simple procedure. */
  readonly decisionClock: LimitClock | null;
  /** Until the decision has to be public; null before it was made. */
  readonly publishClock: LimitClock | null;
  readonly statementUntil: number | null;
  readonly isHeard: boolean;
  readonly reviewedAt: number | null;
  readonly decidedAt: number | null;
  readonly publishedAt: number | null;
  readonly endedAt: number | null;
  /** Persons who investigated; they neither review nor decide. */
  readonly investigators: readonly string[];
  /** Steps taken, and those of them that hold a photograph: 全过程记录. */
  readonly stepCount: number;
  readonly recordedSteps: number;
  /** Steps that were finished after their limit. */
  readonly lateSteps: number;
}

/** Something that happened to a penalty case; clocks were decided then. */
export interface PenaltyEvent extends DomainEvent {
  readonly type: PenaltyEventType;
  readonly to: PenaltyState;
  readonly payload: PenaltyPayload;
  readonly facts?: PenaltyFacts;
  readonly stepClock: LimitClock | null;
  readonly decisionClock?: LimitClock;
  readonly publishClock?: LimitClock;
  readonly statementUntil?: number;
}
